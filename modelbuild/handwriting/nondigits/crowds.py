"""Several digits at once, or parts of one: no single digit either."""

import numpy as np

from modelbuild.handwriting import digits
from modelbuild.handwriting.curves import Stroke, bounds, resample
from modelbuild.handwriting.deformation import deform
from modelbuild.handwriting.hand import Hand, Variant


def any_digit(hand: Hand) -> list[Stroke]:
    """Return some digit, 1 high, upper left corner at the origin."""
    strokes = deform(digits.write(int(hand.rng.integers(10)), hand), hand)
    low, high = bounds(strokes)
    return [(stroke - low) / max(high[1] - low[1], 0.2) for stroke in strokes]


def row(hand: Hand, count: int) -> list[Stroke]:
    """Return digits side by side."""
    strokes: list[Stroke] = []
    right = 0.0
    for _ in range(count):
        place = [right, hand.about(0, 0.06)]
        strokes += [stroke + place for stroke in any_digit(hand)]
        right = bounds(strokes)[1][0] + hand(0.05, 0.45)
    return strokes


def pair(hand: Hand) -> list[Stroke]:
    """Write two digits side by side."""
    return row(hand, 2)


def triple(hand: Hand) -> list[Stroke]:
    """Write three digits side by side."""
    return row(hand, 3)


def overwritten(hand: Hand) -> list[Stroke]:
    """Write one digit over another."""
    shift = [hand(-0.25, 0.25), hand(-0.25, 0.25)]
    return any_digit(hand) + [stroke + shift for stroke in any_digit(hand)]


def stacked(hand: Hand) -> list[Stroke]:
    """Write one digit under another."""
    shift = [hand(-0.3, 0.3), 1 + hand(0, 0.25)]
    return any_digit(hand) + [stroke + shift for stroke in any_digit(hand)]


def struck_out(hand: Hand) -> list[Stroke]:
    """Write a digit and strike it out with several lines."""
    strokes = any_digit(hand)
    wide = bounds(strokes)[1][0]
    for _ in range(int(hand.rng.integers(2, 5))):
        level = hand(0.15, 0.85)
        ends = [
            (-hand(0.1, 0.3), level),
            (wide + hand(0.1, 0.3), level + hand(-0.3, 0.3)),
        ]
        strokes.append(np.linspace(ends[0], ends[1], 12))
    return strokes


def scattered(hand: Hand) -> list[Stroke]:
    """Draw the pieces of a digit, cut in three and shifted apart."""
    whole = resample(max(any_digit(hand), key=len), 45)
    return [
        piece + 0.35 * hand.rng.standard_normal(2) for piece in np.array_split(whole, 3)
    ]


VARIANTS: dict[Variant, float] = {
    pair: 0.45,
    triple: 0.13,
    overwritten: 0.22,
    stacked: 0.08,
    struck_out: 0.05,
    scattered: 0.07,
}
