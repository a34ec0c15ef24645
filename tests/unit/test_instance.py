"""One window for each database: who wins, who hands over, and to whom."""

import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from infinibay_desktop.model.errors import EnvironmentalError
from infinibay_desktop.system import instance as module
from infinibay_desktop.system.instance import MAX_BYTES, StartMessage, claim
from infinibay_desktop.system.resources import resource_path, translations_path

ROOT = Path(__file__).parents[2]
HELLO = StartMessage(arguments=("--show-machine", "wéb"), folder="/home", activation_token="t1")
FIRST = """
import sys
from pathlib import Path
from infinibay_desktop.system.instance import StartMessage, claim
got = claim(Path(sys.argv[1]), StartMessage(arguments=tuple(sys.argv[2:])), key="db")
if got is None:
    print("handed over", flush=True)
else:
    print("first", flush=True)
    got.serve(lambda message: print("heard", *message.arguments, flush=True))
    sys.stdin.readline()
    got.close()
    print("closed", flush=True)
"""


def start(folder, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", FIRST, str(folder), *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def let_go(program) -> str:
    """End a first program; what it said that was not read yet."""
    program.stdin.write("\n")
    program.stdin.close()
    with program:
        return program.stdout.read()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / ("deep" * 20) / ("er" * 40)  # longer than a socket's path may be


@pytest.fixture
def first(folder):
    heard: queue.Queue[StartMessage] = queue.Queue()
    instance = claim(folder, StartMessage(), key="db")
    instance.serve(heard.put)
    yield heard
    instance.close()


def test_a_second_start_hands_over_its_arguments_and_ends(folder) -> None:
    with start(folder) as one:
        assert one.stdout.readline() == "first\n"
        with start(folder, "--connect", "qemu:///system") as two:
            assert two.communicate()[0] == "handed over\n"
        assert one.stdout.readline() == "heard --connect qemu:///system\n"
        assert let_go(one) == "closed\n"
    with start(folder) as three:
        assert three.communicate("\n")[0] == "first\nclosed\n"


def test_all_of_the_message_arrives(folder, first) -> None:
    assert claim(folder, HELLO, key="db") is None
    assert first.get(timeout=10) == HELLO


def test_a_killed_program_leaves_nothing_that_stops_the_next(folder) -> None:
    with start(folder) as one:
        assert one.stdout.readline() == "first\n"
        one.send_signal(signal.SIGKILL)
        one.wait()
        assert list(folder.glob("*.socket"))
    with start(folder) as two:
        assert two.communicate("\n")[0] == "first\nclosed\n"


def test_of_many_starts_at_once_exactly_one_wins(folder) -> None:
    programs = [start(folder, str(number)) for number in range(6)]
    said = {program: program.stdout.readline().strip() for program in programs}
    winners = [program for program, words in said.items() if not words.startswith("handed over")]
    assert len(winners) == 1
    for program in programs:
        if program not in winners:
            program.communicate()
    rest = said[winners[0]] + "\n" + let_go(winners[0])
    assert rest.count("heard") == 5
    assert rest.count("first") == 1


def test_another_database_or_home_has_its_own_window(folder, first, tmp_path) -> None:
    for instance in (
        claim(folder, HELLO, key="other"),
        claim(tmp_path / "other-home", HELLO, key="db"),
    ):
        assert instance is not None
        instance.close()
    assert first.empty()


def test_starts_before_the_first_listens_wait_for_it(folder) -> None:
    instance = claim(folder, StartMessage(), key="db")
    heard: queue.Queue[StartMessage] = queue.Queue()
    with start(folder, "early") as two:
        instance.serve(heard.put)
        assert heard.get(timeout=10).arguments == ("early",)
        assert two.communicate()[0] == "handed over\n"
    instance.close()


def test_a_first_program_that_does_not_answer_is_told_in_a_sentence(folder, monkeypatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_S", 0.2)
    silent = claim(folder, StartMessage(), key="db")
    with pytest.raises(EnvironmentalError, match="does not answer"):
        claim(folder, HELLO, key="db")
    silent.close()


def test_the_place_is_for_our_eyes_only(folder, first) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o077 for p in folder.glob("*.lock")} == {0}


def test_a_folder_that_others_could_enter_is_closed_to_them(folder) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    claim(folder, HELLO).close()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_without_a_folder_of_ours_every_start_is_the_first(tmp_path, monkeypatch) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "strangers"):
        monkeypatch.setattr(os, "geteuid", lambda: 61234)
        instance = claim(folder, HELLO)
        instance.serve(lambda _message: None)
        instance.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff" * 50,
        b"[" * 60_000,
        b"{}",
        b'{"arguments": "x", "folder": "", "activation_token": ""}',
        b'{"arguments": [1], "folder": "", "activation_token": ""}',
        json.dumps({"arguments": ["a"] * 300, "folder": "", "activation_token": ""}).encode(),
        b" " * (MAX_BYTES * 3),
    ],
)
def test_what_is_no_message_is_not_heard_and_does_no_harm(folder, first, data) -> None:
    assert call(folder, data) == b""
    assert claim(folder, HELLO, key="db") is None
    assert first.get(timeout=10) == HELLO
    assert first.empty()


def test_a_caller_that_says_nothing_does_not_keep_others_out(folder, first, monkeypatch) -> None:
    monkeypatch.setattr(module, "_CALLER_PATIENCE_S", 0.1)
    with connected(folder):
        assert claim(folder, HELLO, key="db") is None
    assert first.get(timeout=10) == HELLO


def test_strangers_are_not_heard(folder, first, monkeypatch) -> None:
    monkeypatch.setattr(module, "_is_ours", lambda _peer: False)
    assert call(folder, b'{"arguments": [], "folder": "", "activation_token": ""}') == b""
    assert first.empty()


def test_arguments_too_long_to_be_meant_are_left_out(folder, first) -> None:
    long = StartMessage(arguments=("x" * MAX_BYTES,), activation_token="t")
    assert claim(folder, long, key="db") is None
    assert first.get(timeout=10) == StartMessage(activation_token="t")


def test_arguments_that_are_no_text_arrive_as_they_were(folder, first) -> None:
    odd = StartMessage(arguments=("\udcff\u202e<b>",))
    assert claim(folder, odd, key="db") is None
    assert first.get(timeout=10) == odd


def test_closing_does_not_wait_for_a_call(folder) -> None:
    instance = claim(folder, HELLO)
    instance.serve(lambda _message: None)
    closer = threading.Thread(target=instance.close)
    closer.start()
    closer.join(10)
    assert not closer.is_alive()
    instance.close()


def test_resources_are_found_in_the_checkout() -> None:
    assert resource_path("icons").is_dir()
    assert translations_path().is_dir()


def connected(folder):
    caller = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    place = os.open(folder, os.O_RDONLY)
    try:
        name = next(p.name for p in folder.glob("*.socket"))
        caller.connect(f"/proc/self/fd/{place}/{name}")
    finally:
        os.close(place)
    return caller


def call(folder, data: bytes) -> bytes:
    with connected(folder) as caller:
        try:
            caller.sendall(data)
            caller.shutdown(socket.SHUT_WR)
            return caller.recv(1)
        except OSError:
            return b""
