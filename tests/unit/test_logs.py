"""The log's file, and which parts of the program say more."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from infinibay_desktop.app.logs import record_failures, switch_debug
from infinibay_desktop.model.debugging import debug_loggers, normal_debug
from infinibay_desktop.model.settings import SETTINGS
from infinibay_desktop.system.log_file import SharedLogFile

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("said", "normal"),
    [
        ("virt,guest:*", "virt,guest"),
        (" VIRT ; virt.pool  services:connections ", "virt,virt:pool,services:connections"),
        ("*,-ui", "*,-ui"),
        ("virt,virt:*", "virt"),
        ("", ""),
        ("virt,/etc/passwd", ""),
        ("virt,..", ""),
        ("-", ""),
        (",".join(["virt"] * 60), ""),
    ],
)
def test_categories_have_one_spelling(said, normal) -> None:
    assert normal_debug(said) == normal


def test_the_setting_refuses_what_is_no_category() -> None:
    assert SETTINGS["debug"].parse("virt, guest:*") == "virt,guest"
    with pytest.raises(Exception, match="not of the right form"):
        SETTINGS["debug"].parse("no/category")


def test_the_widest_category_comes_first() -> None:
    assert list(debug_loggers("virt:events,*,-virt")) == [
        ("infinibay_desktop", True),
        ("infinibay_desktop.virt", False),
        ("infinibay_desktop.virt.events", True),
    ]


@pytest.fixture
def levels():
    yield lambda name: logging.getLogger(f"infinibay_desktop.{name}").getEffectiveLevel()
    switch_debug("")


def test_categories_are_switched_on_and_off(levels, monkeypatch) -> None:
    monkeypatch.delenv("INFINIBAY_DEBUG", raising=False)
    before = levels("virt.pool"), levels("services.hosts")
    switch_debug("virt,-virt:events")
    assert levels("virt.pool") == logging.DEBUG
    assert levels("virt.events") == logging.INFO
    assert levels("services.hosts") == before[1]
    switch_debug("")
    assert (levels("virt.pool"), levels("services.hosts")) == before


def test_the_environment_adds_to_the_setting_and_has_the_last_word(levels, monkeypatch) -> None:
    monkeypatch.setenv("INFINIBAY_DEBUG", "database,-virt")
    switch_debug("virt")
    assert levels("database.opening") == logging.DEBUG
    assert levels("virt.pool") == logging.INFO


@pytest.mark.expects_warnings
def test_nonsense_in_the_environment_is_said_and_not_heeded(levels, monkeypatch, caplog) -> None:
    monkeypatch.setenv("INFINIBAY_DEBUG", "$(rm -rf /)")
    switch_debug("virt")
    assert "INFINIBAY_DEBUG" in caplog.text
    assert levels("virt.pool") == logging.DEBUG


@pytest.fixture
def log(tmp_path):
    file = SharedLogFile(tmp_path / "test.log", max_bytes=2000, kept=2)
    logger = logging.getLogger("test.log.file")
    logger.propagate = False
    logger.addHandler(file)
    logger.setLevel(logging.INFO)
    yield logger
    logger.removeHandler(file)
    file.close()


def test_log_files_are_private_rotate_and_are_bounded(log, tmp_path) -> None:
    for number in range(300):
        log.info("line %d", number)
    files = sorted(tmp_path.glob("test.log*"))
    assert {"test.log", "test.log.1", "test.log.2"} <= {each.name for each in files}
    assert "test.log.3" not in {each.name for each in files}
    assert all(each.stat().st_size <= 2100 for each in files)
    assert all(each.stat().st_mode & 0o077 == 0 for each in files if each.suffix != ".lock")
    assert "line 299" in (tmp_path / "test.log").read_text()


def test_no_secret_and_no_control_character_gets_into_the_log(log, tmp_path) -> None:
    log.info("postgresql://me:hunter2@db/x \x1b[31mred\x07")
    error = ValueError("password=hunter2")
    log.error("failed", exc_info=(ValueError, error, None))
    text = (tmp_path / "test.log").read_text()
    assert "hunter2" not in text
    assert "\x1b" not in text
    assert "ValueError: password=" in text


def test_a_file_that_another_program_rotated_is_left_alone(log, tmp_path) -> None:
    log.info("before")
    (tmp_path / "test.log").rename(tmp_path / "test.log.1")
    log.info("after")
    assert "before" in (tmp_path / "test.log.1").read_text()
    assert "after" not in (tmp_path / "test.log.1").read_text()
    assert "after" in (tmp_path / "test.log").read_text()


def test_a_folder_that_is_gone_fails_nothing(log, tmp_path, capsys) -> None:
    log.info("one")
    for each in tmp_path.iterdir():
        each.unlink()
    tmp_path.rmdir()
    log.info("two")
    assert capsys.readouterr().err == ""
    tmp_path.mkdir()


def test_several_programs_share_a_log_without_losing_a_line(tmp_path) -> None:
    script = (
        "import logging, sys\n"
        "from pathlib import Path\n"
        "from infinibay_desktop.system.log_file import SharedLogFile\n"
        "file = SharedLogFile(Path(sys.argv[1]), max_bytes=20_000, kept=50)\n"
        "log = logging.getLogger('x'); log.addHandler(file); log.setLevel(logging.INFO)\n"
        "for n in range(500): log.info('%s:%d.', sys.argv[2], n)\n"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "shared.log"), name],
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        for name in "abc"
    ]
    told = [each.communicate(timeout=60)[1] for each in running]
    assert [each.returncode for each in running] == [0, 0, 0], told
    text = "".join(each.read_text() for each in tmp_path.glob("shared.log*"))
    assert len([line for line in text.splitlines() if line.endswith(".")]) == 1500


@pytest.mark.expects_warnings
def test_what_is_logged_as_failed_is_recorded() -> None:
    recorded = []
    stop = record_failures(lambda error, context: recorded.append((error, context)))
    logger = logging.getLogger("infinibay_desktop.runtime.timers")
    failure = RuntimeError("it broke")
    try:
        raise failure
    except RuntimeError:
        logger.exception("a timer's work failed")
    logger.error("without an exception")
    stop()
    try:
        raise failure
    except RuntimeError:
        logger.exception("again")
    assert recorded == [
        (failure, {"while": "a timer's work failed", "part": "infinibay_desktop.runtime.timers"})
    ]
