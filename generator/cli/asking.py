"""Asking somebody who sits at a terminal."""

from __future__ import annotations

import sys
from typing import Final

import click

#: What terminals send for Ctrl-C, Ctrl-D and Escape; nothing at all is the end of the input.
LEAVE: Final = ("\x03", "\x04", "\x1b", "")


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def key(prompt: str) -> str:
    """One key, in small letters; Ctrl-C and the end of the input are keys too."""
    click.echo(prompt, nl=False)
    try:
        pressed = click.getchar()
    except (KeyboardInterrupt, EOFError):
        pressed = LEAVE[0]
    click.echo(pressed if pressed.isprintable() else "")
    return pressed.lower()
