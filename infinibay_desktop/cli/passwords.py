"""Passwords typed on the command line: asked for or read from standard input, never options."""

import sys

import click

from infinibay_desktop.model.people import MAX_PASSWORD


def read_password(text: str, *, from_stdin: bool, twice: bool = False) -> str:
    """One password: a line of standard input, or asked for without showing it."""
    if from_stdin:
        return sys.stdin.readline(MAX_PASSWORD + 2).rstrip("\r\n")
    if not can_ask():
        raise click.UsageError("Nobody is here to ask for a password: give it to --password-stdin.")
    return str(
        click.prompt(
            text,
            hide_input=True,
            err=True,
            default="",
            show_default=False,
            confirmation_prompt=f"{text} again" if twice else False,
        )
    )


def can_ask() -> bool:
    """Whether somebody sits at this terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()
