"""What the agent understands of /proc, /sys and the machine's books."""

import itertools
import json
import os
import struct
import subprocess
import time

import pytest


class Clock:
    """Every look at it is so many seconds after the last; the rest is the real one."""

    def __init__(self, step_s: float = 5.0, spent_s: float = 0.0) -> None:
        moments, spent = itertools.count(1000.0, step_s), itertools.count(0.0, spent_s)
        self.monotonic = lambda: next(moments)
        self.thread_time = lambda: next(spent)

    def __getattr__(self, name: str):
        return getattr(time, name)


@pytest.fixture
def ticking(agent, monkeypatch) -> None:
    monkeypatch.setattr(agent, "time", Clock())


def test_usage_is_of_the_time_between_two_looks(machine) -> None:
    meter = machine.agent.CpuMeter()
    machine.write("/proc/stat", "cpu 100 0 0 900 0 0 0 0\ncpu0 100 0 0 900 0 0 0 0\nintr 1\n")
    meter.look()
    machine.write("/proc/stat", "cpu 175 0 0 925 0 0 0 0\ncpu0 175 0 0 925 0 0 0 0\nintr 1\n")
    assert meter.look() == {"usage_percent": 75.0, "cores_usage": [75.0]}


@pytest.mark.parametrize(
    "later",
    [
        "cpu 10 0 0 90 0 0 0 0\ncpu0 10 0 0 90 0 0 0 0\n",  # counted anew
        "cpu 200 0 0 900 -50 0 0 0\ncpu0 x\n",
        "cpu 100 0 0 900 0 0 0 0\ncpu7 1 2 3 4\n",  # nothing passed; another core came
        "cpu\n",
        "",
    ],
)
def test_usage_stays_a_percentage_whatever_the_counters_do(machine, later) -> None:
    meter = machine.agent.CpuMeter()
    machine.write("/proc/stat", "cpu 100 0 0 900 0 0 0 0\ncpu0 100 0 0 900 0 0 0 0\n")
    meter.look()
    machine.write("/proc/stat", later)
    usage = meter.look()
    assert all(0 <= value <= 100 for value in (usage["usage_percent"], *usage["cores_usage"]))


def test_disks_are_counted_once_and_a_reset_counter_never_gives_a_negative_rate(machine) -> None:
    line = "{} 0 {} {} 0 {} 0 {} 0 {} 0 0 0 0\n"

    def disks(count: int) -> str:
        rows = [(8, "sda"), (8, "sda1"), (253, "dm-0"), (7, "loop0")]
        return "".join(line.format(n, name, count, 2 * count, count, 2 * count) for n, name in rows)

    for name in ("sda", "dm-0", "loop0"):
        (machine.root / "sys/block" / name).mkdir(parents=True)
    meter = machine.agent.DiskMeter()
    machine.write("/proc/diskstats", disks(1000))
    meter.look(5.0)
    machine.write("/proc/diskstats", disks(2000))
    rates = meter.look(5.0)
    assert rates["read_ops_per_sec"] == 200
    assert rates["read_bytes_per_sec"] == 2000 * 512 / 5
    machine.write("/proc/diskstats", disks(10))
    assert all(rate >= 0 for rate in meter.look(5.0).values())


def test_without_any_file_a_reading_still_is_one(machine) -> None:
    metrics = machine.agent.Metrics()
    metrics.message()
    reading = json.loads(machine.agent.encode(metrics.message()))
    assert reading["data"]["processes"] == []
    assert reading["data"]["system"]["memory"]["total_kb"] == 0
    assert reading["data"]["system"]["network"]["interfaces"] == []


@pytest.mark.usefixtures("ticking")
def test_a_long_halt_leaves_rates_of_the_time_that_ran(machine) -> None:
    metrics = machine.agent.Metrics()
    machine.write("/proc/stat", "cpu 0 0 0 0 0 0 0 0\n")
    metrics.message()
    machine.write("/proc/stat", "cpu 50 0 0 50 0 0 0 0\n")
    assert metrics.message()["data"]["system"]["cpu"]["usage_percent"] == 50.0


def stat_line(pid: int, name: str, ticks: int, started: int = 500, parent: int = 1) -> str:
    rest = ["0"] * 40
    rest[0], rest[1], rest[11], rest[12] = "S", str(parent), str(ticks), "0"
    rest[19], rest[21] = str(started), "256"
    return f"{pid} ({name}) {' '.join(rest)}\n"


def test_processes_may_have_any_name(machine) -> None:
    machine.write("/proc/7/stat", stat_line(7, "a) R 9 (\x1b[31m<b>", 100))
    machine.write("/proc/7/cmdline", "sh\0-c\0echo \x1b]0;x\x07 <b>\u202e\0")
    [process] = machine.agent.scan_processes()
    assert (process.pid, process.parent, process.state) == (7, 1, "S")
    assert machine.agent.as_text(process.name) == "a) R 9 ( [31m<b>"
    assert machine.agent.command_line(process) == "sh -c echo  ]0;x  <b>"


@pytest.mark.usefixtures("ticking")
def test_the_busiest_come_first_and_a_reused_number_starts_anew(machine) -> None:
    meter = machine.agent.ProcessMeter()
    for pid in range(10, 30):
        machine.write(f"/proc/{pid}/stat", stat_line(pid, "idle", 5000))
    meter.look(spare=False)
    machine.write("/proc/20/stat", stat_line(20, "busy", 5000 + 5 * machine.agent._HERTZ))
    machine.write("/proc/21/stat", stat_line(21, "new", machine.agent._HERTZ, started=900))
    meter.look(spare=False)
    assert [each.pid for each in meter.top(2)] == [20, 21]
    assert 50 < meter.shares[20] <= 100
    assert meter.shares[21] == pytest.approx(meter.shares[20] / 5)
    assert len(meter.top(10)) == 10


def test_looking_at_very_many_processes_is_done_less_often(machine, monkeypatch) -> None:
    monkeypatch.setattr(machine.agent, "time", Clock(step_s=5.0, spent_s=0.1))
    looks = []
    monkeypatch.setattr(machine.agent, "scan_processes", lambda: looks.append(1) or [])
    meter = machine.agent.ProcessMeter()
    for _ in range(20):
        meter.look()
    # The first two give a rate; each look took 0.1 s, so the others are half a minute apart.
    assert 3 <= len(looks) <= 6


def test_file_systems_are_told_once_and_file_servers_are_not_asked(machine) -> None:
    for folder in ("data space", "mirror", "far"):
        (machine.root / folder).mkdir()
    machine.write(
        "/proc/self/mounts",
        "/dev/vda1 / ext4 rw 0 0\n"
        "/dev/vdb1 /data\\040space xfs rw 0 0\n"
        "server:/far /far nfs4 rw 0 0\n"
        "/dev/loop1 /snap/x squashfs ro 0 0\n"
        "proc /proc proc rw 0 0\n"
        "half\n",
    )
    points = [mount.point for mount in machine.agent.mounts()]
    # All of them are on one device here, and so are one.
    assert points == ["/"]
    machine.write("/proc/self/mounts", "/dev/vdb1 /data\\040space xfs rw 0 0\n")
    assert [mount.point for mount in machine.agent.mounts()] == ["/data space"]


def test_addresses_are_those_that_ip_shows(agent) -> None:
    try:
        said = subprocess.run(["ip", "-j", "addr"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("ip is not installed")
    expected = {
        link["ifindex"]: sorted(entry["local"] for entry in link["addr_info"])
        for link in json.loads(said.stdout)
        if link.get("addr_info")
    }
    assert {index: sorted(found) for index, found in agent.addresses().items()} == expected


def test_the_temperature_is_the_hottest_sane_one(machine) -> None:
    for number, (kind, value) in enumerate(
        [("x86_pkg_temp", "51000"), ("cpu-thermal", "62500"), ("battery", "99000"), ("cpu", "9e9")]
    ):
        machine.write(f"/sys/class/thermal/thermal_zone{number}/type", kind)
        machine.write(f"/sys/class/thermal/thermal_zone{number}/temp", value)
    assert machine.agent.Thermometer().look() == 62.5


UTMP = struct.Struct("=hxxi32s4s32s256shhiii16s20s")
UTMP_64 = struct.Struct("=hxxi32s4s32s256shhqqq16s20s4x")


@pytest.mark.parametrize("form", [UTMP, UTMP_64], ids=["32-bit", "64-bit"])
def test_users_are_read_from_the_machines_book(machine, form) -> None:
    def entry(kind: int, pid: int, user: bytes) -> bytes:
        return form.pack(
            kind, pid, b"pts/0", b"", user, b"10.0.0.9", 0, 0, 0, 1795598957, 0, b"", b""
        )

    (machine.root / "proc/77").mkdir(parents=True)
    book = entry(2, 0, b"reboot") + entry(7, 77, b"ana\x1b[1m") + entry(7, 78, b"gone")
    machine.write("/run/utmp", book)
    outcome = machine.agent.user_list(machine.job())
    assert outcome.data["rows"] == [
        {"name": "ana [1m", "terminal": "pts/0", "from": "10.0.0.9", "since": 1795598957}
    ]


@pytest.mark.parametrize("book", [b"", b"\x00" * 384 * 3, b"x" * 384, b"x" * 1000])
def test_a_book_that_is_missing_or_strange_has_nobody(machine, book) -> None:
    machine.write("/run/utmp", book)
    assert machine.agent.user_list(machine.job()).data == {"rows": [], "total": 0}


def test_without_a_book_users_are_those_that_systemd_knows(machine) -> None:
    person = "UID=1000\nUSER=ana\nSTATE=active\nREMOTE_HOST=10.0.0.9\nTTY=pts/0\nCLASS=user\n"
    machine.write("/run/systemd/sessions/3", person + "REALTIME=1795598957123456\n")
    machine.write("/run/systemd/sessions/4", person.replace("active", "closing"))
    machine.write("/run/systemd/sessions/c1", "USER=gdm\nCLASS=greeter\nSTATE=active\n")
    machine.write("/run/systemd/sessions/4.ref", b"\xff\x00")
    assert machine.agent.user_list(machine.job()).data["rows"] == [
        {"name": "ana", "terminal": "pts/0", "from": "10.0.0.9", "since": 1795598957}
    ]


def test_logs_stay_in_their_folder(machine) -> None:
    machine.write("/etc/shadow", "root:secret")
    machine.write("/var/log/web/web.log", "one\ntwo\nthree\n")
    (machine.root / "var/log/evil.log").symlink_to(machine.root / "etc/shadow")
    os.mkfifo(machine.root / "var/log/pipe.log")
    assert machine.agent.log_of_files("web.service", 2) == "two\nthree"
    assert machine.agent.log_of_files("evil", 10) is None
    assert machine.agent.log_of_files("pipe", 10) is None
    machine.write("/var/log/syslog", "Nov 1 h web2[1]: no\nNov 1 h db[2]: yes\nNov 1 h db: too\n")
    assert machine.agent.log_of_files("db", 10) == "Nov 1 h db[2]: yes\nNov 1 h db: too"


@pytest.mark.parametrize(
    "said",
    [
        "password=hunter2",
        "PASSWORD: hunter2 and more",
        "db_password_x=hunter2",
        "Authorization: Bearer hunter2",
        "api-key = hunter2",
        "https://me:hunter2@example.org/",
    ],
)
def test_what_looks_like_a_secret_is_not_told(agent, said) -> None:
    assert "hunter2" not in agent.redacted(said)


def test_a_long_log_ends_with_its_last_line_and_fits_into_a_message(machine) -> None:
    line = "\u00e4\U0001f600\t" * 40
    machine.write("/var/log/web.log", f"{line}\n" * 500 + "the last line\n")
    job = machine.job(service="web", lines=500)
    outcome = machine.agent.ServiceActions(machine.agent.Kept()).log(job)
    assert outcome.stdout.rstrip().endswith("the last line")
    assert len(machine.agent.encode(outcome.stdout)) < 60_000


def test_waiting_metrics_are_replaced_and_answers_are_kept(agent) -> None:
    outbox = agent.Outbox()
    outbox.put({"type": "response", "id": "1"})
    for number in range(1000):
        outbox.put_metrics({"type": "metrics", "n": number})
        outbox.put({"type": "progress", "text": "x" * 1000}, droppable=True)
    lines = list(iter(outbox.take, None))
    assert json.loads(lines[0])["id"] == "1"
    assert json.loads(lines[-1]) == {"type": "metrics", "n": 999}
    assert sum(map(len, lines)) < 300_000


def test_lines_are_the_same_however_they_are_cut(agent) -> None:
    text = b"one\n" + b"x" * 70_000 + b"\ntwo\n\nthree\n" + b"y" * 65_536 + b"\nhalf"
    whole = agent.Lines()
    expected = whole.feed(text)
    assert [line[:5] for line in expected] == [b"one", b"two", b"", b"three", b"yyyyy"]
    for size in (1, 7, 4096, 65_537):
        cut = agent.Lines()
        lines = []
        for start in range(0, len(text), size):
            lines += cut.feed(text[start : start + size])
        assert lines == expected
        assert cut.refused == 1
