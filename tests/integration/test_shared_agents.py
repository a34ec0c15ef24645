"""Leases on guests' channels in a real database, between two programs."""

from uuid import UUID, uuid4

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.events import AgentWanted, MachineChanged
from infinibay_desktop.model.guests import AgentState
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.services.agent_seats import ELSEWHERE_S
from tests.unit.test_agents import Program

WEB = Machine(
    id=MachineId(uuid4()), host_id=HostId(UUID(int=1)), name="web", state=MachineState.RUNNING
)


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "agents.sqlite")
    return request.getfixturevalue("postgres_url")


def test_two_programs_share_guests_and_hand_them_over(location, clock) -> None:
    units = [open_database(location) for _ in range(2)]
    one, two = Program(clock, units[0], "desk"), Program(clock, units[1], "laptop")
    for each in units:
        # As the relay does it, at once.
        each.publish_to(lambda event: [p.seats.on_agent_wanted(event) for p in (one, two)
                                       if isinstance(event, AgentWanted)])  # fmt: skip
    one.agents.serve()
    two.agents.serve()
    one.run(WEB)
    two.run(WEB)
    assert one.state(WEB) is AgentState.WAITING
    assert two.agents.status(WEB.key).holder == "desk"

    assert two.agents.want(WEB.key).state is AgentState.WAITING
    one.seats.on_machine_event(MachineChanged(machine=WEB))
    one.pass_time(ELSEWHERE_S)
    assert one.agents.status(WEB.key).holder == "laptop"

    two.seats.close()
    one.pass_time(ELSEWHERE_S)
    assert one.state(WEB) is AgentState.WAITING
    for each in units:
        each.close()
