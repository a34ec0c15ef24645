"""What all tabs of a machine's details share."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QWidget

from infinibay_desktop.model.machines import Machine, MachineDetails
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.widgets.layout import ScrollPage
from infinibay_desktop.ui.widgets.text import ElidedLabel, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from infinibay_desktop.ui.desk import Desk


class DetailTab(ScrollPage):
    """One tab; made when it is first looked at, told of the machine only while it is there.

    `machine` is None between two machines.
    """

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.machine: Machine | None = None
        self.body.setContentsMargins(12, 12, 12, 12)

    def see(self, machine: Machine) -> None:
        """Show this machine; the same one again when it changed."""
        other = self.machine is None or self.machine.key != machine.key
        self.machine = machine
        if other:
            self.reset()
        self.refresh(machine)

    def tell(self, details: MachineDetails | None) -> None:
        """Show what the definition says; None: it cannot be read now."""

    def reset(self) -> None:
        """Another machine: nothing of the last one may stay."""

    def refresh(self, machine: Machine) -> None:
        """Show the facts of the machine as they are now."""

    def watch(self) -> None:
        """Somebody looks."""

    def unwatch(self) -> None:
        """Nobody looks any more."""

    def retint(self) -> None:
        """The theme changed; draw what the style sheet does not."""

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work for who looks."""
        super().showEvent(event)
        self.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing."""
        super().hideEvent(event)
        self.unwatch()


class Facts(QFormLayout):
    """Names and values below each other; values are elided and told in full by a tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, ElidedLabel] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(5)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def put(self, name: str, words: str) -> None:
        """Show a value, in its old place if the name is there already."""
        value = self._values.get(name)
        if value is None:
            value = self._values[name] = ElidedLabel(middle=True)
            label = plain(name, name="muted")
            label.setBuddy(value)
            value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            value.setMinimumWidth(40)
            self.addRow(label, value)
        value.show_text(one_line(words))
        value.setAccessibleName(f"{name}: {one_line(words)}")

    def value(self, name: str) -> str:
        """What stands beside a name."""
        label: QLabel = self._values[name]
        return label.text()
