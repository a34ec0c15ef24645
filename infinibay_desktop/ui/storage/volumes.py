"""The volumes of one pool as a table."""

from PySide6.QtCore import QCoreApplication, QObject

from infinibay_desktop.model.naming import natural_key
from infinibay_desktop.model.storage import Volume
from infinibay_desktop.ui.formats import plain_text, size_text
from infinibay_desktop.ui.one_line import one_line
from infinibay_desktop.ui.storage.table_model import Column, ListTableModel

MAX_PATH = 1000
translate = QCoreApplication.translate


class VolumeTableModel(ListTableModel[Volume]):
    """Disk images, ISOs and devices; sorted by name at first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda volume: f"{volume.path}\n{volume.format}", parent)


def _columns() -> list[Column[Volume]]:
    return [
        Column(
            translate("Storage", "Name"),
            lambda volume: one_line(volume.name),
            lambda volume: natural_key(volume.name),
        ),
        Column(
            translate("Storage", "Format"),
            lambda volume: one_line(volume.format, 40),
            lambda volume: volume.format,
        ),
        Column(
            translate("Storage", "Size"),
            lambda volume: size_text(volume.capacity_bytes),
            lambda volume: volume.capacity_bytes,
            is_figure=True,
        ),
        Column(
            translate("Storage", "Allocated"),
            lambda volume: size_text(volume.allocated_bytes),
            lambda volume: volume.allocated_bytes,
            is_figure=True,
        ),
        Column(
            translate("Storage", "Path"),
            lambda volume: plain_text(volume.path, MAX_PATH),
            lambda volume: natural_key(volume.path),
        ),
    ]
