"""The real program, with somebody in it who tells what its windows show.

Started as `python -m tests.lab.window_inspector FD OPTION...`: the program's own start-up with
these options, while questions come as lines of JSON on the socket FD. Clicks and keys come
from the X server, as a person's do; only what no person can do is done from here.
"""

import contextlib
import json
import socket
import sys
import threading
import traceback
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QMenuBar,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import getCppPointer

from infinibay_desktop.app import window

MOST_ROWS = 60


class Inspector(QObject):
    """Answers on the GUI thread, so that what it tells is what a person sees just then."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def _on_asked(self, question: "Question") -> None:
        try:
            question.answer = self._answer(question.words)
        except Exception:  # noqa: BLE001 - told to the test, which fails with it
            question.answer = {"error": traceback.format_exc()}
        question.answered.set()

    def _answer(self, words: dict[str, Any]) -> Any:
        match words["do"]:
            case "look":
                return list(_things())
            case "reveal":
                return _reveal(words["number"])
            case "threads":
                return [thread.name for thread in threading.enumerate()]
            case "picture":
                screen = QApplication.primaryScreen()
                return screen.grabWindow(0).save(words["file"])
            case "force":
                return _force(words["act"], words["name"])
            case "resize":
                return _resize(*words["size"])
        raise ValueError(words)


class Question:
    """One question, and room for its answer."""

    def __init__(self, words: dict[str, Any]) -> None:
        self.words = words
        self.answer: Any = None
        self.answered = threading.Event()


def _things() -> Any:
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible() and widget.window() is top:
                yield from _told(widget)


def _told(widget: QWidget) -> Any:
    seen = _in_sight(widget)
    told = {
        "number": _number(widget),
        "kind": type(widget).__name__,
        "kinds": [each.__name__ for each in type(widget).__mro__],
        "object": widget.objectName(),
        "name": widget.accessibleName(),
        "description": widget.accessibleDescription(),
        "text": _text_of(widget),
        "enabled": widget.isEnabled(),
        "checked": bool(getattr(widget, "isChecked", bool)()),
        "focused": widget.hasFocus(),
        "window": widget.window().windowTitle(),
        "format": str(getattr(widget, "textFormat", str)()),
        "place": _place(widget, seen),
        "whole": seen.size() == widget.size(),
    }
    yield told
    if isinstance(widget, QAbstractItemView):
        yield from _items(widget)
    if isinstance(widget, (QMenu, QMenuBar)):
        yield from _entries(widget)
    if isinstance(widget, QTabBar):
        yield from _tabs(widget)


def _in_sight(widget: QWidget) -> QRect:
    """The part of a widget that no frame around it cuts off."""
    seen, parent = widget.rect(), widget
    while not parent.isWindow() and (above := parent.parentWidget()) is not None:
        inside = QRect(widget.mapFrom(above, QPoint(0, 0)), above.size())
        seen = seen.intersected(inside)
        parent = above
    return seen


def _number(widget: QWidget) -> int:
    number: int = getCppPointer(widget)[0]
    return number


def _text_of(widget: QWidget) -> str:
    for name in ("text", "toPlainText", "currentText", "title"):
        found = getattr(widget, name, None)
        if callable(found):
            with contextlib.suppress(TypeError):
                return str(found())
    return ""


def _items(view: QAbstractItemView) -> Any:
    model = view.model()
    if not isinstance(model, QAbstractItemModel):
        return
    inside = view.viewport().rect()
    # A list's own count of columns cannot be called.
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(model.rowCount(view.rootIndex()), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, view.rootIndex())
            rect = view.visualRect(index)
            yield {
                "number": _number(view),
                "kind": "item",
                "kinds": ["item"],
                "name": view.accessibleName(),
                "text": str(index.data() if index.data() is not None else ""),
                "row": row,
                "column": column,
                "enabled": bool(index.flags() & Qt.ItemFlag.ItemIsEnabled),
                "window": view.window().windowTitle(),
                "place": _place(view.viewport(), rect.intersected(inside)),
            }


def _entries(menu: QMenu | QMenuBar) -> Any:
    for action in menu.actions():
        if action.isVisible() and not action.isSeparator():
            yield {
                "number": _number(menu),
                "kind": "entry",
                "kinds": ["entry"],
                "name": "",
                "text": action.text().replace("&", ""),
                "enabled": action.isEnabled(),
                "window": menu.window().windowTitle(),
                "place": _place(menu, menu.actionGeometry(action)),
            }


def _tabs(bar: QTabBar) -> Any:
    for number in range(bar.count()):
        yield {
            "number": _number(bar),
            "kind": "tab",
            "kinds": ["tab"],
            "name": bar.accessibleTabName(number),
            "text": bar.tabText(number),
            "enabled": bar.isTabEnabled(number),
            "window": bar.window().windowTitle(),
            "place": _place(bar, bar.tabRect(number).intersected(bar.rect())),
        }


def _place(widget: QWidget, rect: QRect) -> list[int] | None:
    """Left, top, width and height on the screen, in its own points; None: out of sight."""
    there = QRect(widget.mapToGlobal(rect.topLeft()), rect.size())
    there = there.intersected(widget.screen().geometry())
    if there.isEmpty():
        return None
    ratio = widget.devicePixelRatioF()
    return [round(each * ratio) for each in (there.x(), there.y(), there.width(), there.height())]


def _reveal(number: int) -> bool:
    for widget in QApplication.allWidgets():
        if _number(widget) == number:
            parent = widget.parentWidget()
            while parent is not None:
                if isinstance(parent, QScrollArea):
                    parent.ensureWidgetVisible(widget, 20, 20)
                parent = parent.parentWidget()
            return True
    return False


def _force(act: str, name: str) -> bool:
    """Call a machine's service from the window, as if a button that is not offered were pressed."""
    desks = [getattr(widget, "_desk", None) for widget in QApplication.allWidgets()]
    desk = next(filter(None, desks))
    [machine] = [each for each in desk.core.inventory.snapshot() if each.name == name]
    work = desk.operations.run(lambda: getattr(desk.core.machines, act)(machine.key))
    desk.operations.spawn(QApplication.activeWindow() or QApplication.instance(), work)
    return True


def _resize(width: int, height: int) -> bool:
    for top in QApplication.topLevelWidgets():
        if top.inherits("QMainWindow") and top.objectName() != "consoleWindow":
            top.resize(width, height)
    return True


def serve(line: socket.socket) -> None:
    """Answer until the test hangs up."""
    inspector: Inspector | None = None
    for asked in line.makefile("r", encoding="utf-8"):
        application = QApplication.instance()
        answer: Any = {"error": "there is no application yet"}
        if application is not None:
            if inspector is None:
                inspector = Inspector()
                inspector.moveToThread(application.thread())
            question = Question(json.loads(asked))
            inspector.asked.emit(question)
            question.answered.wait()
            answer = question.answer
        line.sendall(json.dumps(answer).encode() + b"\n")


def main() -> None:
    """Be the program."""
    line = socket.socket(fileno=int(sys.argv.pop(1)))
    threading.Thread(target=serve, args=[line], daemon=True).start()
    window.main()


if __name__ == "__main__":
    main()
