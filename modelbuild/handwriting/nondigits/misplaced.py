"""Digits the wrong way round, which are no digits any more."""

from modelbuild.handwriting import digits
from modelbuild.handwriting.curves import Stroke
from modelbuild.handwriting.deformation import deform, rotate
from modelbuild.handwriting.hand import Hand, Variant

MIRRORED = (3, 4, 6, 7, 9)  # a mirrored 2 or 5 is nearly a 5 or 2
UPSIDE_DOWN = (3, 4, 7)
ON_THEIR_SIDE = (2, 3, 4, 5, 6, 7, 9)


def some_digit(hand: Hand, among: tuple[int, ...]) -> list[Stroke]:
    """Return one of some digits as a hand writes it."""
    return deform(digits.write(hand.pick(among), hand), hand)


def mirrored(hand: Hand) -> list[Stroke]:
    """Write a digit as a mirror shows it."""
    return [stroke * [-1, 1] for stroke in some_digit(hand, MIRRORED)]


def upside_down(hand: Hand) -> list[Stroke]:
    """Write a digit upside down."""
    return [-stroke for stroke in some_digit(hand, UPSIDE_DOWN)]


def on_its_side(hand: Hand) -> list[Stroke]:
    """Write a digit that lies on its left or right side."""
    turn = hand.pick((-90, 90)) + hand.about(0, 8)
    return [rotate(stroke, turn) for stroke in some_digit(hand, ON_THEIR_SIDE)]


VARIANTS: dict[Variant, float] = {
    mirrored: 0.35,
    upside_down: 0.3,
    on_its_side: 0.35,
}
