"""The storage screen: pools of all hosts, volumes of one, and failures that stay where they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from infinibay_desktop.model.errors import HostUnreachableError, StorageError
from infinibay_desktop.model.settings import Theme
from infinibay_desktop.model.sizes import GIB
from infinibay_desktop.ui.formats import NO_FIGURE
from infinibay_desktop.ui.storage.dialogs import NewPoolDialog
from infinibay_desktop.ui.storage.page import StoragePage
from infinibay_desktop.ui.storage.pools import PoolRow, usage_text
from infinibay_desktop.ui.widgets.theme import apply_theme
from tests.fakes.hosts import POOL

pytestmark = [
    pytest.mark.usefixtures("looks"),
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]
FAR, HERE = "qemu+ssh://root@far/system", "qemu:///system"


@pytest.fixture
def page(qtbot, far) -> StoragePage:
    page = StoragePage()
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.attach(far.desk)
    page.show()
    return page


def pools(page) -> list[str]:
    return [row.name for row in page.model.shown()]


def volumes(page) -> list[str]:
    return [volume.name for volume in page.volumes.model.shown()]


def select(page, name: str) -> None:
    index = page.model.place(lambda row: row.name == name)
    page.table.selectionModel().setCurrentIndex(
        index, page.table.selectionModel().SelectionFlag.ClearAndSelect
    )


def test_without_a_connected_host_the_page_says_what_belongs_there(far, page) -> None:
    far.add(FAR)
    page.entered()
    assert page._stack.currentIndex() == 0
    page._to_hosts.click()
    assert far.desk.go.went[0][:2] == ("page", "hosts")
    assert not page.page_actions()[0].isEnabled()


def test_pools_of_all_connected_hosts_are_shown(far, page) -> None:
    here, there = far.add(HERE, connected=True), far.add(FAR, connected=True)
    far.link(there).storage.known["iso2"] = replace(POOL, name="iso2", path="/i2")
    far.link(there).storage.known["iso10"] = replace(POOL, name="iso10", path="/i10")
    page.entered()
    assert sorted(pools(page)) == ["default", "default", "iso10", "iso2"]
    assert pools(page)[2:] == ["iso2", "iso10"]
    assert {row.host_id for row in page.model.shown()} == {here.id, there.id}


def test_one_host_that_fails_does_not_hide_the_others(far, page, monkeypatch) -> None:
    far.add(HERE, connected=True)
    there = far.add(FAR, connected=True)

    def refuse():
        raise HostUnreachableError("It did not answer within 30 s.")

    monkeypatch.setattr(far.link(there).storage, "pools", refuse)
    page.entered()
    assert pools(page) == ["default", "Could not be read"]
    assert "did not answer" in page.model.shown()[1].problem
    assert far.desk.notices.errors == []


def test_volumes_are_read_only_for_the_selected_pool_of_a_page_that_is_looked_at(
    far, page, qtbot, monkeypatch
) -> None:
    host = far.add(HERE, connected=True)
    storage = far.link(host).storage
    asked = []
    real = storage.volumes
    monkeypatch.setattr(storage, "volumes", lambda pool: asked.append(pool) or real(pool))
    storage.put("/p/vm-10.qcow2")
    storage.put("/p/vm-2.qcow2")
    page.entered()
    assert asked == []
    select(page, "default")
    qtbot.waitUntil(lambda: volumes(page) == ["vm-2.qcow2", "vm-10.qcow2"])
    page.left()
    page.refresh()
    assert asked == ["default"]
    page.entered()
    qtbot.waitUntil(lambda: asked == ["default", "default"])


def test_volumes_can_be_filtered_and_their_path_copied(far, page, qtbot) -> None:
    host = far.add(HERE, connected=True)
    for name in ("web", "mail"):
        far.link(host).storage.put(f"/p/{name}.qcow2")
    page.entered()
    select(page, "default")
    qtbot.waitUntil(lambda: len(volumes(page)) == 2)
    page.volumes.filter.setText("MA")
    qtbot.waitUntil(lambda: volumes(page) == ["mail.qcow2"])
    assert page.volumes.count.text() == "1 of 2 volumes"
    page.volumes.table.selectRow(0)
    page.volumes.copy.click()
    assert QGuiApplication.clipboard().text() == "/p/mail.qcow2"


def test_volumes_that_cannot_be_read_say_why(far, page, qtbot, monkeypatch) -> None:
    host = far.add(HERE, connected=True)

    def refuse(pool):
        raise StorageError("The disk is broken.")

    monkeypatch.setattr(far.link(host).storage, "volumes", refuse)
    page.entered()
    select(page, "default")
    qtbot.waitUntil(lambda: "broken" in page.volumes.problem.text())


def test_a_lost_host_greys_its_pools_and_they_come_back(far, page) -> None:
    host = far.add(HERE, connected=True)
    page.entered()
    far.lose(host)
    assert [row.is_stale for row in page.model.shown()] == [True]
    index = page.model.index(0, 0)
    assert page.model.data(index, Qt.ItemDataRole.ForegroundRole) is not None
    assert page.model.data(page.model.index(0, 3)) == "As last seen"
    far.down.clear()
    far.desk.core.connections.connect(host)
    assert [row.is_stale for row in page.model.shown()] == [False]


def test_the_selection_stays_when_pools_are_read_again(far, page) -> None:
    host = far.add(HERE, connected=True)
    far.link(host).storage.known["iso"] = replace(POOL, name="iso", path="/i")
    page.entered()
    select(page, "iso")
    far.link(host).storage.known["a"] = replace(POOL, name="a", path="/a")
    page.refresh()
    assert page.model.row_at(page.table.currentIndex()).name == "iso"
    assert page.volumes.title.text() == "iso"


def test_pools_can_be_filtered(far, page) -> None:
    host = far.add(HERE, connected=True)
    far.link(host).storage.known["iso"] = replace(POOL, name="iso", path="/i")
    page.entered()
    page.set_filter("ISO")
    assert pools(page) == ["iso"]
    page.set_filter("")
    assert len(pools(page)) == 2


def test_a_new_pool_is_made_selected_and_logged(far, page) -> None:
    far.add(HERE, connected=True)
    page.entered()
    page.page_actions()[0].trigger()
    dialog = page.findChild(NewPoolDialog)
    dialog.name.setText("iso")
    assert dialog.path.text() == "/var/lib/libvirt/iso"
    dialog.make.click()
    assert page.model.row_at(page.table.currentIndex()).name == "iso"
    assert [(entry.ended, entry.failed) for entry in far.desk.log.entries] == [(True, "")]


@pytest.mark.parametrize(
    ("name", "path", "field"),
    [("default", "/x", "name"), ("", "/x", "name"), ("iso", "relative", "path")],
)
def test_what_is_wrong_with_a_new_pool_stands_beside_the_field(
    far, page, name, path, field
) -> None:
    far.add(HERE, connected=True)
    page.entered()
    page.new_pool()
    dialog = page.findChild(NewPoolDialog)
    dialog.name.setText(name)
    dialog.path.setText(path)
    dialog.make.click()
    assert dialog.fields[field].editor.property("wrong")
    assert dialog.make.isEnabled()
    assert far.desk.log.entries[0].failed


def test_a_host_lost_while_its_pool_is_made_is_said_in_the_dialog(far, page) -> None:
    host = far.add(HERE, connected=True)
    page.entered()
    page.new_pool()
    dialog = page.findChild(NewPoolDialog)
    far.lose(host)
    dialog.name.setText("iso")
    dialog.make.click()
    assert "not connected" in dialog.problem.text()


def test_hidden_the_page_asks_nothing(far, page, monkeypatch) -> None:
    host = far.add(HERE, connected=True)
    page.entered()
    page.left()
    recounted = list(far.link(host).storage.recounted)
    far.lose(host)
    far.down.clear()
    far.desk.core.connections.connect(host)
    assert far.link(host).storage.recounted == recounted
    page.entered()
    assert far.link(host).storage.recounted != recounted


def test_a_removed_host_takes_its_pools_along(far, page) -> None:
    host = far.add(HERE, connected=True)
    page.entered()
    far.desk.core.hosts.remove(host)
    assert pools(page) == []
    assert page._stack.currentIndex() == 0


def test_usage_is_said_in_words() -> None:
    row = PoolRow(host_id=None, host_name="x", pool=replace(POOL, allocated_bytes=25 * GIB))
    assert usage_text(row) == "25 GiB of 100 GiB (25 %)"
    odd = replace(POOL, capacity_bytes=0)
    assert usage_text(PoolRow(host_id=None, host_name="x", pool=odd)) == NO_FIGURE


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_it_can_be_drawn_small_with_any_name(far, page, qapp, theme) -> None:
    host = far.add(HERE, name="<b>x</b> אבג 😀" + "y" * 40, connected=True)
    name = "<i>pool</i>" + "z" * 200
    far.link(host).storage.known[name] = replace(POOL, name=name, allocated_bytes=99 * GIB)
    apply_theme(qapp, theme)
    page.entered()
    page.resize(400, 300)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.retint()
    assert not page.grab().isNull()
    assert page.minimumSizeHint().width() <= 400
    tip = page.model.data(page.model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert "<i>" not in tip


def test_the_models_keep_qts_rules(qtmodeltester, far, page, qtbot) -> None:
    host = far.add(HERE, connected=True)
    far.link(host).storage.put("/p/a")
    page.entered()
    select(page, "default")
    qtbot.waitUntil(lambda: volumes(page) == ["a"])
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.volumes.model)


def test_f5_reads_all_pools_anew(far, page, qtbot) -> None:
    host = far.add(HERE, connected=True)
    page.entered()
    far.link(host).storage.known["new"] = replace(POOL, name="new", path="/n")
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, Qt.Key.Key_F5)
    assert "new" in pools(page)
