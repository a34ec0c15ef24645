"""The list as thumbnails: the switch, and the screens that are fetched for it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import ActorChanged, MachineChanged
from infinibay_desktop.model.machines import Machine, MachineKey, Thumbnail
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.ui.desk import Desk
from infinibay_desktop.ui.machines.grid import MachineGrid
from infinibay_desktop.ui.machines.page import MachinesPage
from infinibay_desktop.ui.memory import Memory
from infinibay_desktop.ui.rights import may_on
from infinibay_desktop.ui.widgets.buttons import icon_button

# Screens fetched at the same time: more would hold up the acts of a host.
AT_ONCE = 2
_WAITING = 64


class Thumbnails(QObject):
    """Switches between table and thumbnails; fetches only what is in sight."""

    def __init__(self, page: MachinesPage, desk: Desk, memory: Memory) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._memory = memory
        self._grid: MachineGrid | None = None
        self._waiting: list[MachineKey] = []
        self._running = 0
        self._looked_at = False
        self._switch = icon_button("layout-grid", self.tr("Show as thumbnails"))
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._on_switch_toggled)
        page.tools.insertWidget(1, self._switch)
        self._switch.setChecked(memory.text("machines/view") == "grid")
        desk.bridge.on(MachineChanged, lambda event: self._see(event.machine), owner=self)
        desk.bridge.on(ActorChanged, self._on_actor_changed, owner=self)

    def entered(self) -> None:
        """Somebody looks at the screen."""
        self._looked_at = True

    def left(self) -> None:
        """Nobody does: fetch nothing more."""
        self._looked_at = False
        self._waiting.clear()

    def _see(self, machine: Machine) -> None:
        """A machine's screen goes with the right to look at it."""
        if self._grid and not may_on(self._desk, Permission.MACHINE_CONSOLE, machine):
            self._grid.set_thumbnail(machine.key, QImage())

    def _on_actor_changed(self, _event: ActorChanged) -> None:
        if self._grid:
            self._grid.forget_thumbnails()

    def _on_switch_toggled(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        self._memory.keep("machines/view", "grid" if wanted else "table")
        self._page.use_view(self._made() if wanted else self._page.table)
        self._page.focus_list()

    def _made(self) -> MachineGrid:
        if self._grid is None:
            grid = MachineGrid(self._page.model, self._page.selection)
            grid.setFrameShape(MachineGrid.Shape.NoFrame)
            grid.machine_activated.connect(self._page.activate)
            grid.context_menu_wanted.connect(self._page.open_menu)
            grid.selection_changed.connect(self._page.selection_due)
            grid.thumbnails_wanted.connect(self._on_grid_thumbnails_wanted)
            self._grid = grid
        return self._grid

    def _on_grid_thumbnails_wanted(self, keys: list[MachineKey]) -> None:
        if not self._desk.core.settings.settings.thumbnails:
            return
        self._waiting = keys[:_WAITING]
        self._fetch_more()

    def _fetch_more(self) -> None:
        while self._looked_at and self._waiting and self._running < AT_ONCE:
            self._running += 1
            self._desk.operations.spawn(self, self._fetch(self._waiting.pop(0)))

    async def _fetch(self, key: MachineKey) -> None:
        machines, grid = self._desk.core.machines, self._grid
        size = grid.thumbnail_size() if grid else None
        try:
            if grid and size:
                found = await self._desk.operations.run(
                    lambda: machines.thumbnail(key, size.width(), size.height()),
                    lane=("thumbnails", key.host_id),
                )
                grid.set_thumbnail(key, _to_image(found))
        except InfinibayError:
            # A machine without a screen keeps its glyph; that is no news for anybody.
            return
        finally:
            self._running -= 1
            self._fetch_more()


def _to_image(found: Thumbnail) -> QImage:
    kind = QImage.Format.Format_RGB32
    image = QImage(found.pixels, found.width, found.height, found.width * 4, kind)
    return image.copy()  # the bytes are Python's
