"""Whole drawings from a seed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from modelbuild.handwriting import digits, nondigits, pen
from modelbuild.handwriting.curves import Stroke
from modelbuild.handwriting.deformation import deform
from modelbuild.handwriting.hand import Hand
from modelbuild.handwriting.rendering import coarsen, render

Seed = int | Sequence[int]


def draw_digit(digit: int, seed: Seed) -> NDArray[np.uint8]:
    """Return a drawing of a digit.

    Parameters
    ----------
    digit : int
        0 to 9.
    seed : int or sequence of int
        Equal seeds give equal drawings.

    Returns
    -------
    ndarray of shape (96, 96)
        uint8, paper 255 and ink 0.

    Raises
    ------
    ValueError
        If there is no such digit.

    Examples
    --------
    >>> picture = draw_digit(2, seed=[7, 1])
    >>> picture.shape, bool((picture == draw_digit(2, seed=[7, 1])).all())
    ((96, 96), True)
    """
    hand = Hand(np.random.default_rng(seed))
    strokes = write_digit(digit, hand)
    # A stick stays a stick however thick the pen; other shapes fill up.
    stick = digit == 1 and len(strokes) == 1
    return draw(strokes, hand, brush=0.3 if stick else 0.1)


def draw_nondigit(seed: Seed) -> NDArray[np.uint8]:
    """Return a drawing of something that is no digit.

    Parameters
    ----------
    seed : int or sequence of int
        Equal seeds give equal drawings.

    Returns
    -------
    ndarray of shape (96, 96)
        uint8, paper 255 and ink 0.

    Examples
    --------
    >>> draw_nondigit(seed=1).dtype.name
    'uint8'
    """
    hand = Hand(np.random.default_rng(seed))
    return draw(write_nondigit(hand), hand, brush=0.05)


def draw(strokes: Sequence[Stroke], hand: Hand, brush: float) -> NDArray[np.uint8]:
    """Return a picture of strokes, drawn with some pen at some resolution.

    Parameters
    ----------
    strokes : sequence of ndarray of shape (n, 2)
    hand : Hand
        Who chooses the pen.
    brush : float
        How often it is one of the thickest.
    """
    pen_width = pen.width(hand, brush)
    if hand.chance(0.8):
        return render(strokes, pen_width)
    # Scans and small drawings have few pixels, and no line is thinner than one.
    pixels = int(hand(12, 36))
    return coarsen(render(strokes, max(pen_width, 1.4 / pixels)), pixels)


def digit_strokes(digit: int, seed: Seed) -> list[Stroke]:
    """Return the strokes that :func:`draw_digit` draws, about 1 high.

    Examples
    --------
    >>> [stroke.shape[1] for stroke in digit_strokes(0, seed=3)]
    [2]
    """
    return write_digit(digit, Hand(np.random.default_rng(seed)))


def nondigit_strokes(seed: Seed) -> list[Stroke]:
    """Return the strokes that :func:`draw_nondigit` draws.

    Examples
    --------
    >>> all(stroke.shape[1] == 2 for stroke in nondigit_strokes(seed=3))
    True
    """
    return write_nondigit(Hand(np.random.default_rng(seed)))


def write_digit(digit: int, hand: Hand) -> list[Stroke]:
    """Return the strokes of a digit as some hand writes them."""
    return pen.write_by_hand(deform(digits.write(digit, hand), hand), hand)


def write_nondigit(hand: Hand) -> list[Stroke]:
    """Return the strokes of something that is no digit, as some hand draws it."""
    return pen.write_by_hand(nondigits.write(hand), hand)
