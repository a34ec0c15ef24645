"""What is asked before an act on many machines, and what is told after it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from infinibay_desktop.model.machines import Act, Machine
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.machines.acts import (
    TEXTS,
    Fate,
    Prospect,
    label,
    preview,
    prospect_words,
    say,
    summary,
)
from infinibay_desktop.ui.machines.work import Report
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.state_words import machine_look
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.icons import icon
from infinibay_desktop.ui.widgets.text import escaped, wrapped

LISTED = 500
# Acts that end what people are doing: asked for many, whatever the settings say.
DISRUPTIVE = frozenset({Act.FORCE_OFF, Act.RESET, Act.SHUTDOWN, Act.REBOOT, Act.SAVE, Act.PAUSE})
MANY = 10


def needs_preview(act: Act, prospects: Sequence[Prospect]) -> bool:
    """Whether a person should see what will happen before it does."""
    mixed = any(prospect.fate is not Fate.WILL for prospect in prospects)
    return mixed or act in DISRUPTIVE or len(prospects) > MANY


class PreviewDialog(Dialog):
    """What an act will do to each of many machines; accepted, it begins."""

    def __init__(
        self,
        act: Act,
        machines: Sequence[Machine],
        host_name: Callable[[Machine], str],
        parent: QWidget | None,
        *,
        may: Callable[[Machine], bool] = lambda _machine: True,
    ) -> None:
        title = QCoreApplication.translate("MachineActs", "{act}: {count} machines")
        super().__init__(title.format(act=label(act), count=len(machines)), parent, width=620)
        self.prospects = preview(act, machines, may)
        self.body.addWidget(wrapped(summary(act, self.prospects)))
        if warning := TEXTS[act].warning:
            self.body.addWidget(wrapped(say(warning), name="hint"))
        rows = [
            (one.machine, host_name(one.machine), prospect_words(act, one))
            for one in self.prospects[:LISTED]
        ]
        self.body.addWidget(machine_list(rows, self.tr("What will happen")))
        if len(self.prospects) > LISTED:
            left = self.tr("… and {count} more").format(count=len(self.prospects) - LISTED)
            self.body.addWidget(wrapped(left, name="hint"))
        self._add_buttons(act)

    def wanted(self) -> list[Machine]:
        """The machines that the act will be done to."""
        return [one.machine for one in self.prospects if one.fate is Fate.WILL]

    def _add_buttons(self, act: Act) -> None:
        count = len(self.wanted())
        cancel = self.add_cancel(self.tr("Cancel") if count else self.tr("Close"))
        if count:
            words = self.tr("{act} ({count})").format(act=label(act), count=count)
            dangerous = act in (Act.FORCE_OFF, Act.RESET)
            go = self.add_button(words, kind="danger" if dangerous else "primary")
            go.clicked.connect(self.accept)
            (cancel if dangerous else go).setDefault(True)
        else:
            cancel.setDefault(True)


class ResultDialog(Dialog):
    """Machines that an act failed for, each with its reason. Not modal: work goes on."""

    def __init__(
        self,
        report: Report,
        host_name: Callable[[Machine], str],
        retry: Callable[[], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(_title(report), parent, width=680)
        self.setModal(False)
        self._retry = retry
        self.body.addWidget(wrapped(report_words(report)))
        rows = [
            (failure.machine, host_name(failure.machine), complaint(failure.error))
            for failure in report.failures[:LISTED]
        ]
        self.body.addWidget(machine_list(rows, self.tr("Why it failed")))
        self.add_cancel(self.tr("Close"))
        again = self.tr("Retry failed ({count})").format(count=len(report.failures))
        button = self.add_button(again, kind="primary", symbol="refresh-cw")
        button.clicked.connect(self._on_retry_clicked)

    def _on_retry_clicked(self) -> None:
        self.accept()
        self._retry()


def report_words(report: Report) -> str:
    """How it went, in one line."""
    translate = QCoreApplication.translate
    parts = [translate("MachineActs", "{count} done").format(count=len(report.done))]
    if report.failures:
        failed = translate("MachineActs", "{count} failed")
        parts.append(failed.format(count=len(report.failures)))
    if report.left_out:
        left = translate("MachineActs", "{count} left out")
        parts.append(left.format(count=len(report.left_out)))
    return ", ".join(parts)


def _title(report: Report) -> str:
    text = QCoreApplication.translate("MachineActs", "{act}: {count} of {total} failed")
    return text.format(act=report.job.label, count=len(report.failures), total=report.total)


def machine_list(rows: Sequence[tuple[Machine, str, str]], last: str) -> QTreeWidget:
    """Machines with their host, and what is to be said of each under the heading `last`."""
    made = QTreeWidget()
    made.setAccessibleName(last)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    translate = QCoreApplication.translate
    headings = [translate("MachineActs", "Machine"), translate("MachineActs", "Host"), last]
    made.setHeaderLabels(headings)
    made.addTopLevelItems([_item(machine, host, words) for machine, host, words in rows])
    header = made.header()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.resizeSection(0, 190)
    header.resizeSection(1, 110)
    header.setStretchLastSection(True)
    made.setMinimumHeight(min(300, 44 + 28 * len(rows)))
    return made


def _item(machine: Machine, host: str, words: str) -> QTreeWidgetItem:
    texts = [one_line(machine.name), one_line(host), " ".join(words.split())]
    item = QTreeWidgetItem(texts)
    look = machine_look(machine.state, stale=machine.stale_since is not None)
    item.setIcon(0, icon(look.symbol, look.tone, 14))
    for column, text in enumerate(texts):
        item.setToolTip(column, escaped(text))
    return item
