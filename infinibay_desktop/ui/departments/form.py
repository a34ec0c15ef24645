"""The fields of one department."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from infinibay_desktop.model.blueprints import Blueprint
from infinibay_desktop.model.departments import (
    MAX_DEFAULT_NAME,
    MAX_DEPARTMENT_NAME,
    MAX_QUOTA_COUNT,
    Department,
    Quota,
)
from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.complaint import complaint
from infinibay_desktop.ui.departments.words import short
from infinibay_desktop.ui.quota_words import PARTS, part_name
from infinibay_desktop.ui.widgets.dots import dot_icon
from infinibay_desktop.ui.widgets.flow import FlowGrid
from infinibay_desktop.ui.widgets.forms import Field, choice, choose, number_field, text_field
from infinibay_desktop.ui.widgets.layout import Card, fill

MOST_GIB = 1_000_000
_NO_BOUND = -1
_SWATCH = 18


class Swatches(QWidget):
    """One of a few colours that can be told apart, or none."""

    changed = Signal()

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        grid = FlowGrid(self, cell_width=32, widest=32, gap=4)
        known = self._colours()
        # Whoever chose another one, by the command line, keeps it.
        offered = known if colour in known else {**known, colour: colour}
        for value, name in offered.items():
            grid.addWidget(self._swatch(value, name, chosen=value == colour))

    def value(self) -> str:
        """The colour as #rrggbb; empty: none."""
        chosen = self._group.checkedButton()
        return str(chosen.property("colour")) if chosen else ""

    def _swatch(self, value: str, name: str, *, chosen: bool) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        made.setChecked(chosen)
        made.setIcon(dot_icon(value, self, size=_SWATCH))
        made.setIconSize(QSize(_SWATCH, _SWATCH))
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setProperty("colour", value)
        self._group.addButton(made)
        made.toggled.connect(lambda _on: self.changed.emit())
        return made

    def _colours(self) -> dict[str, str]:
        return {
            "": self.tr("No colour"),
            "#1f6bb8": self.tr("Blue"),
            "#0e8a8a": self.tr("Teal"),
            "#2e7d32": self.tr("Green"),
            "#8a9a1b": self.tr("Olive"),
            "#d9a300": self.tr("Yellow"),
            "#d9682b": self.tr("Orange"),
            "#c0392b": self.tr("Red"),
            "#c2408f": self.tr("Pink"),
            "#7b4fc9": self.tr("Violet"),
            "#6d5a4c": self.tr("Brown"),
            "#6b7686": self.tr("Grey"),
        }


class DepartmentForm(QWidget):
    """Holds a department as it would be stored."""

    changed = Signal()

    def __init__(self, department: Department, *, may_set_quota: bool) -> None:
        super().__init__()
        self._department = department
        self._may_set_quota = may_set_quota
        self._make_fields(department)
        self._make_quota(department.quota)
        fill(QVBoxLayout(self), self._about_card(), self._quota_card(), self._defaults_card())
        self._connect()

    def department(self) -> Department:
        """What is filled in now, unchecked."""
        return replace(
            self._department,
            name=self.name.text(),
            description=self.description.toPlainText(),
            colour=self.colour.value(),
            default_blueprint=str(self.blueprint.currentData() or ""),
            default_network=self.network.text(),
            quota=self._quota(),
        )

    def set_blueprints(self, blueprints: Sequence[Blueprint]) -> None:
        """Offer these; the one that is chosen stays."""
        chosen = self.blueprint.currentData()
        self.blueprint.blockSignals(True)
        names = [one.name for one in blueprints]
        for name in names:
            if name != chosen:
                self.blueprint.addItem(short(name), name)
        choose(self.blueprint, chosen)
        self.blueprint.blockSignals(False)

    def blame(self, error: InfinibayError | None) -> bool:
        """Show what is wrong beside its field; False: it is about none of them."""
        wanted = str(error.details.get("field", "")) if error else ""
        for name, field in self.fields.items():
            field.blame(complaint(error) if error and name == wanted else "")
        return wanted in self.fields

    # Making.

    def _make_fields(self, department: Department) -> None:
        self.name = text_field(department.name)
        self.name.setMaxLength(MAX_DEPARTMENT_NAME)
        self.description = QPlainTextEdit(department.description)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(58)
        self.colour = Swatches(department.colour)
        self.blueprint = choice((self.tr("None"), ""))
        if department.default_blueprint:
            self.blueprint.addItem(
                short(department.default_blueprint), department.default_blueprint
            )
            self.blueprint.setCurrentIndex(1)
        self.network = text_field(department.default_network, placeholder="default")
        self.network.setMaxLength(MAX_DEFAULT_NAME)
        sizes = self.tr("What new machines of this department are suggested to have.")
        network = self.tr("A network of the hosts that new machines are plugged into.")
        self.fields = {
            "name": Field(self.tr("Name"), self.name, name="name"),
            "description": Field(self.tr("Description (optional)"), self.description),
            "colour": Field(self.tr("Colour"), self.colour, name="colour"),
            "default_blueprint": Field(self.tr("Blueprint"), self.blueprint, hint=sizes),
            "default_network": Field(self.tr("Network"), self.network, hint=network),
        }

    def _make_quota(self, quota: Quota) -> None:
        self.bounds = {}
        for part in PARTS:
            bound = getattr(quota, part)
            is_size = part.endswith("_bytes")
            most = MOST_GIB if is_size else MAX_QUOTA_COUNT
            shown = _NO_BOUND if bound is None else -(-bound // GIB) if is_size else bound
            made = number_field(
                min(shown, most), _NO_BOUND, most, unit=self.tr("GiB") if is_size else ""
            )
            made.setSpecialValueText(self.tr("No limit"))
            made.setEnabled(self._may_set_quota)
            self.bounds[part] = made
            self.fields[f"quota_{part}"] = Field(part_name(part), made, name=f"quota_{part}")
        self._shown = {part: made.value() for part, made in self.bounds.items()}

    def _quota(self) -> Quota:
        # What nobody touched stays to the byte.
        changed = {
            part: _meant(part, made.value())
            for part, made in self.bounds.items()
            if made.value() != self._shown[part]
        }
        return replace(self._department.quota, **changed)

    def _about_card(self) -> Card:
        card = Card()
        for name in ("name", "description", "colour"):
            card.body.addWidget(self.fields[name])
        return card

    def _quota_card(self) -> Card:
        card = Card(self.tr("At most"))
        holder = QWidget()
        grid = FlowGrid(holder, cell_width=180, gap=12)
        for part in PARTS:
            grid.addWidget(self.fields[f"quota_{part}"])
        card.body.addWidget(holder)
        if not self._may_set_quota:
            field = self.fields["quota_machines"]
            field.say(self.tr("Only administrators change quotas."))
        return card

    def _defaults_card(self) -> Card:
        card = Card(self.tr("For new machines"))
        for name in ("default_blueprint", "default_network"):
            card.body.addWidget(self.fields[name])
        return card

    def _connect(self) -> None:
        for signal in (
            self.name.textChanged,
            self.description.textChanged,
            self.colour.changed,
            self.blueprint.currentIndexChanged,
            self.network.textChanged,
            *(made.valueChanged for made in self.bounds.values()),
        ):
            signal.connect(lambda *_value: self.changed.emit())


def _meant(part: str, shown: int) -> int | None:
    if shown == _NO_BOUND:
        return None
    return shown * GIB if part.endswith("_bytes") else shown
