"""State drawings at hand while painting: each is looked up by the state alone."""

from PySide6.QtGui import QPixmap

from infinibay_desktop.model.machines import MachineState
from infinibay_desktop.ui.state_words import machine_look
from infinibay_desktop.ui.widgets.icons import pixmap
from infinibay_desktop.ui.widgets.theme import Tones


class Glyphs:
    """State drawings as pixmaps of one size and scale, each drawn once."""

    def __init__(self, tones: Tones, size_px: int, scale: float) -> None:
        self._tones = tones
        self._size_px = size_px
        self._scale = scale
        self._made: dict[tuple[MachineState, bool], QPixmap] = {}

    def of(self, state: MachineState, *, stale: bool = False) -> QPixmap:
        """The state's drawing; a stale one has no colour."""
        found = self._made.get((state, stale))
        if found is None:
            look = machine_look(state, stale=stale)
            color = self._tones.color(look.tone)
            found = pixmap(look.symbol, color, self._size_px, self._scale)
            self._made[state, stale] = found
        return found
