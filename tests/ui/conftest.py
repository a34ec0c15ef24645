"""What tests of screens are given: the looks, and a desk on which all is done at once."""

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest

from infinibay_desktop.database.opening import open_database
from infinibay_desktop.model.hosts import HostId
from infinibay_desktop.model.machines import Machine, MachineId, MachineState
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.widgets.icons import load_symbols
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.fakes.desk import make_desk
from tests.fakes.far import Far
from tests.fakes.placed import Placed
from tests.fakes.running import qt_loop

SYMBOLS = Path(__file__).parents[2] / "resources" / "icons" / "symbols.ttf"


@pytest.fixture(autouse=True)
def _garbage_goes_with_its_test() -> Iterator[None]:
    """As in the program: Qt's objects are destroyed on this thread, and by whom they were made."""
    gc.disable()
    gc.freeze()  # what was there before is not looked through for each test
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def _all_garbage_goes_with_its_module() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.collect()


@pytest.fixture(scope="session")
def looks(qapp) -> None:
    """Colours and symbols as in the program."""
    load_symbols(SYMBOLS)
    qapp.setStyle("Fusion")
    apply_theme(qapp, Theme.LIGHT)


@pytest.fixture
def quick_desk(looks, tmp_path) -> Iterator[SimpleNamespace]:
    """A desk on a database of its own; work is done at once."""
    units = open_database(str(tmp_path / "quick.sqlite"))
    yield make_desk(units)
    units.close()


@pytest.fixture
def far(looks, tmp_path) -> Iterator[Far]:
    """A desk whose hosts are far, on a database of its own."""
    units = open_database(str(tmp_path / "far.sqlite"))
    yield Far(units)
    units.close()


@pytest.fixture
def placed(looks, tmp_path) -> Iterator[Placed]:
    """A desk with departments, people and rights, on a database of its own."""
    units = open_database(str(tmp_path / "placed.sqlite"))
    yield Placed(make_desk(units), units)
    units.close()


@pytest.fixture
def new_machine():
    """Makes a machine that is on no host."""

    def make(name: str, state: MachineState = MachineState.RUNNING, **facts: object) -> Machine:
        host_id = facts.pop("host_id", None) or HostId(uuid4())
        common = {"vcpus": 2, "memory_bytes": 2 * GIB} | facts
        return Machine(id=MachineId(uuid4()), host_id=host_id, name=name, state=state, **common)

    return make


@pytest.fixture
def loop(qapp) -> Iterator[asyncio.AbstractEventLoop]:
    """Qt's loop as asyncio's, as if it ran."""
    apply_theme(qapp, Theme.LIGHT)
    with qt_loop(qapp) as loop:
        yield loop
