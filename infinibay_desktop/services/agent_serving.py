"""Hands the agent out over HTTP while a setting says where."""

import logging
from collections.abc import Callable

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.model.events import SettingsChanged
from infinibay_desktop.runtime.tasks import TaskRunner
from infinibay_desktop.services.delivery_ports import AgentServer

logger = logging.getLogger(__name__)
SETTING = "agent_server_address"


class AgentServing:
    """Follows the setting from `serve` on. Programs that end at once never serve."""

    def __init__(self, server: AgentServer, address: Callable[[], str], tasks: TaskRunner) -> None:
        self._server = server
        self._address = address
        self._tasks = tasks
        self._serves = False

    @property
    def url(self) -> str:
        """Where it is served now, or nothing."""
        return self._server.url

    def serve(self) -> None:
        """Serve where the setting says. On a worker."""
        self._serves = True
        self._follow()

    def on_settings_changed(self, event: SettingsChanged) -> None:
        """Serve elsewhere, or nowhere."""
        if self._serves and SETTING in event.names:
            self._tasks.submit(self._follow, key="agent-server")

    def close(self) -> None:
        """Serve nowhere any more."""
        self._serves = False
        self._server.stop()

    def _follow(self) -> None:
        try:
            self._server.serve_at(self._address())
        except InfinibayError:
            # Nobody waits for this: it goes to the record of errors.
            logger.exception("the agent is not served")
