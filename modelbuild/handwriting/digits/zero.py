"""The ways of writing 0."""

import numpy as np

from modelbuild.handwriting.curves import Point, Stroke, arc, smooth
from modelbuild.handwriting.hand import Hand, Variant


def ring(hand: Hand, half_width: float, start: float, sweep: float) -> Stroke:
    """Return one turn around, whose end may miss its beginning a little."""
    squareness = hand(1.7, 2.6)
    stroke = arc((half_width, 0.5), (half_width, 0.5), start, sweep, squareness, 40)
    progress = np.linspace(0, 1, len(stroke))[:, None]
    drift = np.array([hand.about(0, 0.05), hand.about(0, 0.05)])
    swell = (progress - 0.5) * hand.about(0, 0.12)
    swollen: Stroke = stroke + (stroke - [half_width, 0.5]) * swell
    drifted: Stroke = swollen + progress * drift
    return drifted


def any_ring(hand: Hand, half_width: float) -> Stroke:
    """Return a ring begun anywhere at the top, mostly to the left."""
    turn = -1 if hand.chance(0.85) else 1
    return ring(hand, half_width, hand(-160, -20), turn * hand(320, 405))


def plain(hand: Hand) -> list[Stroke]:
    """Write a ring."""
    return [any_ring(hand, hand(0.2, 0.5))]


def slashed(hand: Hand) -> list[Stroke]:
    """Write a ring and strike it through, within it or beyond it."""
    half_width = hand(0.2, 0.5)
    width = 2 * half_width
    beyond = hand(-0.12, 0.35)
    slash = hand.near(
        [
            (width * (0.85 + beyond), 0.14 - beyond * 0.6),
            (width * (0.15 - beyond), 0.86 + beyond * 0.6),
        ],
        0.06,
    )
    return [any_ring(hand, half_width), smooth(slash)]


def tailed(hand: Hand) -> list[Stroke]:
    """Write a ring whose end leaves it in a tail, short or right across its top."""
    stroke = any_ring(hand, hand(0.2, 0.5))
    tail = stroke[-1] + [hand(-0.2, 0.35), hand(-0.25, 0.12)]
    return [np.concatenate([stroke, smooth([stroke[-1], tail], 4)])]


def curled(hand: Hand) -> list[Stroke]:
    """Write a ring that begins or ends inside itself."""
    half_width = hand(0.2, 0.5)
    stroke = any_ring(hand, half_width)
    progress = np.linspace(0, 1, len(stroke))[:, None]
    depth = hand(0.1, 0.6) if hand.chance(0.75) else hand(0.5, 1.0)
    inwards = 1 - depth * np.clip(1 - progress / hand(0.08, 0.3), 0, 1)
    if hand.chance(0.5):
        inwards = inwards[::-1]
    middle = np.array([half_width, 0.5])
    return [middle + (stroke - middle) * inwards]


def gaping(hand: Hand) -> list[Stroke]:
    """Write a ring that stops before it closes, open at the upper left."""
    turn = 1 if hand.chance(0.7) else -1
    return [ring(hand, hand(0.2, 0.5), hand(-215, -120), turn * hand(265, 325))]


def open_topped(hand: Hand) -> list[Stroke]:
    """Write a ring open at the top, its ends passing each other."""
    half_width = hand(0.25, 0.5)
    stroke = ring(hand, half_width, hand(-125, -60), -hand(285, 345))
    above = (stroke[-1][0] - half_width * hand(0.0, 0.6), stroke[-1][1] - hand(0, 0.15))
    return [np.concatenate([stroke, smooth([stroke[-1], above], 5)])]


def overrun(hand: Hand) -> list[Stroke]:
    """Write a ring that runs on past its beginning and turns inwards."""
    half_width = hand(0.2, 0.5)
    stroke = ring(hand, half_width, hand(-130, -50), -hand(330, 372))
    x, y = stroke[-1]
    tail: list[Point] = [
        (x, y),
        (x + hand(-0.05, 0.12), y + hand(0.08, 0.2)),
        (x + hand(0.1, 0.35) * 2 * half_width, y + hand(0.02, 0.2)),
    ]
    return [np.concatenate([stroke, smooth(tail, 6)])]


def led_in(hand: Hand) -> list[Stroke]:
    """Write a stroke down from above that runs into a ring, like a big-bowled 6."""
    half_width, top = hand(0.22, 0.5), hand(0.1, 0.28)
    middle, radii = (half_width, (1 + top) / 2), (half_width, (1 - top) / 2)
    turn = arc(middle, radii, 180, -hand(250, 345), hand(1.8, 2.4))
    start = (half_width * hand(0.1, 0.9), 0.0)
    lead = [start, (half_width * hand(0.05, 0.25), hand(0.3, 0.4)), (0.0, middle[1])]
    return [smooth([*hand.near(lead[:2]), *turn[::4].tolist()], 5)]


def looped_over(hand: Hand) -> list[Stroke]:
    """Write a ring that ends in a small loop or bow across its top."""
    half_width = hand(0.25, 0.5)
    stroke = ring(hand, half_width, hand(-120, -80), -hand(335, 365))
    x, y = stroke[-1]
    bow = [
        (x, y),
        (x - hand(0.02, 0.12), y + hand(0.05, 0.16)),
        (x + hand(0.02, 0.15), y + hand(0.1, 0.2)),
        (x + hand(0.15, 0.4), y + hand(-0.05, 0.1)),
    ]
    return [np.concatenate([stroke, smooth(bow, 6)])]


VARIANTS: dict[Variant, float] = {
    plain: 0.47,
    slashed: 0.08,
    tailed: 0.09,
    curled: 0.18,
    gaping: 0.04,
    open_topped: 0.03,
    overrun: 0.04,
    led_in: 0.04,
    looped_over: 0.03,
}
