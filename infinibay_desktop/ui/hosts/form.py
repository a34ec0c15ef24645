"""The form for a host: the way to it with its parts, or its URI; both say the same."""

from PySide6.QtCore import QDir, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from infinibay_desktop.model.errors import InfinibayError, ValidationError
from infinibay_desktop.model.hosts import Acceleration, Host
from infinibay_desktop.services.hosts import MAX_NAME_LENGTH, default_name, draft_host
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.hosts.address import (
    Entry,
    HostKind,
    bare_uri_of,
    entry_of,
    entry_of_host,
    field_at_fault,
    uri_of,
)
from infinibay_desktop.ui.hosts.words import acceleration_title, kind_hint, kind_title
from infinibay_desktop.ui.widgets.buttons import button
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, text_field, tick
from infinibay_desktop.ui.widgets.layout import fill, row

_REMOTE = (HostKind.SSH, HostKind.TLS)
# Which parts each way has.
_KINDS: dict[str, tuple[HostKind, ...]] = {
    "host": _REMOTE,
    "port": _REMOTE,
    "user": (HostKind.SSH,),
    "session": _REMOTE,
    "key_file": (HostKind.SSH,),
    "known_hosts_file": (HostKind.SSH,),
    "jump": (HostKind.SSH,),
    "file": (HostKind.DEMONSTRATION,),
}


class HostForm(QWidget):
    """Says what it holds as a drafted host; errors stand beside their fields."""

    changed = Signal()

    def __init__(self, host: Host | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parameters: tuple[tuple[str, str], ...] = ()
        self._filling = False
        # Whether the URI is ahead of the parts, being half typed or wrong.
        self._is_typed = False
        self.fields: dict[str, Field] = {}
        self._make_parts()
        self._lay_out()
        self._follow()
        self._fill_entry(entry_of_host(host) if host else Entry())
        if host:
            self._fill_rest(host)
        self._on_part_changed()

    def entry(self) -> Entry:
        """The parts as they stand."""
        return Entry(
            kind=HostKind(self.kind.currentData()),
            host=self.host.text().strip(),
            user=self.user.text().strip(),
            port=int(self.port.text() or 0),
            session=bool(self.session.currentData()),
            file=self.file.text().strip(),
            key_file=self.key_file.text().strip(),
            known_hosts_file=self.known_hosts.text().strip(),
            jump=self.jump.text().strip(),
            parameters=self._parameters,
        )

    def draft(self) -> Host:
        """The host that the form describes. Raises ValidationError."""
        # Parts may have characters that a URI cannot have, such as a blank in a key's path.
        uri = self.uri.text().strip() if self._is_typed else bare_uri_of(self.entry())
        return draft_host(
            uri,
            name=self.name.text().strip(),
            autoconnect=self.autoconnect.isChecked(),
            acceleration=Acceleration(self.acceleration.currentData()),
            ssh=None if self._is_typed else self.entry().ssh,
        )

    def blame(self, error: InfinibayError) -> bool:
        """Show an error beside its field; False where it is about none of them."""
        name = str(error.details.get("field", ""))
        if isinstance(error, ValidationError) and not self._is_typed:
            name = field_at_fault(self.entry(), error)
        field = self.fields.get(name) or self.fields.get({"ssh": "key_file"}.get(name, ""))
        if field is None or field.isHidden():
            field = self.fields["uri"] if name in _KINDS or name == "uri" else None
        if field is None:
            return False
        field.blame(complaint(error))
        field.editor.setFocus()
        return True

    def forgive(self) -> None:
        """Nothing is wrong any more, as far as is known."""
        for field in self.fields.values():
            field.blame("")

    # Making.

    def _make_parts(self) -> None:
        self.kind = choice(*((kind_title(kind), kind) for kind in HostKind))
        self.host, self.user = text_field(), text_field()
        self.port = text_field(placeholder=self.tr("Default"))
        self.port.setValidator(QRegularExpressionValidator("[0-9]{0,5}", self.port))
        self.port.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
        self.session = choice(
            (self.tr("Of the whole computer (system)"), False),
            (self.tr("Of the account alone (session)"), True),
        )
        self.key_file = text_field(placeholder=self.tr("As your SSH configuration says"))
        self.known_hosts = text_field(placeholder="~/.ssh/known_hosts")
        self.jump = text_field(placeholder=self.tr("None"))
        self.file = text_field(placeholder=self.tr("libvirt's own example"))
        self.name = text_field()
        self.name.setMaxLength(MAX_NAME_LENGTH)
        self.acceleration = choice(*((acceleration_title(each), each) for each in Acceleration))
        self.autoconnect = tick(self.tr("Connect when the program starts"), on=True)
        self.uri = text_field()

    def _lay_out(self) -> None:
        self._add("kind", self.tr("Where it is"), self.kind)
        host = self._add("host", self.tr("Host name or address"), self.host)
        port = self._add("port", self.tr("Port"), self.port)
        user = self._add(
            "user", self.tr("User"), self.user, self.tr("Empty: as SSH is configured.")
        )
        key = self._add("key_file", self.tr("Key file"), self.key_file)
        known = self._add("known_hosts_file", self.tr("Known hosts file"), self.known_hosts)
        jump = self._add(
            "jump", self.tr("Jump host"), self.jump, self.tr("Such as user@gateway:22.")
        )
        session = self._add("session", self.tr("Which machines"), self.session)
        file = self._add("file", self.tr("XML file"), self.file)
        name = self._add("name", self.tr("Name"), self.name)
        acceleration = self._add(
            "acceleration",
            self.tr("Acceleration"),
            self.acceleration,
            self.tr("Automatic takes KVM where it works."),
        )
        uri = self._add("uri", self.tr("Or type a URI"), self.uri)
        for field, title in (
            (key, self.tr("Choose a private key")),
            (known, self.tr("Choose a file of known hosts")),
            (file, self.tr("Choose a libvirt test file")),
        ):
            self._add_browse(field, title)
        where = row(host, port, gap=12)
        where.setStretch(0, 1)
        fill(
            QVBoxLayout(self),
            self.fields["kind"], where, user, key, known, jump, session, file, uri,
            name, acceleration, self.autoconnect, gap=12,
        )  # fmt: skip

    def _add(self, name: str, label: str, editor: QWidget, hint: str = "") -> Field:
        made = Field(label, editor, name=name, hint=hint)
        self.fields[name] = made
        return made

    def _add_browse(self, field: Field, title: str) -> None:
        line, box = field.editor, field.layout()
        assert isinstance(line, QLineEdit)
        assert isinstance(box, QVBoxLayout)
        browse = button(self.tr("Browse…"), lambda: self._browse(line, title))
        browse.setAccessibleName(title)
        box.removeWidget(line)
        both = row(line, browse)
        both.setStretch(0, 1)
        box.insertLayout(1, both)

    def _browse(self, line: QLineEdit, title: str) -> None:
        chooser = QFileDialog(self, title, line.text() or f"{QDir.homePath()}/.ssh")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setFilter(QDir.Filter.AllEntries | QDir.Filter.Hidden | QDir.Filter.NoDotAndDotDot)
        chooser.fileSelected.connect(line.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    # Keeping both sides the same.

    def _follow(self) -> None:
        for line in (
            self.host, self.port, self.user, self.key_file, self.known_hosts, self.jump, self.file,
        ):  # fmt: skip
            line.textChanged.connect(self._on_part_changed)
        self.kind.currentIndexChanged.connect(self._on_part_changed)
        self.session.currentIndexChanged.connect(self._on_part_changed)
        self.uri.textChanged.connect(self._on_uri_text_changed)
        self.uri.editingFinished.connect(self._on_uri_editing_finished)
        self.name.textChanged.connect(self._on_rest_changed)
        self.acceleration.currentIndexChanged.connect(self._on_rest_changed)
        self.autoconnect.toggled.connect(self._on_rest_changed)

    def _on_part_changed(self) -> None:
        if self._filling:
            return
        self._filling = True
        self.uri.setText(uri_of(self.entry()))
        self._filling = self._is_typed = False
        self._parts_shown()

    def _on_uri_text_changed(self) -> None:
        if self._filling:
            return
        try:
            entry = entry_of(self.uri.text().strip())
        except ValidationError:
            self._is_typed = True
            self._on_rest_changed()
            return
        self._is_typed = False
        self._fill_entry(entry)
        self._parts_shown()

    def _on_uri_editing_finished(self) -> None:
        if not self._is_typed:
            return
        try:
            entry_of(self.uri.text().strip())
        except ValidationError as error:
            self.fields["uri"].blame(complaint(error))

    def _on_rest_changed(self) -> None:
        self.forgive()
        self.changed.emit()

    def _fill_entry(self, entry: Entry) -> None:
        self._filling = True
        choose(self.kind, entry.kind)
        choose(self.session, entry.session)
        self.host.setText(entry.host)
        self.user.setText(entry.user)
        self.port.setText(str(entry.port or ""))
        self.file.setText(entry.file)
        self.key_file.setText(entry.key_file)
        self.known_hosts.setText(entry.known_hosts_file)
        self.jump.setText(entry.jump)
        self._parameters = entry.parameters
        self._filling = False

    def _fill_rest(self, host: Host) -> None:
        self.name.setText(host.name)
        choose(self.acceleration, host.acceleration)
        self.autoconnect.setChecked(host.autoconnect)

    def _parts_shown(self) -> None:
        kind = HostKind(self.kind.currentData())
        for name, kinds in _KINDS.items():
            self.fields[name].setVisible(kind in kinds)
        self.fields["kind"].say(kind_hint(kind))
        try:
            self.name.setPlaceholderText(default_name(self.uri.text().strip()))
        except ValidationError:
            self.name.setPlaceholderText("")
        self._on_rest_changed()
