"""The ways of writing 9."""

import numpy as np

from modelbuild.handwriting.curves import Point, Stroke, arc, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of a 9: width and height of its ring, and its stem."""

    def __init__(self, hand: Hand) -> None:
        self.width = hand(0.32, 0.66)
        self.height = hand(0.22, 0.62)
        self.stem = self.width * hand(0.88, 1.06)


def ring(hand: Hand, frame: Frame) -> Stroke:
    """Return the ring, from the upper right round to the right."""
    width, height = frame.width, frame.height
    middle = (width / 2, height / 2)
    if hand.chance(0.55):
        start, sweep = hand(-75, 15), -hand(280, 365)
        stroke = arc(middle, middle, start, sweep, hand(1.7, 2.4), 28)
    else:
        points = [
            (width * hand(0.6, 1.05), height * hand(0, 0.35)),
            (width * hand(0.4, 0.6), 0),
            (width * hand(-0.02, 0.15), height * hand(0.4, 0.75)),
            (width * hand(0.2, 0.45), height * hand(0.92, 1.05)),
            (width * hand(0.7, 0.9), height * hand(0.6, 0.95)),
            (width * hand(0.9, 1.02), height * hand(0.25, 0.55)),
        ]
        stroke = smooth(hand.near(points, 0.015))
    progress = np.linspace(0, 1, len(stroke))[:, None]
    stroke = stroke + progress * [hand.about(0, 0.03), hand.about(0, 0.03)]
    if hand.chance(0.12):  # it begins inside itself
        inwards = hand(0.2, 0.7) * np.clip(1 - progress / hand(0.15, 0.4), 0, 1)
        stroke = middle + (stroke - middle) * (1 - inwards)
    return stroke


def hung(hand: Hand, loop: Stroke, frame: Frame, sway: float = 0.025) -> list[Stroke]:
    """Return a ring and a straight stem, mostly in one stroke."""
    x = frame.stem
    top = (x, hand(-0.04, 0.14))
    down = [(x + hand.about(0, sway), 0.55), (x * hand(0.4, 1.15), 1)]
    stem = [top, *hand.near(down, 0.015)]
    if hand.chance(0.7):
        return [np.concatenate([loop, join([tuple(loop[-1]), top], stem)])]
    return [loop, smooth(stem)]


def straight(hand: Hand) -> list[Stroke]:
    """Write a ring and a straight stem."""
    frame = Frame(hand)
    return hung(hand, ring(hand, frame), frame)


def curved(hand: Hand) -> list[Stroke]:
    """Write a ring that runs on into a stem bowed to the left."""
    frame = Frame(hand)
    x, height = frame.stem, frame.height
    loop = ring(hand, frame)
    stem = [
        (x, height * 0.3),
        (x, height * 0.8),
        (x * hand(0.75, 1.05), 0.7),
        (x * hand(0, 0.75), 1),
    ]
    return [np.concatenate([loop, smooth(hand.near(stem, 0.015))])]


def hooked(hand: Hand) -> list[Stroke]:
    """Write a ring and a stem that ends in a hook to the left, like g."""
    frame = Frame(hand)
    x, height, out = frame.stem, frame.height, hand(0.9, 1.35)
    loop = ring(hand, frame)
    stem = [
        (x, height * 0.3),
        (x * (1 + out) / 2, height * 0.9),
        (x * out, 0.7),
        (x * 0.8 * out, 0.94),
        (x * 0.45, 1.0),
        (hand(-0.35, 0.12), hand(0.8, 1.0)),
    ]
    return [np.concatenate([loop, smooth(hand.near(stem, 0.018))])]


def open_ringed(hand: Hand) -> list[Stroke]:
    """Write a cup open to the upper right, and a stem."""
    frame = Frame(hand)
    x, height = frame.stem, frame.height
    middle = (frame.width / 2, height / 2)
    start, sweep = -90 + hand(0, 60), -hand(220, 295)
    cup = arc(middle, middle, start, sweep, hand(1.4, 2.4), 24)
    up = smooth(hand.near([(x, height * 0.45), (x, height * 0.1)], 0.01))
    down = hand.near([(x, height * 0.1), (x, 0.55), (x * hand(0.6, 1.05), 1)], 0.015)
    return [np.concatenate([cup, up, smooth(down)])]


def curled(hand: Hand) -> list[Stroke]:
    """Write a 9 that begins inside its ring and ends in a wide hook."""
    width, height, out = hand(0.34, 0.66), hand(0.28, 0.55), hand(0.95, 1.45)
    points = [
        (width * hand(0.45, 0.85), height * hand(0.45, 0.75)),
        (width * hand(0.75, 1.0), height * 0.25),
        (width * 0.5, 0),
        (width * 0.03, height * 0.5),
        (width * 0.4, height * hand(0.9, 1.02)),
        (width * 0.9, height * hand(0.6, 0.85)),
        (width * hand(0.98, 1.05) * out**0.5, height * hand(0.8, 1.1)),
        (width * out, 0.7),
        (width * 0.75 * out, 0.93),
        (width * 0.4, 1.0),
        (width * hand(-0.5, 0.1), hand(0.78, 0.98)),
    ]
    return [smooth(hand.near(points))]


def angular(hand: Hand) -> list[Stroke]:
    """Write a flat, cornered or open ring and a long slanted stem."""
    frame = Frame(hand)
    width, height = frame.width, hand(0.28, 0.55)
    x = width * hand(0.85, 1.05)
    cup = [
        (width * hand(0.75, 1.05), height * hand(-0.05, 0.25)),
        (width * hand(0.4, 0.6), hand(-0.03, 0.05)),
        (width * hand(-0.02, 0.12), height * hand(0.45, 0.8)),
        (width * hand(0.25, 0.5), height),
        (x * 0.85, height * hand(0.5, 0.8)),
    ]
    top: Point = (x, height * hand(-0.05, 0.3))
    down = hand.near([(x + hand.about(0, 0.03), 0.55), (x * hand(0.2, 1.1), 1)], 0.015)
    loop = smooth(hand.near(cup, 0.018))
    return [np.concatenate([loop, join([tuple(loop[-1]), top], [top, *down])])]


def separate(hand: Hand) -> list[Stroke]:
    """Write a closed ring and, with the pen lifted, a stem."""
    frame = Frame(hand)
    width, height = frame.width, hand(0.28, 0.55)
    middle = (width / 2, height / 2)
    closed = arc(middle, middle, -20, -hand(300, 360), hand(1.8, 2.3), 26)
    stem = [
        (width, hand(-0.08, 0.12)),
        (width * 1.02, 0.5),
        (width * hand(0.7, 1.05), 0.85),
        (width * hand(0, 0.8), 1.0),
    ]
    return [closed, smooth(hand.near(stem, 0.018))]


def small_ringed(hand: Hand) -> list[Stroke]:
    """Write a small ring at the top of a long stem with a hook."""
    frame = Frame(hand)
    frame.width, frame.height = hand(0.25, 0.45), hand(0.15, 0.32)
    frame.stem = frame.width
    x, height, out = frame.stem, frame.height, hand(0.05, 0.4)
    loop = ring(hand, frame)
    if hand.chance(0.5):  # the stem bulges, then swings back
        stem = [
            (x, height * 0.5),
            (x + out * 0.6, height + 0.12),
            (x + out, 0.6),
            (x + out * 0.6, 0.85),
            (x * hand(0.1, 0.6), hand(0.95, 1.02)),
            (-hand(0, 0.4), hand(0.85, 1.0)),
        ]
    else:  # it runs out straight, turns sharply, and ends in a flat foot
        low = hand(0.72, 0.9)
        stem = [
            (x * hand(0.6, 1.0), height * hand(0.7, 1.0)),
            (x + out * 0.5, (height + low) / 2 + hand(-0.04, 0.04)),
            (x + out, low),
            (x + out * 0.5, hand(0.92, 1.0)),
            (-hand(0, 0.35), hand(0.94, 1.04)),
        ]
    return [np.concatenate([loop, smooth(hand.near(stem, 0.015))])]


def s_like(hand: Hand) -> list[Stroke]:
    """Write a hurried 9 whose ring stays open, near an s or a g."""
    width, height, out = hand(0.35, 0.6), hand(0.28, 0.5), hand(0.95, 1.25)
    points = [
        (width * hand(0.7, 1.1), height * hand(0.1, 0.4)),
        (width * hand(0.4, 0.6), 0),
        (width * hand(0, 0.1), height * hand(0.4, 0.6)),
        (width * hand(0.35, 0.55), height * hand(0.9, 1.0)),
        (width * hand(0.85, 1.0), height * hand(0.3, 0.5)),
        (width * out, hand(0.55, 0.7)),
        (width * 0.8 * out, hand(0.85, 0.95)),
        (width * hand(-0.3, 0.4), hand(0.92, 1.0)),
    ]
    return [smooth(hand.near(points))]


VARIANTS: dict[Variant, float] = {
    straight: 0.22,
    curved: 0.15,
    hooked: 0.21,
    open_ringed: 0.07,
    curled: 0.10,
    angular: 0.08,
    separate: 0.06,
    small_ringed: 0.09,
    s_like: 0.02,
}
