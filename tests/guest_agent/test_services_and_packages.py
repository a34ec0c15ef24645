"""What the agent asks of service and package tools, and how it reads what they say."""

import pytest

from tests.guest_agent.agent_host import write_tool


@pytest.fixture
def tool(machine):
    """Puts a program onto the machine that notes how it was called."""

    def put(name: str, script: str) -> None:
        note = f'printf "%s\\n" "{name} $*" >> {machine.root}/called\n'
        write_tool(machine.tools, name, note + script)

    return put


def called(machine) -> list[str]:
    path = machine.root / "called"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def say(text: str, ending: str = "") -> str:
    return f"/bin/cat <<'END'\n{text}\nEND\n{ending}"


def by_words(cases: dict[str, str], otherwise: str = "exit 1") -> str:
    """A script that does what belongs to the first pattern that its words match."""
    branches = "".join(f"{pattern})\n{script}\n;;\n" for pattern, script in cases.items())
    return f'case "$*" in\n{branches}*)\n{otherwise}\n;;\nesac'


UNITS = """\
ssh.service           loaded    active   running OpenBSD Secure Shell server
  cups.service        loaded    inactive dead    CUPS <b>Scheduler</b>
● bad.service         loaded    failed   failed  Bad one
getty@tty1.service    loaded    active   running Getty on tty1
setup.service         loaded    active   exited  Sets up
ghost.service         not-found inactive dead    ghost.service"""
FILES = """\
ssh.service     enabled  enabled
cups.service    disabled enabled
getty@.service  enabled  enabled
spare.service   disabled enabled
other.service   masked   enabled"""


@pytest.fixture
def systemd(machine, tool):
    (machine.root / "run/systemd/system").mkdir(parents=True)
    tool("systemctl", by_words({"*list-unit-files*": say(FILES)}, say(UNITS)))
    return machine


def rows_of(machine, actions: str, method: str, **parameters) -> list[dict]:
    acts = getattr(machine.agent, actions)(machine.agent.Kept())
    return getattr(acts, method)(machine.job(**parameters)).data["rows"]


def test_services_of_systemd(systemd) -> None:
    rows = {row["name"]: row for row in rows_of(systemd, "ServiceActions", "list")}
    assert {name: (row["state"], row["start_type"]) for name, row in rows.items()} == {
        "ssh": ("running", "enabled"),
        "cups": ("stopped", "disabled"),
        "bad": ("failed", ""),
        "getty@tty1": ("running", "enabled"),
        "setup": ("exited", ""),
        "spare": ("stopped", "disabled"),
    }
    assert rows["cups"]["description"] == "CUPS <b>Scheduler</b>"


def test_services_of_openrc(machine, tool) -> None:
    tool("rc-status", say("Runlevel: default\n sshd       [  started  ]\n cron  [  crashed  ]"))
    tool("rc-update", say("     sshd | default\n   acpid |\n"))
    tool("rc-service", "exit 0")
    for name in ("sshd", "cron", "acpid"):
        machine.write(f"/etc/init.d/{name}", "")
    rows = rows_of(machine, "ServiceActions", "list")
    assert [(row["name"], row["state"], row["start_type"]) for row in rows] == [
        ("acpid", "stopped", "disabled"),
        ("cron", "failed", "disabled"),
        ("sshd", "running", "enabled"),
    ]


def test_services_of_plain_scripts(machine, tool) -> None:
    tool("service", say(" [ + ]  ssh\n [ - ]  cron\n [ ? ]  net"))
    for name in ("ssh", "cron", "net"):
        machine.write(f"/etc/init.d/{name}", "")
    machine.write("/etc/rc2.d/S01ssh", "")
    rows = rows_of(machine, "ServiceActions", "list")
    assert [(row["name"], row["state"], row["start_type"]) for row in rows] == [
        ("cron", "stopped", "disabled"),
        ("net", "unknown", "disabled"),
        ("ssh", "running", "enabled"),
    ]


def test_a_machine_without_services_says_so(machine) -> None:
    with pytest.raises(machine.agent.Refused, match="nothing steers services"):
        rows_of(machine, "ServiceActions", "list")


def test_a_service_is_named_as_one_word(systemd) -> None:
    acts = systemd.agent.ServiceActions(systemd.agent.Kept())
    acts.control(systemd.job(service="getty@tty1", operation="restart"))
    assert called(systemd)[-1] == "systemctl --no-ask-password restart getty@tty1.service"


def test_what_the_service_tool_says_is_told(systemd, tool) -> None:
    tool("systemctl", "echo 'Access denied' >&2; exit 4")
    acts = systemd.agent.ServiceActions(systemd.agent.Kept())
    outcome = acts.control(systemd.job(service="ssh", operation="start"))
    assert (outcome.success, outcome.exit_code, outcome.stderr) == (False, 4, "Access denied\n")


def test_the_journal_is_asked_for_one_service(systemd, tool) -> None:
    tool("journalctl", "echo '2026-11-25T09:00:00+0000 h ssh[1]: token=abc hello'")
    acts = systemd.agent.ServiceActions(systemd.agent.Kept())
    outcome = acts.log(systemd.job(service="ssh", lines=7))
    assert outcome.stdout == "2026-11-25T09:00:00+0000 h ssh[1]: token=*** hello\n"
    assert called(systemd)[-1] == "journalctl --no-pager -o short-iso -n 7 -u ssh.service"


def test_a_service_that_leaves_a_daemon_behind_is_not_waited_for(systemd, tool) -> None:
    tool("systemctl", "/bin/sleep 3 & echo started")
    acts = systemd.agent.ServiceActions(systemd.agent.Kept())
    job = systemd.job(service="ssh", operation="start", timeout_s=2.0)
    assert acts.control(job).stdout == "started\n"


APT_LIST = "ii \tbash\t5.2\tGNU shell\nrc \told\t1\tgone\nhi \tvim:amd64\t9.0\teditor"
POLICY = """\
nano:
  Installed: 7.2-1
  Candidate: 7.2-2
  Version table:
nano-tiny:
  Installed: (none)
  Candidate: 7.2-2"""
UPGRADES = """\
Reading package lists...
Inst bash [5.2-1] (5.2-2 Debian:12.8/stable [amd64]) []
Inst new-one (1.0 Debian:12/stable [amd64])
Conf bash (5.2-2 Debian:12.8/stable [amd64])"""


@pytest.fixture
def apt(machine, tool):
    tool("dpkg-query", say(APT_LIST))
    found = say("nano-tiny - small nano\nnano - editor")
    tool("apt-cache", by_words({"search*": found, "*nano*": say(POLICY)}, "exit 0"))
    tool("apt-get", say(UPGRADES))
    return machine


def test_packages_of_apt(apt) -> None:
    rows = rows_of(apt, "PackageActions", "list")
    assert [(row["name"], row["version"], row["installed"]) for row in rows] == [
        ("bash", "5.2", True),
        ("vim:amd64", "9.0", True),
    ]


def test_searching_with_apt_tells_versions_and_updates(apt) -> None:
    rows = rows_of(apt, "PackageActions", "search", query="nano")
    assert rows == [
        {
            "name": "nano", "version": "7.2-1", "description": "editor", "source": "apt",
            "installed": True, "update": "7.2-2",
        },
        {
            "name": "nano-tiny", "version": "7.2-2", "description": "small nano", "source": "apt",
            "installed": False,
        },
    ]  # fmt: skip


def test_updates_of_apt(apt) -> None:
    [row] = rows_of(apt, "PackageActions", "updates")
    assert (row["name"], row["version"], row["update"]) == ("bash", "5.2-1", "5.2-2")


def test_apt_is_not_given_a_name_that_it_could_take_as_a_pattern(apt) -> None:
    acts = apt.agent.PackageActions(apt.agent.Kept())
    with pytest.raises(apt.agent.Refused, match=r"there is no package na\.o"):
        acts.install(apt.job(package="na.o"))
    assert not [line for line in called(apt) if line.startswith("apt-get")]


def test_all_can_be_updated_at_once(apt) -> None:
    acts = apt.agent.PackageActions(apt.agent.Kept())
    assert acts.update(apt.job(package="*")).success
    assert called(apt)[-1].endswith("--with-new-pkgs upgrade")


RPM = "bash\t5.2-1\tshell\ngpg-pubkey\t1-2\tkey\nzsh\t5.9-1\tother"


def test_dnf(machine, tool) -> None:
    tool("rpm", say(RPM))
    updates = "bash.x86_64 5.2-3 updates\nObsoleting Packages\nzsh.x 1 y"
    words = {
        "*repoquery*": say("zsh\t5.9-2\tother\n\nzshdb\t1-1\tdebugger"),
        "*check-update*": say(updates, "exit 100"),
    }
    tool("dnf", by_words(words, "echo '(2/4): bash.rpm'; echo '  Upgrading : bash 1/1'"))
    assert [row["name"] for row in rows_of(machine, "PackageActions", "list")] == ["bash", "zsh"]
    [update] = rows_of(machine, "PackageActions", "updates")
    assert (update["name"], update["version"], update["update"]) == ("bash", "5.2-1", "5.2-3")
    found = rows_of(machine, "PackageActions", "search", query="zsh")
    assert [(row["name"], row["installed"], row.get("update")) for row in found] == [
        ("zsh", True, "5.9-2"),
        ("zshdb", False, None),
    ]
    told = []
    job = machine.job(package="bash")
    job.begin(lambda text, percent: told.append((text, percent)))
    acts = machine.agent.PackageActions(machine.agent.Kept())
    assert acts.update(job).success
    assert told[0] == ("(2/4): bash.rpm", 50)
    assert called(machine)[-1] == "dnf -y upgrade bash"


def test_zypper(machine, tool) -> None:
    tool("rpm", say(RPM))
    found = '<solvable status="installed" name="zsh" summary="a &amp; b" kind="package"/>'
    details = "".join(f'<solvable name="zsh" edition="{e}" kind="package"/>' for e in ("6-1", "5"))
    update = '<update kind="package" name="bash" edition="5.2-3" edition-old="5.2-1" arch="x">'
    words = {"*--details*": say(details), "*search*": say(found), "*list-updates*": say(update)}
    tool("zypper", by_words(words, "echo '(1/2) Installing: zsh'; exit 102"))
    [row] = rows_of(machine, "PackageActions", "search", query="zsh")
    assert (row["name"], row["description"], row["installed"]) == ("zsh", "a & b", True)
    assert (row["version"], row["update"]) == ("5.9-1", "6-1")
    [row] = rows_of(machine, "PackageActions", "updates")
    assert (row["name"], row["description"], row["update"]) == ("bash", "shell", "5.2-3")
    acts = machine.agent.PackageActions(machine.agent.Kept())
    assert acts.install(machine.job(package="zsh")).success


def test_pacman(machine, tool) -> None:
    found = "core/zsh 5.9-2 [installed: 5.9-1]\n    A shell\nextra/zshdb 1-1\n    Debugger"
    words = {
        "-Qu*": say("bash 5.2-1 -> 5.2-3"),
        "-Q*": say("bash 5.2-1"),
        "-Ss*": say(found),
    }
    tool("pacman", by_words(words))
    assert rows_of(machine, "PackageActions", "list")[0]["version"] == "5.2-1"
    assert rows_of(machine, "PackageActions", "updates")[0]["update"] == "5.2-3"
    rows = rows_of(machine, "PackageActions", "search", query="zsh")
    assert [
        (row["name"], row["version"], row.get("update"), row["description"]) for row in rows
    ] == [
        ("zsh", "5.9-1", "5.9-2", "A shell"),
        ("zshdb", "1-1", None, "Debugger"),
    ]
    assert [row["installed"] for row in rows] == [True, False]
    acts = machine.agent.PackageActions(machine.agent.Kept())
    assert not acts.remove(machine.job(package="zsh")).success
    assert called(machine)[-1] == "pacman -R --noconfirm --noprogressbar zsh"


def test_a_tool_that_floods_is_kept_small(machine, tool) -> None:
    tool("dpkg-query", "exit 0")
    tool("apt-get", "/usr/bin/yes 'x' | /usr/bin/head -c 30000000")
    ran = machine.agent.run(machine.job(), "apt-get", keep=100_000)
    assert len(ran.out) < 200_000


def test_pages_fit_into_a_message(machine, tool) -> None:
    about = "\u00e9" * 160
    rows = "\n".join(f"ii \tp{n}\t1\t{about}" for n in range(1, 3001))
    tool("dpkg-query", say(rows))
    tool("apt-get", "exit 0")
    acts = machine.agent.PackageActions(machine.agent.Kept())
    names: list[str] = []
    total = 1
    while len(names) < total:
        outcome = acts.list(machine.job(offset=len(names), limit=1000))
        assert len(machine.agent.encode(outcome.data)) < 60_000
        names += [row["name"] for row in outcome.data["rows"]]
        total = outcome.data["total"]
    assert names == [f"p{n}" for n in range(1, 3001)]
    assert len([line for line in called(machine) if line.startswith("dpkg-query")]) == 1
