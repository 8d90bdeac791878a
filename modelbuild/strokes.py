"""Drawings made of our own strokes: to learn from, to calibrate with, to report on.

Each purpose has seeds of its own, so that nothing is measured on what was learnt.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from modelbuild.glyphs import Glyphs, views_of_drawing
from modelbuild.handwriting import draw_digit, draw_nondigit
from modelbuild.turning import STEEPEST, turned
from modelbuild.workers import spread

SOURCE = "drawn by program"
TURNED = 0.3  # share of the drawings
NO_DIGIT = 10  # takes the digit's place in a seed


class Purpose(IntEnum):
    """What drawings are for; the first number of their seeds."""

    TRAINING = 1
    CALIBRATION = 2
    REPORT = 3


class Task(NamedTuple):
    """A drawing to make: of a digit, or of what is none if that is 10."""

    purpose: Purpose
    digit: int
    number: int


def digit_tasks(purpose: Purpose, n_per_digit: int) -> list[Task]:
    """List drawings to make, the ten digits in turn."""
    return [
        Task(purpose, digit, number)
        for number in range(n_per_digit)
        for digit in range(10)
    ]


def drawn_digits(purpose: Purpose, n_per_digit: int) -> Glyphs:
    """Draw digits and normalise them.

    Parameters
    ----------
    purpose : Purpose
    n_per_digit : int

    Returns
    -------
    Glyphs
        The ten digits in turn.
    """
    tasks = digit_tasks(purpose, n_per_digit)
    views = np.stack(list(spread(_views, tasks)))
    return Glyphs.of(views, [task.digit for task in tasks], SOURCE)


def drawn_nondigits(purpose: Purpose, n: int) -> NDArray[np.uint8]:
    """Draw letters, scribbles, shapes and pairs, and normalise them.

    Returns
    -------
    uint8 array of shape (n, n_views, 32, 32)
    """
    tasks = [Task(purpose, NO_DIGIT, number) for number in range(n)]
    return np.stack(list(spread(_views, tasks)))


def draw(task: Task) -> NDArray[np.uint8]:
    """Make a drawing; three in ten are turned.

    Returns
    -------
    uint8 array of shape (height, width)
        Paper 255 and ink 0.
    """
    if task.digit == NO_DIGIT:
        return draw_nondigit(task)
    drawing = draw_digit(task.digit, task)
    rng = np.random.default_rng([*task, 1])
    if rng.random() < TURNED:
        return turned(drawing, rng.uniform(-STEEPEST, STEEPEST))
    return drawing


def _views(task: Task) -> NDArray[np.uint8]:
    return views_of_drawing(draw(task))
