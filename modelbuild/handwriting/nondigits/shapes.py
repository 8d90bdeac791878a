"""Shapes: what people doodle that is neither letter nor digit."""

import numpy as np

from modelbuild.handwriting.curves import Stroke, arc, polyline, smooth
from modelbuild.handwriting.deformation import rotate
from modelbuild.handwriting.hand import Hand, Variant


def shaky_corners(hand: Hand, corners: Stroke, spread: float = 0.06) -> Stroke:
    """Return straight lines through corners that are missed by a little."""
    return polyline(corners + spread * hand.rng.standard_normal(corners.shape))


def corners_of_polygon(hand: Hand) -> Stroke:
    """Return the corners of a closed polygon, the first one repeated at the end."""
    count = int(hand.rng.integers(3, 6))  # with more it would be a fine 0
    angle = np.linspace(0, 2 * np.pi, count + 1) + hand(0, 2 * np.pi)
    corners = np.stack([np.cos(angle), np.sin(angle) * hand(0.6, 1.5)], axis=1)
    corners += 0.07 * hand.rng.standard_normal(corners.shape)
    corners[-1] = corners[0] + 0.06 * hand.rng.standard_normal(2)
    return corners


def polygon(hand: Hand) -> list[Stroke]:
    """Draw a triangle, a square, a pentagon."""
    return [polyline(corners_of_polygon(hand))]


def divided_polygon(hand: Hand) -> list[Stroke]:
    """Draw a polygon with a line across it."""
    corners = corners_of_polygon(hand)
    across = corners[[0, len(corners) // 2]]
    return [polyline(corners), shaky_corners(hand, across, 0.1)]


def nested_polygon(hand: Hand) -> list[Stroke]:
    """Draw a polygon within a polygon."""
    outer = polyline(corners_of_polygon(hand))
    return [outer, outer * hand(0.25, 0.55)]


def rectangle(hand: Hand) -> list[Stroke]:
    """Draw an upright rectangle, sometimes with a cross in it."""
    wide, high = hand(0.5, 1.6), 1.0
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high), (0, 0)])
    strokes = [shaky_corners(hand, corners, 0.03)]
    if hand.chance(0.3):
        strokes.append(shaky_corners(hand, corners[[0, 2]], 0.04))
        strokes.append(shaky_corners(hand, corners[[1, 3]], 0.04))
    return strokes


def star(hand: Hand) -> list[Stroke]:
    """Draw a star by its outline, or as a pentagram."""
    if hand.chance(0.5):
        angle = np.linspace(0, 4 * np.pi, 6) + hand(0, 2 * np.pi)
        points = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return [shaky_corners(hand, points)]
    angle = np.linspace(0, 2 * np.pi, 11) + hand(0, 2 * np.pi)
    radius = np.where(np.arange(11) % 2, hand(0.3, 0.6), 1.0)
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return [shaky_corners(hand, points, 0.04)]


def asterisk(hand: Hand) -> list[Stroke]:
    """Draw three or four lines through one point."""
    count = int(hand.rng.integers(3, 5))
    turns = np.arange(count) * 180 / count + hand(0, 180)
    line = np.array([(-1.0, 0.0), (1.0, 0.0)])
    return [shaky_corners(hand, rotate(line, turn), 0.08) for turn in turns]


def cross(hand: Hand) -> list[Stroke]:
    """Draw a plus or an x."""
    lines = [np.array([(-1.0, 0.0), (1.0, 0.0)]), np.array([(0.0, -1.0), (0.0, 1.0)])]
    turn = hand.about(0, 6) if hand.chance(0.5) else hand.about(45, 8)
    return [shaky_corners(hand, rotate(line, turn), 0.08) for line in lines]


def arrow(hand: Hand) -> list[Stroke]:
    """Draw an arrow that points anywhere."""
    back, side = hand(0.2, 0.4), hand(0.15, 0.4)
    head = np.array([(1 - back, -side), (1.0, 0.0), (1 - back, side)])
    turn = hand(0, 360)
    shaft = rotate(np.array([(0.0, 0.0), (1.0, 0.0)]), turn)
    return [polyline(shaft), shaky_corners(hand, rotate(head, turn), 0.03)]


def heart(hand: Hand) -> list[Stroke]:
    """Draw a heart."""
    t = np.linspace(0, 6.5, 50)
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    outline = np.stack([16 * np.sin(t) ** 3 * hand(0.8, 1.2), -y], axis=1) / 17
    return [rotate(outline, hand.about(0, 10))]


def face(hand: Hand) -> list[Stroke]:
    """Draw a smiling face."""
    eye = hand(0.03, 0.12)
    eyes = [arc((x, -0.3), (eye, eye), 0, 370, samples=8) for x in (-0.35, 0.35)]
    mouth = arc((0, 0.1), (0.5, hand(0.2, 0.5)), 20, 140, samples=12)
    round_head = arc((0, 0), (1, hand(0.85, 1.2)), hand(0, 360), hand(345, 375))
    return [round_head, *eyes, mouth]


def check_mark(hand: Hand) -> list[Stroke]:
    """Draw a tick, its long arm rising to the right."""
    points = [(0, hand(0.35, 0.6)), (hand(0.2, 0.4), 1), (hand(0.9, 1.5), 0)]
    return [smooth(hand.near(points, 0.03), 1)]


def lines(hand: Hand) -> list[Stroke]:
    """Draw two to four lines anyhow."""
    count = int(hand.rng.integers(2, 5))
    return [polyline(hand.rng.uniform(-1, 1, (2, 2))) for _ in range(count)]


def parallels(hand: Hand) -> list[Stroke]:
    """Draw lines side by side: an equals sign, a fence, bars."""
    count, gap = int(hand.rng.integers(2, 5)), hand(0.2, 0.6)
    turn = hand.choose({0.0: 0.5, 90.0: 0.3, 45.0: 0.2})
    bars = [np.array([(0.0, i * gap), (1.0, i * gap)]) for i in range(count)]
    return [shaky_corners(hand, rotate(bar, turn), 0.04) for bar in bars]


def dash(hand: Hand) -> list[Stroke]:
    """Draw one level line, straight or wavy."""
    return [smooth([(0, hand.about(0, 0.06)), (0.5, hand.about(0, 0.08)), (1, 0)])]


def rings(hand: Hand) -> list[Stroke]:
    """Draw a ring in a ring, or a target with a dot."""
    inner = hand(0.05, 0.7)
    return [
        arc((0, 0), (1, hand(0.8, 1.2)), hand(0, 360), hand(350, 375)),
        arc((hand.about(0, 0.06), 0), (inner, inner), hand(0, 360), 370),
    ]


def house(hand: Hand) -> list[Stroke]:
    """Draw a house: a square with a roof."""
    wide, eaves = hand(0.7, 1.2), hand(0.35, 0.55)
    walls = np.array([(0, eaves), (0, 1), (wide, 1), (wide, eaves), (0, eaves)])
    roof = np.array([(0, eaves), (wide / 2, 0), (wide, eaves)])
    return [shaky_corners(hand, walls, 0.03), shaky_corners(hand, roof, 0.03)]


def hash_sign(hand: Hand) -> list[Stroke]:
    """Draw a hash: two lines across two lines."""
    gap, lean = hand(0.25, 0.45), hand(0, 0.25)
    upright = [np.array([(x + lean, 0.0), (x, 1.0)]) for x in (0.3, 0.3 + gap)]
    level = [np.array([(0.0, y), (1.0, y)]) for y in (0.33, 0.33 + gap)]
    return [shaky_corners(hand, line, 0.03) for line in upright + level]


def chevron(hand: Hand) -> list[Stroke]:
    """Draw two lines that meet in a point: up, down, to the left or right."""
    reach, turn = hand(0.35, 1.3), hand.pick((0, 90, 180, 270)) + hand.about(0, 10)
    corners = np.array([(-reach, 1.0), (0.0, 0.0), (hand(0.7, 1.3) * reach, 1.0)])
    return [shaky_corners(hand, rotate(corners, turn), 0.03)]


def arch(hand: Hand) -> list[Stroke]:
    """Draw half a ring or more of one, open to any side."""
    return [arc((0, 0), (1, hand(0.6, 1.5)), hand(0, 360), hand(150, 270))]


def infinity(hand: Hand) -> list[Stroke]:
    """Draw an eight that lies down."""
    t = np.linspace(0, 6.6, 50)
    curve = np.stack([np.cos(t), np.sin(2 * t) * hand(0.25, 0.5)], axis=1)
    return [rotate(curve, hand.about(0, 12))]


def cloud(hand: Hand) -> list[Stroke]:
    """Draw a ring of bows: a cloud, or a flower with a middle."""
    count, depth = int(hand.rng.integers(4, 9)), hand(0.12, 0.4)
    t = np.linspace(0, 6.4, 100)
    radius = 1 - depth + depth * np.abs(np.sin(count * t / 2 + hand(0, 6)))
    wide = hand(0.7, 1.6)
    outline = np.stack([wide * radius * np.cos(t), radius * np.sin(t)], axis=1)
    if hand.chance(0.3):
        return [outline, arc((0, 0), (0.25, 0.25), 0, 370)]
    return [outline]


def crescent(hand: Hand) -> list[Stroke]:
    """Draw a moon: two bows between the same two points."""
    outer, inner = hand(0.8, 1.1), hand(0.2, 0.65)
    bows = [arc((0, 0), (width, 1), -90, 180) for width in (outer, inner)]
    outline = np.concatenate([bows[0], bows[1][::-1]])
    return [rotate(outline, hand(0, 360))]


VARIANTS: dict[Variant, float] = {
    polygon: 0.12,
    divided_polygon: 0.06,
    nested_polygon: 0.04,
    rectangle: 0.07,
    star: 0.10,
    asterisk: 0.05,
    cross: 0.08,
    arrow: 0.09,
    heart: 0.05,
    face: 0.06,
    check_mark: 0.05,
    lines: 0.08,
    parallels: 0.05,
    dash: 0.02,
    rings: 0.04,
    house: 0.04,
    hash_sign: 0.03,
    chevron: 0.05,
    arch: 0.05,
    infinity: 0.03,
    cloud: 0.04,
    crescent: 0.03,
}
