"""What the window remembers between two starts: places, columns, the last screen. No settings."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Memory:
    """A small file of Qt's own; what cannot be read is as if it had never been kept."""

    def __init__(self, file: Path | None) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat) if file else None

    def keep(self, name: str, value: QByteArray | str) -> None:
        """Keep a value in place of an older one; it reaches the disk by itself."""
        if self._store is not None:
            self._store.setValue(name, value)

    def state(self, name: str) -> QByteArray:
        """What a widget's saveState gave; empty if nothing was kept."""
        found = self._store.value(name) if self._store is not None else None
        return found if isinstance(found, QByteArray) else QByteArray()

    def text(self, name: str, default: str = "") -> str:
        """A short text."""
        found = self._store.value(name) if self._store is not None else None
        return found[:1000] if isinstance(found, str) and found else default
