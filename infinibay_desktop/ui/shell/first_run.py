"""The welcome: one click to begin, or other ways, and what this computer lacks."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import ActorChanged
from infinibay_desktop.model.hosts import Host
from infinibay_desktop.services.doctor import Finding, Verdict
from infinibay_desktop.services.first_host import FirstHost
from infinibay_desktop.ui.departments.first import FirstDepartments
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.error_text import text_for
from infinibay_desktop.ui.formats import plain_text
from infinibay_desktop.ui.page import Page
from infinibay_desktop.ui.people.own import SetPasswordDialog
from infinibay_desktop.ui.rights import actor
from infinibay_desktop.ui.shell.database_card import DatabaseCard
from infinibay_desktop.ui.shell.findings import Findings
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.layout import Card, ScrollPage, clear, column, row
from infinibay_desktop.ui.widgets.remedy import Remedy
from infinibay_desktop.ui.widgets.text import plain, wrapped

WIDTH = 720
_LANE = "first-run"


class FirstRunPage(Page):
    """Works with one click; everything that may be missing is named with its remedy."""

    name = "first-run"
    symbol = "rocket"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._looked_at = self._examining = self._working = False
        self._build()
        self._show_person()
        self._enable()

    def title(self) -> str:
        """The page's name for people."""
        return self.tr("Welcome")

    def attach(self, desk: Desk) -> None:
        """The core runs: a host can be set up, and the computer looked at."""
        self._desk = desk
        desk.bridge.on(ActorChanged, lambda _event: self._show_person(), owner=self)
        for card in (self.database, self.departments):
            card.attach(desk)
        self._show_person()
        self._enable()
        if self._looked_at:
            self.entered()

    def entered(self) -> None:
        """Look at this computer, the first time by itself."""
        self._looked_at = True
        for card in (self.database, self.departments):
            card.read()
        if not self.findings.found:
            self._examine()

    def left(self) -> None:
        """Nothing goes on here."""
        self._looked_at = False

    def retint(self) -> None:
        """The theme changed."""
        picture = pixmap("rocket", tint("accent"), 40, self.devicePixelRatioF())
        self._picture.setPixmap(picture)

    # Making.

    def _build(self) -> None:
        scroll = ScrollPage()
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        self.database, self.departments = DatabaseCard(), FirstDepartments()
        box = column(
            self._greeting(),
            self._defaults_card(),
            self._other_ways(),
            self._person_card(),
            self.database,
            self.departments,
            self._computer_card(),
            gap=16,
        )
        middle.setLayout(box)
        around = row(1, middle, 1)
        around.setStretch(1, 1000)
        scroll.body.addLayout(around)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.retint()

    def _greeting(self) -> QWidget:
        self._picture = QLabel()
        title = plain(self.tr("Welcome to Infinibay Desktop"), name="title")
        title.setWordWrap(True)
        text = wrapped(
            self.tr("Make, run and watch virtual machines on this computer and on others."),
            name="muted",
        )
        greeting = QWidget()
        outer = row(self._picture, column(title, text, gap=4), gap=16)
        outer.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        outer.setStretch(1, 1)
        outer.setContentsMargins(0, 12, 0, 4)
        greeting.setLayout(outer)
        return greeting

    def _defaults_card(self) -> Card:
        card = _card(self.tr("Start on this computer"))
        what = wrapped(
            self.tr(
                "Uses the libvirt of this computer: the system's, or your session's where that "
                "does not answer. Nobody signs in."
            )
        )
        # Below the button, with its room kept: nobody's click may miss because it comes.
        self._place = wrapped(name="hint")
        self._place.setMinimumHeight(2 * self._place.fontMetrics().lineSpacing())
        self.start_button = button(
            self.tr("Start with defaults"),
            self._start_local,
            kind="primary",
            symbol="rocket",
            wraps=True,
        )
        self._problem = wrapped(name="problem")
        self._problem.hide()
        self._advice = column(gap=6)
        card.body.addWidget(what)
        card.body.addLayout(row(self.start_button, 1))
        card.body.addWidget(self._place)
        card.body.addWidget(self._problem)
        card.body.addLayout(self._advice)
        return card

    def _other_ways(self) -> QWidget:
        self.elsewhere_button = button(
            self.tr("Connect to another computer…"), self._add_host, symbol="server", wraps=True
        )
        self.demonstration_button = button(
            self.tr("Use libvirt's demonstration instead"), self._start_demonstration, wraps=True
        )
        elsewhere = _way(
            self.tr("Machines elsewhere"),
            self.tr("Reach libvirt on another computer by SSH or TLS."),
            self.elsewhere_button,
        )
        demonstration = _way(
            self.tr("Just look around"),
            self.tr(
                "A simulated host: nothing on it is real, and it forgets everything when the "
                "program ends."
            ),
            self.demonstration_button,
        )
        ways = QWidget()
        grid = FlowGrid(ways, cell_width=300)
        grid.addWidget(elsewhere)
        grid.addWidget(demonstration)
        return ways

    def _person_card(self) -> Card:
        """Plainly, for what it is: without a password, the account of the computer is the key."""
        card = _card(self.tr("Who may use it"))
        self.who = wrapped()
        self.password_button = button(
            self.tr("Set up an administrator…"),
            self._ask_administrator,
            symbol="key-round",
            wraps=True,
        )
        card.body.addWidget(self.who)
        card.body.addLayout(row(self.password_button, 1))
        return card

    def _show_person(self) -> None:
        person = actor(self._desk).person if self._desk else None
        if person and person.has_password:
            words = self.tr("{name} signs in with {email}.").format(
                name=plain_text(person.name, 100), email=plain_text(person.email, 254)
            )
        else:
            words = self.tr(
                "Nobody signs in on this computer: whoever uses your account here can do "
                "everything in this program. You can keep it so while you are alone, and set up "
                "an administrator with a password now or later."
            )
        self.who.setText(words)
        self.password_button.setVisible(person is not None and not person.has_password)

    def _ask_administrator(self) -> None:
        person = actor(self._desk).person if self._desk else None
        if self._desk and person:
            dialog = SetPasswordDialog(self._desk, person, self)
            dialog.accepted.connect(self._show_person)
            dialog.fit()
            dialog.open()

    def _computer_card(self) -> Card:
        card = _card(self.tr("This computer"))
        self.again_button = button(self.tr("Look again"), self._examine, symbol="refresh-cw")
        card.head.addWidget(self.again_button)
        self.summary = wrapped(name="muted")
        self.findings = Findings()
        card.body.addWidget(self.summary)
        card.body.addWidget(self.findings)
        return card

    # Looking at the computer.

    def _examine(self) -> None:
        if self._desk and not self._examining:
            self._examining = True
            self._enable()
            self._desk.operations.spawn(self, self._examine_all(self._desk))

    async def _examine_all(self, desk: Desk) -> None:
        self.findings.clear()
        self.summary.setText(self.tr("Looking at this computer…"))
        try:
            doctor = await desk.operations.run(desk.core.make_doctor, lane=_LANE)
            examination = doctor.examine()
            while finding := await desk.operations.run(lambda: _next(examination), lane=_LANE):
                self._take(finding)
        finally:
            self._examining = False
            self._enable()
        self._sum_up()

    def _take(self, finding: Finding) -> None:
        self.findings.add(finding)
        if finding.name == "database" and finding.verdict is Verdict.OK:
            self._show_place(finding.detail)

    def _sum_up(self) -> None:
        failed = self.findings.count(Verdict.FAILED)
        warnings = self.findings.count(Verdict.WARNING)
        if failed:
            text = self.tr("%n thing(s) must be mended before machines can run here.", "", failed)
        elif warnings:
            text = self.tr(
                "Machines can run here. %n thing(s) could be better; that can wait.", "", warnings
            )
        else:
            text = self.tr("Everything that machines need is here.")
        self.summary.setText(text)

    def _show_place(self, place: str) -> None:
        is_file = "://" not in place
        kept = self.tr("the SQLite file %1") if is_file else self.tr("the database %1")
        where = self.tr("What the program notes is kept in %1.")
        self._place.setText(where.replace("%1", kept.replace("%1", place)))

    # Beginning.

    def _start_local(self) -> None:
        self._start(lambda first: first.local)

    def _start_demonstration(self) -> None:
        self._start(lambda first: first.demonstration)

    def _add_host(self) -> None:
        if self._desk:
            self._desk.go.show_host(None)

    def _start(self, way: Callable[[FirstHost], Callable[[], Host]]) -> None:
        if self._desk and not self._working:
            self._working = True
            self._enable()
            self._desk.operations.spawn(
                self, self._set_up(self._desk, way), title=self.tr("Could not begin")
            )

    async def _set_up(self, desk: Desk, way: Callable[[FirstHost], Callable[[], Host]]) -> None:
        first = FirstHost(desk.core.hosts, desk.core.connections, autoconnect=True)
        self._blame(None)
        try:
            await desk.operations.run(way(first), lane=_LANE)
            await desk.operations.run(lambda: desk.core.settings.change(first_run_done=True))
        except InfinibayError as error:
            self._blame(desk.core.connections.advise(error))
            return
        finally:
            self._working = False
            self._enable()
        desk.go.show_page("machines")

    def _blame(self, error: InfinibayError | None) -> None:
        clear(self._advice)
        told = text_for(error) if error else None
        self._problem.setVisible(told is not None)
        if told:
            self._problem.setText(f"{told.title}\n{told.why}".strip())
            if told.remedy:
                self._advice.addWidget(Remedy(told.remedy))

    def _enable(self) -> None:
        ready = self._desk is not None and not self._working
        for each in (self.start_button, self.elsewhere_button, self.demonstration_button):
            each.setEnabled(ready)
        self.again_button.setEnabled(self._desk is not None and not self._examining)


def _card(title: str) -> Card:
    """A card whose title takes two lines where it must."""
    card = Card(title)
    card.heading.setWordWrap(True)
    card.head.setStretch(0, 1)
    card.head.setStretch(1, 0)
    return card


def _way(title: str, text: str, act: QWidget) -> Card:
    card = _card(title)
    card.body.addWidget(wrapped(text, name="muted"))
    card.body.addStretch(1)
    card.body.addLayout(row(act, 1))
    return card


def _next(examination: Iterator[Finding]) -> Finding | None:
    return next(examination, None)
