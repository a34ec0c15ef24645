"""Whether a window can open here, decided before Qt would end the process."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from infinibay_desktop.app import display as module
from infinibay_desktop.app.display import explain_missing_display, explain_missing_library
from infinibay_desktop.model.problems import Distribution, Family
from infinibay_desktop.system import computer

ROOT = Path(__file__).parents[2]
NOTHING = {"XDG_RUNTIME_DIR": "/nowhere"}


@pytest.fixture
def listening(tmp_path):
    """A unix socket that somebody listens at."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield tmp_path / "wayland-7"


@pytest.fixture
def xvfb(tmp_path):
    """A real X server, with the cookie that it asks for."""
    if not (shutil.which("Xvfb") and shutil.which("xauth")):
        pytest.skip("needs Xvfb and xauth")
    cookie = tmp_path / "cookie"
    add = ["xauth", "-f", str(cookie), "add", ":0", ".", "0123456789abcdef0123456789abcdef"]
    subprocess.run(add, check=True, capture_output=True)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-auth", str(cookie), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    add = ["xauth", "-f", str(cookie), "add", f":{number}", ".", "0123456789abcdef" * 2]
    subprocess.run(add, check=True, capture_output=True)
    yield f":{number}", str(cookie)
    server.terminate()
    server.wait(10)


@pytest.mark.parametrize(
    ("arguments", "platform"),
    [
        ([], "offscreen"),
        ([], "minimal"),
        ([], "vnc:size=800x600"),
        ([], "xcb;offscreen"),
        (["--platform", "offscreen"], ""),
        (["--demo", "-platform", "vnc"], "xcb"),
        (["--platform=offscreen", "--screenshot", "a.png"], "wayland"),
    ],
)
def test_platforms_that_need_no_display_need_none(arguments, platform) -> None:
    assert explain_missing_display(arguments, NOTHING | {"QT_QPA_PLATFORM": platform}) is None


@pytest.mark.parametrize("arguments", [[], ["--platform"], ["--platform", "xcb"], ["--demo"]])
def test_without_a_display_it_says_what_is_missing_and_what_works(arguments) -> None:
    said = explain_missing_display(arguments, NOTHING)
    assert said.startswith("No display: neither WAYLAND_DISPLAY nor DISPLAY")
    assert "infinibay --help" in said
    assert "--platform offscreen --screenshot FILE" in said
    assert "\n" not in said


def test_a_wayland_display_that_answers_is_enough(listening) -> None:
    folder, name = str(listening.parent), listening.name
    for environment in (
        {"WAYLAND_DISPLAY": name, "XDG_RUNTIME_DIR": folder},
        {"WAYLAND_DISPLAY": str(listening)},
        {"WAYLAND_SOCKET": "5"},
        {"WAYLAND_DISPLAY": str(listening), "QT_QPA_PLATFORM": "wayland-egl"},
    ):
        assert explain_missing_display([], environment) is None


def test_a_wayland_display_that_is_gone_is_not(tmp_path) -> None:
    (tmp_path / "wayland-0").write_text("")
    for environment in ({"XDG_RUNTIME_DIR": str(tmp_path)}, {"WAYLAND_DISPLAY": "wayland-0"}):
        assert explain_missing_display([], environment) is not None
    asked = {"QT_QPA_PLATFORM": "wayland", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "Wayland display" in explain_missing_display([], asked)


@pytest.mark.parametrize(
    "display",
    [":987", "unix:987", "x", ":", ":x", ":99999999", "127.0.0.1:987", "[::1]:987", "/nowhere:0"],
)
def test_a_display_that_does_not_answer_is_named(display) -> None:
    said = explain_missing_display([], NOTHING | {"DISPLAY": display})
    assert said.startswith(f"The display '{display}' (DISPLAY) does not answer.")


def test_a_name_that_nobody_resolves_in_time_does_not_hang_the_start(monkeypatch) -> None:
    def slow(_display: str) -> str:
        raise TimeoutError

    monkeypatch.setattr(module, "_why_x_is_closed", slow)
    assert "does not answer" in explain_missing_display([], NOTHING | {"DISPLAY": "far:0"})


def test_a_server_that_accepts_and_says_nothing_does_not_hang_the_start(monkeypatch) -> None:
    monkeypatch.setattr(module, "TIMEOUT_S", 0.2)
    with _server_at_an_x_port() as server:
        display = f"127.0.0.1:{server.getsockname()[1] - 6000}"
        assert "does not answer" in explain_missing_display([], NOTHING | {"DISPLAY": display})
        server.settimeout(10)
        server.accept()[0].close()  # libxcb, which waits for a word, goes on


def _server_at_an_x_port() -> socket.socket:
    for port in range(6400, 6500):
        with contextlib.suppress(OSError):
            return socket.create_server(("127.0.0.1", port))
    pytest.skip("no port is free")


def test_a_real_x_server_is_enough_and_a_wrong_cookie_is_told(xvfb, monkeypatch, tmp_path) -> None:
    display, cookie = xvfb
    monkeypatch.setenv("XAUTHORITY", cookie)
    assert explain_missing_display([], NOTHING | {"DISPLAY": display}) is None
    assert explain_missing_display([], NOTHING | {"DISPLAY": f"unix{display}.0"}) is None
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "nothing"))
    said = explain_missing_display([], NOTHING | {"DISPLAY": display})
    assert "does not let this account in" in said
    assert "xhost" in said


@pytest.mark.parametrize("family", Family)
def test_missing_libraries_are_named_with_their_package(xvfb, monkeypatch, family) -> None:
    display, cookie = xvfb
    monkeypatch.setenv("XAUTHORITY", cookie)
    monkeypatch.setattr(module, "_X11_LIBRARIES", ("libxcb-cursor.so.0", "libc.so.6"))
    monkeypatch.setattr(module.ctypes, "CDLL", _without_xcb_cursor(module.ctypes.CDLL))
    monkeypatch.setattr(
        computer, "read_distribution", lambda: Distribution(family=family, name="any")
    )
    said = explain_missing_display([], NOTHING | {"DISPLAY": display})
    assert "without libxcb-cursor.so.0" in said
    assert ("Install it: sudo " in said) == (family is not Family.OTHER)
    if family is Family.DEBIAN:
        assert said.endswith("sudo apt install libxcb-cursor0")


def _without_xcb_cursor(real):
    def load(name: str):
        if name == "libxcb-cursor.so.0":
            raise OSError("cannot open shared object file")
        return real(name)

    return load


def test_every_library_has_a_package_everywhere() -> None:
    families = set(Family) - {Family.OTHER}
    assert all(packages.keys() == families for packages in module._LIBRARIES.values())
    assert len(module._X11_LIBRARIES) == 8


def test_an_import_that_lacks_a_library_is_explained(monkeypatch) -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "without libEGL.so.1" in explain_missing_library(error)
    assert explain_missing_library(ImportError("No module named 'PySide6'")) is None


def test_looking_for_a_display_does_not_import_qt() -> None:
    script = (
        "import sys; from infinibay_desktop.app.display import explain_missing_display;"
        "explain_missing_display([], {});"
        "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'libvirt', 'sqlalchemy')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
