"""Asks for a new storage pool."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.hosts import Host, HostId
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, text_field

DEFAULT_FOLDER = "/var/lib/libvirt"


class NewPoolDialog(Dialog):
    """Makes a pool over a directory of a connected host. It stays open when that fails."""

    made = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        hosts: Sequence[Host],
        selected: HostId | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(self.tr("New storage pool"), parent)
        self._desk = desk
        self._sessions = {host.id for host in hosts if host.address.is_session}
        self.host = choice(*((one_line(host.name), host.id) for host in hosts))
        choose(self.host, selected)
        self.name = text_field()
        self.path = text_field(placeholder=f"{DEFAULT_FOLDER}/…")
        self.fields = {
            "host": Field(self.tr("Host"), self.host, name="host"),
            "name": Field(self.tr("Name"), self.name, name="name"),
            "path": Field(
                self.tr("Directory on the host"),
                self.path,
                name="path",
                hint=self.tr("It is made if it is missing. What lies in it stays as it is."),
            ),
        }
        for field in self.fields.values():
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.add_cancel()
        self.make = self.add_button(self.tr("Make pool"), kind="primary")
        self.make.setDefault(True)
        self.make.clicked.connect(self._on_make_clicked)
        for line in (self.name, self.path):
            line.textChanged.connect(self._forgive)
        self.name.textChanged.connect(self._suggest)
        self.host.currentIndexChanged.connect(self._suggest)
        self.name.setFocus()

    def _suggest(self) -> None:
        """A directory beside libvirt's own, until the person types another one."""
        if self.path.isModified():
            return
        name = self.name.text().strip()
        usable = name and self.host.currentData() not in self._sessions
        self.path.setText(f"{DEFAULT_FOLDER}/{name}" if usable else "")

    def _forgive(self) -> None:
        self.blame("")
        for field in self.fields.values():
            field.blame("")

    def _on_make_clicked(self) -> None:
        self._forgive()
        self.make.setEnabled(False)
        self._desk.operations.spawn(self, self._make())

    async def _make(self) -> None:
        host_id, name = self.host.currentData(), self.name.text().strip()
        path, storage = self.path.text().strip(), self._desk.core.storage
        number = self._desk.log.begin(
            self.tr("Make the storage pool '{name}'").format(name=one_line(name, 60))
        )
        try:
            await self._desk.operations.run(
                lambda: storage.make_pool(host_id, name, path), lane=host_id
            )
        except InfinibayError as error:
            self._desk.log.end(number, failed=complaint(error))
            self.make.setEnabled(True)
            self._complain(error)
            return
        self._desk.log.end(number)
        self.made.emit(host_id, name)
        self.accept()

    def _complain(self, error: InfinibayError) -> None:
        field = self.fields.get(str(error.details.get("field", "")))
        if field is None:
            self.blame(complaint(error))
        else:
            field.blame(complaint(error))
            field.editor.setFocus()
