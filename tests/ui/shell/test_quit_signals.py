"""A terminal's Ctrl+C and a desktop's farewell end the program in order."""

import os
import signal

import pytest
from PySide6.QtCore import QObject

from infinibay_desktop.app.signals import QuitSignals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_asks_to_quit_on_the_gui_thread(qapp, qtbot, number):
    owner, asked = QObject(), []
    signals = QuitSignals(lambda: asked.append(1), owner)
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: asked == [1])
    finally:
        signals.stop()
