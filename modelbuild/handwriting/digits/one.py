"""The ways of writing 1."""

import math

import numpy as np

from modelbuild.handwriting.curves import Point, Stroke, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


def stem(hand: Hand) -> list[Point]:
    """Return the downstroke, nearly straight."""
    bend = hand.about(0, 0.03)
    return hand.near([(0, 0), (bend, 0.5), (0, 1)], 0.012)


def flag(hand: Hand) -> list[Point]:
    """Return the upstroke to the stem's top: short and slanted, or long and steep."""
    if hand.chance(0.75):
        length, angle = hand(0.12, 0.45), hand(28, 72)
    else:
        length, angle = hand(0.4, 0.95), hand(60, 84)
    return upstroke(hand, length, angle)


def upstroke(hand: Hand, length: float, angle: float) -> list[Point]:
    """Return a line up to the stem's top, straight or bent; angle in degrees."""
    x = -length * math.cos(math.radians(angle))
    y = length * math.sin(math.radians(angle))
    if hand.chance(0.4):
        return [(x, y), (0, 0)]
    bend = (x * 0.5 + hand(-0.02, 0.05), y * 0.5 + hand(-0.02, 0.05))
    return [(x, y), bend, (0, 0)]


def flag_and_stem(hand: Hand, up: list[Point], down: list[Point]) -> Stroke:
    """Return both in one stroke, with a corner or a quick turn at the top."""
    if hand.chance(0.8):
        return join(up, [(0, 0), *down[1:]])
    return smooth([*up[:-1], (-0.015, 0.005), (0, 0.05), *down[1:]])


def base(hand: Hand) -> Stroke:
    """Return the line that some put under it."""
    return smooth(hand.near([(-hand(0.1, 0.45), 1), (hand(0.1, 0.45), 1)], 0.02))


def stick(hand: Hand) -> list[Stroke]:
    """Write one plain downstroke."""
    return [smooth(stem(hand))]


def stick_on_base(hand: Hand) -> list[Stroke]:
    """Write a downstroke with a line under it and no flag."""
    return [smooth(stem(hand)), base(hand)]


def flagged(hand: Hand) -> list[Stroke]:
    """Write a flag and a downstroke."""
    return [flag_and_stem(hand, flag(hand), stem(hand))]


def steep_flagged(hand: Hand) -> list[Stroke]:
    """Write an upstroke nearly as long as the downstroke (the European 1)."""
    up = upstroke(hand, hand(0.35, 0.9), hand(52, 80))
    return [flag_and_stem(hand, up, stem(hand))]


def wide_flagged(hand: Hand) -> list[Stroke]:
    """Write a long upstroke that slants as much as it rises."""
    up = upstroke(hand, hand(0.3, 0.65), hand(38, 60))
    return [flag_and_stem(hand, up, stem(hand))]


def flat_flagged(hand: Hand) -> list[Stroke]:
    """Write a short flag that hardly rises."""
    up = upstroke(hand, hand(0.08, 0.2), hand(8, 32))
    return [flag_and_stem(hand, up, stem(hand))]


def curl_flagged(hand: Hand) -> list[Stroke]:
    """Write a flag that sags before it reaches the top."""
    x, y = -hand(0.1, 0.35), hand(0.08, 0.4)
    return [join([(x, y), (x * 0.5, y * 0.75), (0, 0)], stem(hand))]


def based(hand: Hand) -> list[Stroke]:
    """Write flag, downstroke and base, as in print."""
    return [flag_and_stem(hand, flag(hand), stem(hand)), base(hand)]


def drawn_base(hand: Hand) -> list[Stroke]:
    """Write flag, stem and base without lifting the pen."""
    left, right = (-hand(0.1, 0.35), hand.about(1, 0.02)), (hand(0.15, 0.4), 1.0)
    down = stem(hand)
    body = flag_and_stem(hand, flag(hand), down)
    return [np.concatenate([body, join([down[-1], left], [left, right])])]


def footed(hand: Hand) -> list[Stroke]:
    """Write a stem that turns into a hook at its foot, mostly to the left."""
    side = -1 if hand.chance(0.75) else 1
    down = stem(hand)[:2]
    reach = hand(0.05, 0.45 if side < 0 else 0.2)
    down += [(side * hand(0.0, 0.05), hand(0.8, 0.92)), (side * reach, 1.0)]
    if reach > 0.2:
        down.insert(3, (side * (0.06 + reach * 0.3), hand(0.97, 1.0)))
    if hand.chance(0.25):
        return [smooth(down)]
    return [flag_and_stem(hand, flag(hand), down)]


def hooked_top(hand: Hand) -> list[Stroke]:
    """Write a stem whose top bends a little to the right, as the pen comes down."""
    hook = [(hand(0.05, 0.16), hand(0.02, 0.12)), (hand(0.03, 0.1), hand(-0.02, 0.02))]
    if hand.chance(0.5):
        hook.pop(0)
    return [smooth([*hook, *stem(hand)])]


VARIANTS: dict[Variant, float] = {
    stick: 0.31,
    stick_on_base: 0.03,
    flagged: 0.29,
    steep_flagged: 0.12,
    wide_flagged: 0.07,
    flat_flagged: 0.04,
    curl_flagged: 0.03,
    based: 0.09,
    drawn_base: 0.02,
    footed: 0.08,
    hooked_top: 0.02,
}
