"""The ways of writing 2."""

import numpy as np

from modelbuild.handwriting.curves import Point, Stroke, arc, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


def neck(hand: Hand, width: float) -> list[Point]:
    """Return the swan's neck: from the upper left over the top, on its way down."""
    first = (hand(-0.03, 0.15) * width, hand(0.08, 0.4))
    top = hand(0, 0.02)
    points = [
        first,
        (width * hand(0.2, 0.32), top + 0.06),
        (width * hand(0.48, 0.6), top),
        (width * hand(0.82, 1.0), hand(0.14, 0.32)),
        (width * hand(0.58, 0.85), hand(0.42, 0.6)),
    ]
    if hand.chance(0.2):  # it begins with a curl
        points.insert(0, (first[0] + hand(0.02, 0.12), first[1] + hand(0.03, 0.12)))
    return hand.near(points)


def cornered(hand: Hand) -> list[Stroke]:
    """Write a neck down to a sharp corner, then the base."""
    width = hand(0.45, 0.78)
    corner = (hand(-0.1, 0.2) * width, hand(0.85, 1.0))
    reach, rise = width * hand(0.8, 1.45), hand(-0.14, 0.12)
    middle = corner[0] + (reach - corner[0]) * 0.5
    base = [
        (middle, corner[1] + rise * 0.5 + hand.about(0, 0.03)),
        (reach, corner[1] + rise),
    ]
    way = (width * hand(0.3, 0.5), hand(0.66, 0.8))
    return [join([*neck(hand, width), way, corner], [corner, *hand.near(base, 0.015)])]


def looped(hand: Hand) -> list[Stroke]:
    """Write a neck, a loop at the lower left, then the base."""
    width = hand(0.45, 0.78)
    loop_width, loop_height = hand(0.05, 0.36), hand(0.04, 0.34)
    bottom, x = hand(0.84, 1.0), hand(-0.25, 0.2) * width
    reach, rise = width * hand(0.8, 1.45), hand(-0.2, 0.2)
    loop = [
        (x + loop_width * 0.9 + 0.05, bottom - loop_height * 0.75),
        (x + loop_width * 0.35, bottom - 0.02),
        (x - loop_width * 0.25, bottom),
        (x - loop_width * 0.5, bottom - loop_height * 0.45),
        (x, bottom - loop_height),
        (x + loop_width * 0.75, bottom - loop_height * 0.55),
        (x + loop_width * 1.1 + 0.08, bottom - 0.03),
        (reach + 0.1, bottom + rise * 0.6 - 0.02),
        (reach + 0.22, bottom + rise - 0.05),
    ]
    end = 9 if hand.chance(0.5) else 8
    return [smooth([*neck(hand, width), *hand.near(loop, 0.012)[:end]])]


def rounded(hand: Hand) -> list[Stroke]:
    """Write a neck that turns into the base in a curve."""
    width = hand(0.45, 0.78)
    reach, rise = width * hand(0.8, 1.45), hand(-0.14, 0.12)
    if hand.chance(0.5):
        turn = [(width * 0.35, 0.75), (width * 0.08, 0.93), (width * 0.2, 0.99)]
        base = [(width * 0.55, 0.95), (reach, 0.96 + rise)]
    else:
        turn = [(width * 0.4, 0.74), (width * 0.12, 0.96), (width * 0.06, 0.93)]
        base = [(width * 0.25, 0.9), (width * 0.6, 0.97), (reach, 0.95 + rise)]
    return [smooth([*neck(hand, width), *hand.near(turn + base, 0.015)])]


class Arched:
    """A 2 whose upper part is a round arch: what lies under it varies."""

    def __init__(self, hand: Hand) -> None:
        self.width = width = hand(0.45, 0.85)
        self.waist = hand(0.3, 0.6)
        radii = (width * hand(0.38, 0.52), self.waist * hand(0.42, 0.6))
        center = (width * hand(0.42, 0.55), radii[1])
        start = hand(170, 235)
        sweep = 360 - start + hand(-15, 35)
        self.arch = arc(center, radii, start, sweep, hand(1.8, 2.3), 16)
        if hand.chance(0.3):
            x, y = self.arch[0]
            curl = (x + hand(0.02, 0.2) * width, y + hand(-0.02, 0.1))
            entry = smooth([curl, (x + 0.01, y + 0.02), tuple(self.arch[1])], 4)
            self.arch = np.concatenate([entry, self.arch[2:]])
        self.bottom = (width * hand(-0.05, 0.3), hand(0.86, 1.0))
        self.reach = (width * hand(0.85, 1.35), self.bottom[1] + hand.about(0, 0.08))

    def finish(self, *pieces: list[Point]) -> list[Stroke]:
        """Return the arch, run on smoothly into the first of the pieces."""
        joint: list[Point] = [tuple(point) for point in self.arch[-2:]]
        first, *others = pieces
        return [np.concatenate([self.arch[:-2], join(joint + first, *others)])]

    def way_down(self, low: float, high: float, steep: float) -> Point:
        """Return a point between the arch's end and the bottom."""
        x, y = self.bottom
        right = float(self.arch[-1][0])
        return (x + (right - x) * steep, self.waist + (y - self.waist) * (low + high))


def low_looped(hand: Hand) -> list[Stroke]:
    """Write a round arch over a loop low at the left, flat to tall."""
    two = Arched(hand)
    width = hand(0.06, 0.38) * min(1, two.width / 0.6)
    height, tilt = hand(0.05, 0.36), hand(-0.5, 0.5)
    (x, y), (end_x, end_y) = two.bottom, two.reach
    right = float(two.arch[-1][0])
    loop = [
        (
            x + width + (right - x - width) * hand(0.45, 0.7),
            two.waist + (y - two.waist) * hand(0.3, 0.5),
        ),
        (x + width * hand(0.7, 1.0), y - height * hand(0.3, 0.6)),
        (x + width * 0.25, y),
        (x - width * 0.3, y - height * 0.15),
        (x - width * 0.35, y - height * 0.7),
        (x + width * 0.1, y - height),
        (x + width * 0.8, y - height * (0.6 - tilt * 0.2)),
    ]
    run = x + width + (end_x - x - width) * hand(0.3, 0.6)
    if hand.chance(0.5):
        loop += [(run, y - height * hand(0.0, 0.25)), (end_x, end_y)]
    else:
        loop += [(run, y + hand(-0.03, 0.06)), (end_x, end_y - hand(0, 0.1))]
    return two.finish(hand.near(loop, 0.014))


def arched_corner(hand: Hand) -> list[Stroke]:
    """Write a round arch down to a corner, then the base."""
    two = Arched(hand)
    (x, y), (end_x, end_y) = two.bottom, two.reach
    way = two.way_down(0, hand(0.4, 0.65), hand(0.35, 0.6))
    base = [((x + end_x) / 2, (y + end_y) / 2 + hand(-0.06, 0.04)), two.reach]
    return two.finish([way, two.bottom], [two.bottom, *hand.near(base, 0.015)])


def arched_cup(hand: Hand) -> list[Stroke]:
    """Write a round arch that turns into the base in a curve."""
    two = Arched(hand)
    (x, y), (end_x, end_y) = two.bottom, two.reach
    way = two.way_down(0, hand(0.4, 0.65), hand(0.35, 0.6))
    base = [
        (x + 0.06, y + 0.03),
        ((x + end_x) / 2, (y + end_y) / 2 - hand(-0.03, 0.05)),
        (end_x, end_y - 0.02),
    ]
    return two.finish(hand.near([way, two.bottom, *base], 0.015))


def narrow(hand: Hand) -> list[Stroke]:
    """Write a small head on a steep line down to a short base, near a 1 on its base."""
    head, width = hand(0.22, 0.42), hand(0.3, 0.5)
    lean = hand(0.0, 0.15)
    top = [
        (hand(-0.02, 0.1), head * hand(0.3, 0.8)),
        (width * hand(0.35, 0.55), hand(0, 0.02)),
        (width * hand(0.8, 1.0), head * hand(0.4, 0.7)),
        (width * hand(0.5, 0.8), hand(0.5, 0.6)),
    ]
    left, y = width * hand(-0.1, 0.3), hand(0.88, 1.0)
    end = (left + hand(0.25, 0.95), y + hand(-0.08, 0.08))
    if hand.chance(0.45):
        down = [(left + width * hand(0.2, 0.35), 0.78), (left - lean, y)]
        return [join(hand.near(top) + down, [(left - lean, y), end])]
    height = hand(0.05, 0.22)
    loop = [
        (left + width * 0.3, y - height * 0.6),
        (left - 0.02, y),
        (left - 0.08, y - height * 0.6),
        (left + 0.02, y - height),
        (left + 0.12, y - height * 0.4),
        end,
    ]
    return [smooth(hand.near(top) + hand.near(loop, 0.014))]


def flat_topped(hand: Hand) -> list[Stroke]:
    """Write a 2 like a z: flat top, slanted line, base."""
    width = hand(0.45, 0.8)
    start = (hand(-0.02, 0.12) * width, hand(0.02, 0.16))
    shoulder = (width * hand(0.8, 1.0), hand(0.0, 0.12))
    corner = (hand(-0.08, 0.12) * width, hand(0.9, 1.0))
    end = (width * hand(0.85, 1.3), hand(0.9, 1.04))
    top = [start, (width * 0.45, hand(-0.03, 0.05)), shoulder]
    if hand.chance(0.6):
        turn = (width * hand(0.85, 1.02), shoulder[1] + hand(0.08, 0.2))
        way = (width * hand(0.4, 0.6), hand(0.48, 0.62))
        down = [*hand.near(top, 0.015), turn, way, corner]
        return [join(down, [corner, end])]
    return [
        join(hand.near(top[:2], 0.015) + top[2:], [shoulder, corner], [corner, end])
    ]


VARIANTS: dict[Variant, float] = {
    cornered: 0.17,
    looped: 0.17,
    rounded: 0.07,
    low_looped: 0.14,
    arched_corner: 0.12,
    arched_cup: 0.11,
    narrow: 0.11,
    flat_topped: 0.11,
}
