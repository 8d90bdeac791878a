"""Says on standard error what a build is doing and how far it has come."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

SHOWN_EVERY = 0.5  # seconds


class Progress:
    """Progress of a build: numbered steps, each with its time.

    Parameters
    ----------
    n_steps : int
        How many steps there will be.
    """

    def __init__(self, n_steps: int):
        self.n_steps = n_steps
        self.n_begun = 0
        self.started = time.monotonic()

    def step(self, title: str) -> None:
        """Begin a step."""
        self.n_begun += 1
        seconds = time.monotonic() - self.started
        say(f"[{self.n_begun}/{self.n_steps}] {seconds:4.0f} s  {title}")

    def finish(self, title: str) -> None:
        """Tell what came of it all."""
        say(f"{title} ({time.monotonic() - self.started:.0f} s)")


def counted(items: Iterable[Item], total: int) -> Iterator[Item]:
    """Pass items on while their share of the total is shown.

    Nothing is shown where standard error is no terminal.
    """
    shown = 0.0
    for number, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if sys.stderr.isatty() and (now - shown > SHOWN_EVERY or number == total):
            shown = now
            end = "\n" if number == total else ""
            sys.stderr.write(f"\r        {100 * number // total:3} %{end}")
            sys.stderr.flush()


def say(line: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
