"""The ways of writing 7."""

from modelbuild.handwriting.curves import Point, Stroke, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of a 7: its corner at the upper right, and its stem."""

    def __init__(self, hand: Hand) -> None:
        self.width = width = hand(0.36, 0.8)
        self.corner = (width * hand(0.9, 1.08), hand(-0.06, 0.06))
        self.foot = (width * hand(-0.05, 0.75), 1.0)
        self.bend = hand.about(0, 0.06)

    @property
    def stem(self) -> list[Point]:
        """The downstroke, from the corner."""
        middle = (self.corner[0] + self.foot[0]) / 2 + self.bend - 0.03
        return [self.corner, (middle, 0.5), self.foot]


def bar(hand: Hand, frame: Frame) -> Stroke:
    """Return the short line across the stem, level or rising, some with a hook."""
    y = hand(0.36, 0.64) if hand.chance(0.85) else hand(0.6, 0.86)
    (right, _), (left, _) = frame.corner, frame.foot
    x = right + (left - right) * y + frame.bend * 0.5
    length = hand(0.1, 0.34)
    start = (x - length + hand.about(0, 0.02), y + hand.about(0, 0.05))
    end = (x + length * hand(0.6, 1.1), y + hand.about(0, 0.06))
    if hand.chance(0.15):  # it only just reaches the stem
        end = (x + hand(-0.05, 0.03), end[1])
    if hand.chance(0.75):
        return smooth([start, end])
    hook = (start[0] + hand(-0.04, 0.03), start[1] + hand(0.04, 0.14))
    return smooth([hook, (start[0] + 0.02, start[1] + 0.01), end])


def sharp(hand: Hand, frame: Frame) -> Stroke:
    """Return top and stem with a corner between them."""
    y = hand(-0.06, 0.2 * frame.width)  # more would make it a 1
    middle = (frame.width * 0.5, y * 0.4 + hand(-0.03, 0.05))
    return join([*hand.near([(0, y), middle], 0.015), frame.corner], frame.stem)


def blunt(hand: Hand, frame: Frame) -> Stroke:
    """Return top and stem with a round turn between them."""
    x, y = frame.corner
    points = [
        (0, hand(-0.06, 0.2 * frame.width)),
        (frame.width * 0.5, hand(-0.02, 0.06)),
        (x - 0.04, y + 0.01),
        (x - 0.02, 0.1),
        *frame.stem[1:],
    ]
    return smooth(hand.near(points, 0.012))


def serifed(hand: Hand, frame: Frame) -> Stroke:
    """Return a 7 whose top begins with a short downward serif."""
    left = (hand(-0.03, 0.06), hand(0, 0.06))
    serif: list[Point] = [(hand(-0.1, 0.2) * frame.width, hand(0.1, 0.35)), left]
    if hand.chance(0.4):
        serif.insert(1, (hand(-0.06, 0.08) * frame.width, hand(0.08, 0.2)))
    top = [left, (frame.width * 0.5, hand(-0.04, 0.09)), frame.corner]
    return join(serif, top, frame.stem)


def rising(hand: Hand, frame: Frame) -> Stroke:
    """Return a 7 whose top swings up from the left in a wave."""
    width, (x, y) = frame.width, frame.corner
    if hand.chance(0.5):
        wave = [
            (0, hand(0.1, 0.28)),
            (width * 0.25, hand(0.02, 0.1)),
            (width * 0.6, hand(0, 0.08)),
        ]
        return join([*wave, frame.corner], frame.stem)
    wave = [(0, hand(0.08, 0.2)), (width * 0.2, 0.05), (width * 0.6, hand(0, 0.06))]
    return smooth([*wave, (x - 0.03, y + 0.03), (x - 0.02, 0.12), *frame.stem[1:]])


def plain(hand: Hand) -> list[Stroke]:
    """Write top and stem."""
    frame = Frame(hand)
    return [hand.choose({sharp: 0.75, blunt: 0.25})(hand, frame)]


def crossed(hand: Hand) -> list[Stroke]:
    """Write top and stem, and a bar across the stem."""
    frame = Frame(hand)
    return [hand.choose({sharp: 0.65, blunt: 0.35})(hand, frame), bar(hand, frame)]


def with_serif(hand: Hand) -> list[Stroke]:
    """Write a serif, the top and the stem."""
    return [serifed(hand, Frame(hand))]


def crossed_with_serif(hand: Hand) -> list[Stroke]:
    """Write serif, top, stem and bar."""
    frame = Frame(hand)
    return [serifed(hand, frame), bar(hand, frame)]


def waved(hand: Hand) -> list[Stroke]:
    """Write a waved top and the stem."""
    return [rising(hand, Frame(hand))]


def crossed_waved(hand: Hand) -> list[Stroke]:
    """Write a waved top, the stem and a bar."""
    frame = Frame(hand)
    return [rising(hand, frame), bar(hand, frame)]


def upright(hand: Hand) -> list[Stroke]:
    """Write a stem that stands upright at the right end of the top."""
    width = hand(0.35, 0.75)
    corner = (width * hand(0.92, 1.05), hand(-0.05, 0.06))
    foot = (width * hand(0.7, 1.0), 1.0)
    if hand.chance(0.5):
        top = hand.near(
            [(0, hand(-0.02, 0.18)), (width * 0.5, hand(-0.03, 0.06))], 0.015
        )
        middle = ((corner[0] + foot[0]) / 2 + hand(-0.02, 0.08), 0.45)
        return [join([*top, corner], [corner, middle, foot])]
    points = [
        (0, hand(0, 0.2)),
        (width * 0.45, 0),
        (width * 0.9, 0.05),
        (width, 0.3),
        (width * 0.95, 0.65),
        foot,
    ]
    return [smooth(hand.near(points))]


def hooked_foot(hand: Hand) -> list[Stroke]:
    """Write a 7 whose stem bulges and hooks back at its foot, often with a bar."""
    frame = Frame(hand)
    x, y = frame.corner
    bulge = x + hand(0, 0.12)
    stem = [
        frame.corner,
        (bulge, hand(0.3, 0.5)),
        (x * hand(0.75, 1.05), hand(0.75, 0.92)),
        (x * hand(0.3, 0.75), hand(0.92, 1.05)),
    ]
    top = [(0, hand(0, 0.18)), (frame.width * 0.5, hand(-0.02, 0.06))]
    if hand.chance(0.5):
        body = join([*top, frame.corner], stem)
    else:
        body = smooth([*top, (x - 0.05, y + 0.01), *stem[1:]])
    if hand.chance(0.4):
        return [body]
    level = hand(0.4, 0.6)
    start = (x - hand(0.15, 0.35), level + hand.about(0, 0.04))
    return [body, smooth([start, (x + hand(0.08, 0.3), level + hand.about(0, 0.05))])]


def swan_necked(hand: Hand) -> list[Stroke]:
    """Write a top that curls at its left and rounds into the stem, like ?."""
    frame = Frame(hand)
    width = frame.width = hand(0.4, 0.7)
    (left, _), y = frame.foot, hand(0.08, 0.25)
    points = [
        (width * hand(0.0, 0.2), y + hand(0.02, 0.15)),
        (width * hand(-0.05, 0.08), y),
        (width * hand(0.2, 0.35), hand(0.0, 0.06)),
        (width * hand(0.65, 0.8), hand(-0.02, 0.05)),
        (width * hand(0.95, 1.05), hand(0.12, 0.25)),
        (width * 0.35 + left * 0.55, hand(0.55, 0.65)),
        frame.foot,
    ]
    if hand.chance(0.3):
        del points[0]
    body = smooth(hand.near(points, 0.015))
    frame.corner = (width, 0.0)
    return [body, bar(hand, frame)] if hand.chance(0.85) else [body]


VARIANTS: dict[Variant, float] = {
    plain: 0.25,
    crossed: 0.21,
    with_serif: 0.11,
    crossed_with_serif: 0.12,
    waved: 0.05,
    crossed_waved: 0.08,
    upright: 0.06,
    hooked_foot: 0.06,
    swan_necked: 0.06,
}
