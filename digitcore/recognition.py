"""What was read, and why: plain data for people and pages."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Kind = Literal["answer", "unsure", "not-a-digit", "empty"]

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels of the picture as given."""


class Neighbor(NamedTuple):
    """A training example that voted.

    Attributes
    ----------
    digit : int
    distance : float
        In the learnt space.
    weight : float
        Its share of all votes, 0..1.
    glyph : PIL.Image.Image
        Black on white.
    source : str
        Where the example comes from.
    """

    digit: int
    distance: float
    weight: float
    glyph: Image.Image
    source: str


class Stage(NamedTuple):
    """The picture of one step of the way, black on white."""

    name: str
    image: Image.Image


@dataclass(frozen=True, eq=False)
class Recognition:
    """What was read, and why.

    Attributes
    ----------
    kind : {"answer", "unsure", "not-a-digit", "empty"}
    digit : int or None
        The answer; the best guess when unsure; None when refused or empty.
    confidence : float
        Probability of the likeliest digit, given that a digit was meant.
    probabilities : float64 array of shape (10,)
        Of every digit; zeros when empty.
    neighbors : tuple of Neighbor
        The examples that voted, nearest first; none when empty.
    stages : tuple of Stage
        ink, crop, upright, centred, stroke and features.
    box : tuple of int, or None when empty
        Left, top, right and bottom of the ink in the picture, in pixels.
    """

    kind: Kind
    digit: int | None
    confidence: float
    probabilities: NDArray[np.float64]
    neighbors: tuple[Neighbor, ...]
    stages: tuple[Stage, ...]
    box: Box | None


class Number(tuple[Recognition, ...]):
    """The digits of a row, from left to right."""

    __slots__ = ()

    @property
    def digits(self) -> tuple[Recognition, ...]:
        """The digits, each with its box."""
        return tuple(self)

    @property
    def text(self) -> str:
        """The number, with a question mark for what is not a digit."""
        return "".join(
            "?" if digit.digit is None else str(digit.digit) for digit in self
        )
