"""Whatever the order in which readings come and are rolled up: history is what was read."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.metrics import HistoryWish, Source
from infinibay_desktop.model.settings import Settings
from infinibay_desktop.services.hosts import draft_host
from infinibay_desktop.services.leases import Leases
from infinibay_desktop.services.metric_history import MetricHistory
from infinibay_desktop.services.metric_ingest import MetricIngest
from infinibay_desktop.services.metric_keeping import MetricKeeping
from tests.fakes import FakeClock, InlineTasks
from tests.fakes.metrics import DAY, HOST, NowUnits, machine_key, naive_steps, sample

DAY_S = 86_400
# How long until the next reading comes, how old it is then, what it says, and what follows.
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 4 * 3600),
        st.integers(0, 9 * 3600),
        st.floats(-1000, 1000, width=32),
        st.sampled_from(["", "", "flush", "roll up", "retain"]),
    ),
    min_size=1,
    max_size=25,
)


class Identity:
    text = "me"

    def is_dead(self, _owner: str) -> bool:
        return False


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A program on a database of its own; each example has its own machine, weeks later."""
    database = open_database(str(tmp_path_factory.mktemp("any") / "order.sqlite"))
    with database() as unit:  # what machines of unknown hosts measured is removed
        unit.hosts.save(replace(draft_host("test:///default", name="t"), id=HOST))
        unit.commit()
    yield database, count()
    database.close()


@settings(max_examples=15)
@given(events=EVENTS)
def test_history_is_what_was_read(program, events) -> None:
    database, numbers = program
    number = next(numbers)
    # Long ago: what is stored says by the computer's clock when it was used last.
    key, begin = machine_key(number + 100), DAY - (4000 - number * 14) * DAY_S
    units = NowUnits(database, begin)
    ingest = MetricIngest(units, units, InlineTasks())
    leases = Leases(units, Identity(), FakeClock())
    keeping = MetricKeeping(units, leases, Settings, lambda: True)
    acts = {"flush": ingest.flush, "roll up": keeping.roll_up, "retain": keeping.retain}
    read: dict[int, float] = {}
    for pause_s, age_s, value, then in events:
        units.now_s += pause_s
        at_s = units.now_s - age_s
        if at_s not in read:
            read[at_s] = value
            ingest.offer(sample(at_s, value, key=key))
        ingest.flush()  # a reading that waits for longer than the oldest may be is lost
        acts.get(then, ingest.flush)()
    units.now_s += 2 * DAY_S
    keeping.roll_up()
    keeping.retain()
    history = MetricHistory(units, units)

    def check(step_s: int, days: int) -> None:
        start = begin - DAY_S
        wish = HistoryWish(
            key=key,
            begin=datetime.fromtimestamp(start, UTC),
            end=datetime.fromtimestamp(start + days * DAY_S, UTC),
            points=days * DAY_S // step_s,
        )
        curve = history.window(wish).parts[Source.AGENT]["cpu_percent"]
        known = ~np.isnan(curve.average)
        expected = naive_steps(read.items(), step_s)
        steps = np.floor(curve.times[known] / step_s).astype(int).tolist()
        assert steps == sorted(expected), (steps, sorted(expected))
        assert curve.minimum[known].tolist() == [expected[s][1] for s in steps]
        assert curve.maximum[known].tolist() == [expected[s][3] for s in steps]
        means = [expected[s][2] for s in steps]
        assert curve.average[known] == pytest.approx(means, rel=1e-5, abs=1e-3)

    check(900, 7)
    check(DAY_S, 30)
