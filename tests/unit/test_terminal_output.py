"""What guests say does not steer the terminal of whoever reads it."""

import sys

from infinibay_desktop.cli.output import PlainWriter


def test_a_guests_file_cannot_steer_a_terminal_however_it_is_cut(capsys) -> None:
    content = "naïve\n\tcol\x1b]0;title\x07\x9b31m\u202e end\r".encode() + b"\xff"
    writer = PlainWriter()
    for byte in content:
        writer.write(bytes([byte]))
    sys.stdout.flush()
    assert capsys.readouterr().out == "naïve\n\tcol?]0;title??31m? end?\ufffd"
