"""The one door for what the person must know: errors and good news, in a corner, never modal."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.error_text import text_for
from infinibay_desktop.ui.widgets.buttons import button, icon_button
from infinibay_desktop.ui.widgets.dialogs import Dialog
from infinibay_desktop.ui.widgets.icons import pixmap, tint
from infinibay_desktop.ui.widgets.layout import ScrollPage, column, fill, row
from infinibay_desktop.ui.widgets.text import plain, wrapped

KEPT = 200
SHOWN = 4
GOOD_NEWS_MS = 6000
WIDTH = 380
MARGIN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that was told."""

    title: str
    text: str = ""
    remedy: str = ""
    details: str = ""
    is_error: bool = False
    told_at: datetime
    retry: Callable[[], object] | None = None


class NoticeBoard(QObject):
    """Shows notices in the window's corner and keeps the last ones for the bell."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.kept: deque[Notice] = deque(maxlen=KEPT)
        self.unseen = 0
        # While nobody is signed in, nobody is told what somebody's work came to.
        self.is_quiet = False
        self._window = window
        self._shown: list[_Toast] = []
        # Where the window shows its screens; it ends where the task log begins.
        screens = getattr(window, "stack", None)
        self._screens: QWidget | None = screens if isinstance(screens, QWidget) else None
        for part in filter(None, (window, self._screens)):
            part.installEventFilter(self)

    def show_error(
        self,
        error: InfinibayError,
        *,
        title: str = "",
        retry: Callable[[], object] | None = None,
    ) -> None:
        """Tell a foreseen failure: what, why, what to do; the raw words under Details."""
        text = text_for(error)
        if text is None:
            return
        why = text.why if not title else "\n".join(filter(None, [text.why or text.title]))
        self._add(
            Notice(
                title=title or text.title,
                text=why if why != (title or text.title) else "",
                remedy=text.remedy,
                details=text.details,
                is_error=True,
                told_at=datetime.now(UTC),
                retry=retry,
            )
        )

    def tell(self, title: str, text: str = "") -> None:
        """Tell good news; it goes by itself."""
        self._add(Notice(title=title, text=text, told_at=datetime.now(UTC)))

    def mark_seen(self) -> None:
        """The person looked at them."""
        self.unseen = 0
        self.changed.emit()

    def forget(self) -> None:
        """Take away all that was told: somebody else looks now."""
        for toast in tuple(self._shown):
            toast.dismiss()
        self.kept.clear()
        self.mark_seen()

    def retranslate(self) -> None:
        """Good news in the language before goes; failures stay until somebody dismisses them."""
        for toast in [one for one in self._shown if not one.is_error]:
            toast.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the corner when the window changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _add(self, notice: Notice) -> None:
        if self.is_quiet:
            return
        self.kept.appendleft(notice)
        self.unseen += 1
        if any(toast.repeats(notice) for toast in self._shown):
            self.changed.emit()
            return
        toast = _Toast(notice, self._window)
        toast.gone.connect(self._on_toast_gone)
        self._shown.append(toast)
        for old in self._shown[:-SHOWN]:
            old.dismiss()
        toast.show()
        self._arrange()
        self.changed.emit()

    def _bottom(self) -> int:
        """Above the window's foot: the task log tells of the same work."""
        screens = self._screens
        if screens is None or not screens.isVisible():
            return self._window.height() - MARGIN - 28
        return screens.mapTo(self._window, screens.rect().bottomLeft()).y() - MARGIN

    def _on_toast_gone(self, toast: QWidget) -> None:
        self._shown = [one for one in self._shown if one is not toast]
        self._arrange()

    def _arrange(self) -> None:
        bottom = self._bottom()
        for toast in reversed(self._shown):
            width = min(WIDTH, self._window.width() - 2 * MARGIN)
            toast.setFixedWidth(width)
            toast.adjustSize()
            height = min(toast.heightForWidth(width) or toast.height(), self._window.height() // 2)
            toast.resize(width, height)
            toast.move(self._window.width() - width - MARGIN, bottom - height)
            toast.raise_()
            bottom -= height + 8


class _Toast(QFrame):
    gone = Signal(QWidget)

    def __init__(self, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._notice = notice
        self.setObjectName("notice")
        self.setAccessibleName(notice.title)
        self.setAccessibleDescription("\n".join([notice.text, notice.remedy]))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _cast_shadow(self)
        self._build_ui(notice)
        if not notice.is_error:
            QTimer.singleShot(GOOD_NEWS_MS, self, self.dismiss)

    @property
    def is_error(self) -> bool:
        """Whether it tells a failure."""
        return self._notice.is_error

    def repeats(self, notice: Notice) -> bool:
        """Whether it says the same."""
        mine = self._notice
        return (mine.title, mine.text, mine.remedy) == (notice.title, notice.text, notice.remedy)

    def dismiss(self) -> None:
        """Take it away."""
        self.gone.emit(self)
        self.hide()
        self.deleteLater()

    def _build_ui(self, notice: Notice) -> None:
        picture = QLabel()
        symbol, tone = (
            ("circle-alert", "danger") if notice.is_error else ("circle-check", "running")
        )
        picture.setPixmap(pixmap(symbol, tint(tone), 20, self.devicePixelRatioF()))
        title = wrapped(_short(notice.title), name="heading")
        close = icon_button("x", self.tr("Dismiss"), self.dismiss, size=14)
        head = row(picture, title, close, gap=10)
        head.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        head.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        head.setStretch(1, 1)
        texts = [_sentence(notice.text), _sentence(notice.remedy, "muted")]
        fill(QVBoxLayout(self), head, *[text for text in texts if text.text()], gap=6, margin=12)
        self._add_buttons(notice)

    def _add_buttons(self, notice: Notice) -> None:
        buttons = []
        if notice.details:
            buttons.append(button(self.tr("Details"), self._on_details_clicked, kind="link"))
        if notice.retry:
            buttons.append(button(self.tr("Retry"), self._on_retry_clicked, kind="link"))
        box = self.layout()
        if buttons and isinstance(box, QVBoxLayout):
            box.addLayout(row(1, *buttons))

    def _on_details_clicked(self) -> None:
        show_details(self._notice, self.window())

    def _on_retry_clicked(self) -> None:
        retry = self._notice.retry
        self.dismiss()
        if retry:
            retry()


def show_details(notice: Notice, window: QWidget) -> None:
    """All that is known of a failure, to read and to copy."""
    dialog = Dialog(notice.title, window, width=640)
    for text in (notice.text, notice.remedy):
        if text:
            dialog.body.addWidget(wrapped(text))
    raw = QPlainTextEdit(notice.details)
    raw.setObjectName("code")
    raw.setReadOnly(True)
    raw.setAccessibleName(QCoreApplication.translate("Notices", "Details"))
    dialog.body.addWidget(raw)
    copied = "\n\n".join([notice.title, notice.text, notice.remedy, notice.details])
    copy = dialog.add_button(QCoreApplication.translate("Notices", "Copy"), symbol="copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(copied))
    dialog.add_cancel(QCoreApplication.translate("Notices", "Close"))
    dialog.fit()
    dialog.open()


def _sentence(text: str, name: str = "") -> QLabel:
    label = wrapped(_short(text, 600), name=name)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def _short(text: str, most: int = 200) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _cast_shadow(widget: QWidget) -> None:
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(24)
    shadow.setOffset(0, 4)
    shadow.setColor(tint("shadow"))
    widget.setGraphicsEffect(shadow)


class NoticeList(QFrame):
    """What the bell opens: the last notices, newest first."""

    def __init__(self, board: NoticeBoard, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Notices"))

        page = ScrollPage()
        fill(QVBoxLayout(self), plain(self.tr("Notices"), name="heading"), page, margin=12)
        for notice in list(board.kept)[:50]:
            page.body.addLayout(self._entry(notice))
        if not board.kept:
            page.body.addWidget(plain(self.tr("Nothing to tell yet."), name="muted"))
        page.body.addStretch(1)
        self.resize(400, 420)
        board.mark_seen()

    def _entry(self, notice: Notice) -> QVBoxLayout:
        at = notice.told_at.astimezone().strftime("%H:%M:%S")
        title = wrapped(_short(notice.title))
        words = wrapped(_short(f"{at}  {notice.text} {notice.remedy}".strip(), 400), name="muted")
        return column(title, words, gap=2)
