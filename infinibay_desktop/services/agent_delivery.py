"""Getting the agent into machines: installing it, upgrading it, and taking the CD out again."""

import threading
from collections.abc import Callable
from dataclasses import replace as replaced

from infinibay_desktop.model.agent_delivery import (
    Delivered,
    DeliveryWay,
    InstallBy,
    is_older,
)
from infinibay_desktop.model.errors import (
    Cancelled,
    GuestRefusedError,
    GuestTimeoutError,
    GuestUnavailableError,
    InfinibayError,
)
from infinibay_desktop.model.guests import AGENT_CHANNEL, AgentGreeting, GuestProgress
from infinibay_desktop.model.machines import Machine, MachineKey, MachineState
from infinibay_desktop.model.rights import Permission
from infinibay_desktop.services.acts import changed
from infinibay_desktop.services.agent_cd import AgentCd
from infinibay_desktop.services.agent_serving import AgentServing
from infinibay_desktop.services.agent_typing import AgentTyping
from infinibay_desktop.services.agents import AgentService
from infinibay_desktop.services.connections import HostConnections
from infinibay_desktop.services.declarations import free, needs
from infinibay_desktop.services.delivery_ports import AgentPackage
from infinibay_desktop.services.ports import HostFiles, HostLink

# How long a new agent is given to greet after it took the old one's place.
RESTART_S = 60.0
LOOK_S = 0.25
UPGRADE_S = 300.0
Progress = Callable[[GuestProgress], None]
_RUNS = frozenset({MachineState.RUNNING, MachineState.PAUSED, MachineState.SHUTTING_DOWN})


class AgentDelivery:
    """Installs and upgrades agents. Runs on workers.

    Unattended installations use the same files: `AgentPackage` gives them.
    """

    def __init__(
        self,
        connections: HostConnections,
        agents: AgentService,
        package: AgentPackage,
        files: HostFiles,
        serving: AgentServing,
    ) -> None:
        self._connections = connections
        self._agents = agents
        self._package = package
        self._cd = AgentCd(package, files)
        self._typing = AgentTyping(package)
        self._serving = serving

    @free("which agent comes with the program is no secret")
    def version(self, system: str = "linux") -> str:
        """The version of the agent that this program brings."""
        return self._package.version(system)

    @free("whoever may change the settings said where")
    def serve(self) -> None:
        """Hand the agent out over HTTP from now on, where the settings say."""
        self._serving.serve()

    @property
    @free("everybody who can reach it may have it")
    def served_at(self) -> str:
        """Where the agent is handed out now: http://…/infiniservice, or nothing."""
        return self._serving.url

    @needs(Permission.GUEST_MANAGE, machine="key", act="agent.install")
    def install(
        self,
        key: MachineKey,
        *,
        by: InstallBy = InstallBy.ANY,
        replace: bool = False,
        progress: Progress = lambda _progress: None,
        stop: threading.Event | None = None,
    ) -> Delivered:
        """Install the agent where QEMU's guest agent answers; else put the CD in to do it.

        The machine gets the agent's channel where it has none. With `replace` another CD goes
        out of the drive.
        """
        link = self._connections.link(key.host_id)
        machine = link.hypervisor.machine(key.machine_id)
        stop, why_not = stop or threading.Event(), ""
        channel_now = self._ensure_channel(key, link)
        changed(target_name=machine.name)
        if by is not InstallBy.CD and machine.state is MachineState.RUNNING:
            why_not = self._install_by_typing(key, link, by, progress, stop)
            if not why_not:
                return self._done(machine, DeliveryWay.INSTALLED, at_once=channel_now)
        elif by is InstallBy.QGA:
            raise GuestUnavailableError("QEMU's guest agent answers only in a running machine.")
        progress(GuestProgress(text="Bringing the CD to the host"))
        host = self._connections.host(key.host_id)
        drive = self._cd.insert(host, link, key.machine_id, replace=replace)
        at_once = drive.at_once and channel_now
        done = self._done(machine, DeliveryWay.CD, at_once=at_once)
        return replaced(done, target=drive.target, only_drive=drive.is_only, why_not=why_not)

    @needs(Permission.GUEST_MANAGE, machine="key", act="agent.eject")
    def eject(self, key: MachineKey) -> bool:
        """Take the CD with the agent out of the machine; False where there is none in it."""
        host, link = self._connections.host(key.host_id), self._connections.link(key.host_id)
        found = self._cd.eject(host, link, key.machine_id)
        changed(after={"cd": "taken out" if found else "none was in"})
        return found

    @needs(Permission.GUEST_MANAGE, machine="key", act="agent.upgrade")
    def upgrade(
        self,
        key: MachineKey,
        *,
        again: bool = False,
        progress: Progress = lambda _progress: None,
        stop: threading.Event | None = None,
    ) -> bool:
        """Have a machine's agent replace itself by the one that comes with the program.

        False where it is as new already, unless it is to be done `again`.
        """
        stop = stop or threading.Event()
        greeting = self._greeting(key)
        version = self._package.version(greeting.os)
        changed(before={"version": greeting.version}, after={"version": version})
        if not (again or is_older(greeting.version, version)):
            return False
        if "upgrade" not in greeting.capabilities:
            raise GuestRefusedError(
                "This agent cannot replace itself.", remedy="Install the agent anew from the CD."
            )
        payload = self._package.program(greeting.os)
        answer = self._agents.upgrade(
            key, version, payload, progress, timeout_s=UPGRADE_S, stop=stop
        )
        if not answer.success:
            raise GuestRefusedError(f"The agent did not replace itself: {answer.error[:300]}")
        self._await_version(key, version, greeting, stop)
        return True

    def _greeting(self, key: MachineKey) -> AgentGreeting:
        self._agents.want(key)
        greeting = self._agents.look(key).greeting
        if greeting is None:
            raise GuestUnavailableError(
                "No agent answers inside the machine.",
                remedy="Install the agent in it, or see whether its service runs.",
                reason="waiting",
            )
        return greeting

    def _ensure_channel(self, key: MachineKey, link: HostLink) -> bool:
        """Whether the agent has its channel as the machine runs now."""
        if AGENT_CHANNEL in link.hypervisor.details(key.machine_id).channels:
            return True
        at_once = self._agents.add_channel(key)
        changed(after={"channel": "added"})
        return at_once

    def _install_by_typing(
        self,
        key: MachineKey,
        link: HostLink,
        by: InstallBy,
        progress: Progress,
        stop: threading.Event,
    ) -> str:
        """Nothing, or why it was not done where the CD may do it."""

        def tell(text: str) -> None:
            progress(GuestProgress(text=text))

        try:
            self._typing.install(link.guest_agent, key.machine_id, tell, stop)
        except Cancelled:
            raise
        except InfinibayError as error:
            if by is InstallBy.QGA:
                raise
            return error.message
        return ""

    def _done(self, machine: Machine, way: DeliveryWay, *, at_once: bool) -> Delivered:
        version = self._package.version()
        runs = machine.state in _RUNS
        if way is DeliveryWay.CD and runs and not at_once:
            way = DeliveryWay.NEXT_START
        changed(after={"version": version, "by": str(way)})
        return Delivered(way=way, version=version, runs=runs)

    def _await_version(
        self, key: MachineKey, version: str, before: AgentGreeting, stop: threading.Event
    ) -> None:
        """Wait for the new agent's greeting. Raises GuestTimeoutError."""
        for _ in range(round(RESTART_S / LOOK_S)):
            greeting = self._agents.status(key).greeting
            if greeting is not before and greeting and greeting.version == version:
                return
            if stop.wait(LOOK_S):
                raise Cancelled("Nobody waits for the new agent any more.")
        raise GuestTimeoutError(
            f"The agent took version {version}, and has not spoken for {RESTART_S:g} s.",
            remedy="See inside the machine whether its service runs.",
        )
