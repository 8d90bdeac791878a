"""The digits as strokes: one module each, listing its ways of writing it."""

from modelbuild.handwriting.curves import Stroke
from modelbuild.handwriting.digits import (
    eight,
    five,
    four,
    nine,
    one,
    seven,
    six,
    three,
    two,
    zero,
)
from modelbuild.handwriting.hand import Hand, Variant

VARIANTS: tuple[dict[Variant, float], ...] = (
    zero.VARIANTS,
    one.VARIANTS,
    two.VARIANTS,
    three.VARIANTS,
    four.VARIANTS,
    five.VARIANTS,
    six.VARIANTS,
    seven.VARIANTS,
    eight.VARIANTS,
    nine.VARIANTS,
)
"""For every digit its ways of writing it, and how often each is used."""


def write(digit: int, hand: Hand) -> list[Stroke]:
    """Return the strokes of a digit, one way or another, before deformation.

    Parameters
    ----------
    digit : int
        0 to 9.
    hand : Hand
        The writer.

    Returns
    -------
    list of ndarray of shape (n, 2)

    Raises
    ------
    ValueError
        If there is no such digit.
    """
    if not 0 <= digit <= 9:
        raise ValueError(f"a digit is one of 0 to 9, not {digit}")
    return hand.choose(VARIANTS[digit])(hand)
