"""The whole console of one machine: its screen, its tools, and words where there is no screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from infinibay_desktop.model.consoles import ScreenNews
from infinibay_desktop.model.errors import ConsoleUnsupportedError
from infinibay_desktop.model.machines import Machine, MachineState
from infinibay_desktop.model.settings import Scaling, Settings
from infinibay_desktop.runtime.clock import Clock, SystemClock
from infinibay_desktop.services.ports import Screen
from infinibay_desktop.ui.console import messages
from infinibay_desktop.ui.console.attempt import OpenScreen
from infinibay_desktop.ui.console.clipboard import SharedClipboard
from infinibay_desktop.ui.console.console_tools import ConsoleTools
from infinibay_desktop.ui.console.desktop import Desktop
from infinibay_desktop.ui.console.keyboard import Stroke
from infinibay_desktop.ui.console.note_bar import NoteBar
from infinibay_desktop.ui.console.pasting import Pasting
from infinibay_desktop.ui.console.presence import Presence
from infinibay_desktop.ui.console.schedule import Cancel, QtSchedule, Schedule
from infinibay_desktop.ui.console.screen_link import LinkPhase, ScreenLink, Submit
from infinibay_desktop.ui.console.screen_stack import ScreenStack
from infinibay_desktop.ui.console.screenshot import ScreenshotSaver
from infinibay_desktop.ui.console.words import isolated
from infinibay_desktop.ui.widgets.layout import fill, line

_BELL_AT_MOST_EVERY_S = 1.0


class ConsolePane(QWidget):
    """Shows one machine's screen, and connects it again when it was lost.

    It hears of its machine by `show_machine`, `set_host_lost` and `show_gone`. While nobody
    sees it nothing is painted or fetched, and after a while it hangs up; `close_console` does
    so at once.
    """

    start_requested = Signal(object)
    resume_requested = Signal(object)
    detach_requested = Signal(object)
    full_screen_requested = Signal(object)
    hint_changed = Signal(str)
    machine_changed = Signal()
    top_touched = Signal()

    def __init__(
        self,
        machine: Machine,
        *,
        open_screen: OpenScreen,
        submit: Submit,
        settings: Settings | None = None,
        schedule: Schedule | None = None,
        clock: Clock | None = None,
        desktop: Desktop | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.machine = machine
        self._settings = settings or Settings()
        self._schedule: Schedule = schedule or QtSchedule(self)
        self._clock: Clock = clock or SystemClock()
        self._gone = self._hung_up = self._forbidden = False
        self._host_lost = machine.stale_since is not None
        self._unsupported: ConsoleUnsupportedError | None = None
        self._bell_at = 0.0
        self._tick: Cancel | None = None
        self._clipboard = SharedClipboard()
        opener = partial(open_screen, machine.key)
        self._link = ScreenLink(opener, submit, self._schedule, self._clock, self)
        self._saver = ScreenshotSaver(submit, self._clock, self)
        self.tools = ConsoleTools(self)
        self._note = NoteBar(closable=False)
        self._news_bar = NoteBar(closable=True)
        self._pasting = Pasting(self.send_keys, self._settings.paste_delay_ms, self._news_bar, self)
        self._stack = ScreenStack(self._settings, desktop)
        self._presence = Presence(self, self._schedule, self._settings.keep_console_s)
        self.rule = line()
        fill(
            QVBoxLayout(self),
            self.tools,
            self.rule,
            self._note,
            self._news_bar,
            self._stack,
            gap=0,
        )
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        link, tools = self._link, self.tools
        link.opened.connect(self._on_link_opened)
        link.news.connect(self._on_link_news)
        link.phase_changed.connect(self._refresh)
        tools.keys_chosen.connect(self.send_keys)
        tools.paste_chosen.connect(self.paste_as_keystrokes)
        tools.screenshot_chosen.connect(self.save_screenshot)
        tools.scaling_chosen.connect(self.set_scaling)
        tools.share_clipboard.toggled.connect(self._on_share_clipboard_toggled)
        tools.detach_chosen.connect(lambda: self.detach_requested.emit(self.machine.key))
        tools.full_screen_chosen.connect(lambda: self.full_screen_requested.emit(self.machine.key))
        self._stack.page.replied.connect(self._on_page_replied)
        self._stack.hint_changed.connect(self._on_stack_hint_changed)
        self._stack.captured_changed.connect(self._on_stack_captured_changed)
        self._stack.top_touched.connect(self.top_touched)
        self._presence.seen_changed.connect(self._on_presence_seen_changed)
        self._presence.unseen_for_long.connect(self.close_console)
        self._saver.ended.connect(self._on_saver_ended)
        tools.set_scaling(self._settings.console_scaling)

    # What others tell it

    @property
    def hint(self) -> str:
        """How the keyboard comes to the guest or back."""
        return self._stack.hint

    @property
    def captured(self) -> bool:
        """Whether the keyboard is the guest's."""
        return self._stack.captured

    @property
    def phase(self) -> LinkPhase:
        """How far the way to the screen is."""
        return self._link.phase

    def show_machine(self, machine: Machine) -> None:
        """The machine is like this now."""
        came_up = machine.state in messages.VISIBLE and machine.state != self.machine.state
        self.machine = machine
        self._host_lost = machine.stale_since is not None
        self._gone = False
        if came_up and self._link.phase in (LinkPhase.WAITING, LinkPhase.REFUSED):
            self._link.close()
        self.machine_changed.emit()
        self._refresh()

    def set_host_lost(self, *, lost: bool) -> None:
        """The host does not answer, or does again."""
        self._host_lost = lost
        self._refresh()

    def show_gone(self) -> None:
        """The machine is no more."""
        self._gone = True
        self._refresh()

    def set_allowed(self, *, allowed: bool) -> None:
        """Whether the person may see the screen; if not, it ends at once."""
        if allowed == self._forbidden:
            self._forbidden = not allowed
            if not allowed:
                self._pasting.cancel()
            self._refresh()

    def set_power_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these acts on the machine's power."""
        self.tools.set_power_actions(actions)

    def set_host_shortcuts(self, sequences: Sequence[QKeySequence]) -> None:
        """Leave these keys to the window even while the keyboard is the guest's."""
        self._stack.set_host_shortcuts(sequences)

    def set_scaling(self, scaling: Scaling) -> None:
        """Fit the screen in another way."""
        self.tools.set_scaling(scaling)
        self._stack.set_scaling(scaling)

    def send_keys(self, strokes: Sequence[Stroke]) -> None:
        """Press these keys in the guest, together."""
        if self._stack.view is not None:
            self._stack.view.press_keys(strokes)

    def paste_as_keystrokes(self) -> None:
        """Type the clipboard's text."""
        self._pasting.start()
        self.focus_console()

    def save_screenshot(self) -> None:
        """Ask where the screen, as it is now, is to be saved."""
        image = self._stack.view.picture() if self._stack.view else None
        if image is not None:
            self._saver.ask(image, self.machine.name)

    def focus_console(self) -> None:
        """Give the keyboard to the screen, or first to the button that would bring it."""
        self._stack.focus_console()

    def close_console(self) -> None:
        """Hang up, and stay so until it is seen anew. Never waits."""
        self._hung_up = True
        self._pasting.cancel()
        self._link.close()

    def retint(self) -> None:
        """Draw what is drawn in the theme's colours."""
        self._stack.page.retint()

    def showEvent(self, event: QShowEvent) -> None:
        """Connect."""
        super().showEvent(event)
        self._presence.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Fetch no more, and hang up later."""
        super().hideEvent(event)
        self._presence.look()

    # What happens

    def _refresh(self) -> None:
        """Bring connection and page in line with what is known."""
        phase = self._link.phase
        lost = self._host_lost and phase is not LinkPhase.CONNECTED
        absence = messages.of_absence(
            self.machine, gone=self._gone, host_lost=lost, forbidden=self._forbidden
        )
        if absence is not None:
            self._unsupported = None
            self._link.close()
        elif self._presence.seen and not self._hung_up and self._unsupported is None:
            self._link.open()
        self._show(absence or self._link_message())

    def _link_message(self) -> messages.Message | None:
        link = self._link
        phase = LinkPhase.REFUSED if self._unsupported else link.phase
        error = self._unsupported or link.error
        return messages.of_link(self.machine, phase, error, again=link.was_connected)

    def _show(self, message: messages.Message | None) -> None:
        self._stack.show_message(message)
        connected = self._stack.shows_screen
        self.tools.set_connected(connected=connected)
        self._show_note(connected=connected)
        self._count_down()

    def _show_note(self, *, connected: bool) -> None:
        text = messages.of_note(self.machine, host_lost=self._host_lost) if connected else ""
        if not text:
            self._note.dismiss()
        elif text != self._note.text:
            asleep = self.machine.state is MachineState.SUSPENDED
            words = self.tr("Wake up") if asleep else self.tr("Resume")
            ask = (words, lambda: self.resume_requested.emit(self.machine.key))
            self._note.say(text, *(() if self._host_lost else (ask,)))

    def _count_down(self) -> None:
        if self._tick is not None:
            self._tick()
            self._tick = None
        if self._link.phase is LinkPhase.WAITING and self._presence.seen:
            self._stack.page.set_countdown(messages.countdown(self._link.seconds_to_retry))
            self._tick = self._schedule.call_in(1.0, self._count_down)
        else:
            self._stack.page.set_countdown("")

    def _on_link_opened(self, screen: Screen) -> None:
        if not self._stack.put_screen(screen):
            self._unsupported = ConsoleUnsupportedError(
                self.tr("This program cannot show screens of this kind.")
            )
            self._link.close()
        self._clipboard.forget()

    def _on_link_news(self, news: ScreenNews) -> None:
        view = self._stack.view
        if view is None:
            return
        view.describe(self.tr("Screen of '%1'").replace("%1", isolated(self.machine.name)))
        view.show_news(news)
        if view.captured:
            self._clipboard.take(news.clipboard)
        if news.bell and self._clock.monotonic() - self._bell_at >= _BELL_AT_MOST_EVERY_S:
            self._bell_at = self._clock.monotonic()
            QApplication.beep()

    def _on_stack_hint_changed(self, hint: str) -> None:
        self.tools.set_hint(hint)
        self.hint_changed.emit(hint)

    def _on_stack_captured_changed(self, captured: bool) -> None:  # noqa: FBT001 - a slot
        if captured:
            self._clipboard.offer_to(self._link.screen)

    def _on_share_clipboard_toggled(self, shared: bool) -> None:  # noqa: FBT001 - a slot
        self._clipboard.enabled = shared

    def _on_page_replied(self, reply: messages.Reply, password: str) -> None:
        if reply is messages.Reply.START:
            self.start_requested.emit(self.machine.key)
        elif self._hung_up:
            self._hung_up = False
            self._refresh()
        else:
            self._link.retry_now(password)

    def _on_presence_seen_changed(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        self._hung_up = self._hung_up and not seen
        self._link.sleep(asleep=not seen)
        self._refresh()

    def _on_saver_ended(self, path: str, written: bool) -> None:  # noqa: FBT001 - a slot
        if written:
            self._news_bar.say(self.tr("Saved as %1").replace("%1", path[:4096]))
        else:
            text = self.tr("Nothing was saved: %1 cannot be written.")
            self._news_bar.say(text.replace("%1", path[:4096]))
