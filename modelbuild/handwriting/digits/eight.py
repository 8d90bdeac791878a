"""The ways of writing 8."""

from modelbuild.handwriting.curves import Point, Stroke, arc, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of an 8: widths of its rings, and where they meet."""

    def __init__(self, hand: Hand) -> None:
        self.waist = hand(0.32, 0.6)
        self.upper_width = hand(0.22, 0.56)
        self.lower_width = hand(0.26, 0.64)
        self.center = max(self.upper_width, self.lower_width) / 2
        self.lean = hand.about(0, 0.03)
        self.crossing = (self.center + self.lean, self.waist)
        self.upper_left = self.center - self.upper_width / 2
        self.upper_right = self.center + self.upper_width / 2
        self.lower_left = self.center - self.lower_width / 2
        self.lower_right = self.center + self.lower_width / 2

    def below(self, part: float) -> float:
        """Return the y of a place between the waist (0) and the foot (1)."""
        return self.waist + (1 - self.waist) * part


def finish(hand: Hand, frame: Frame, points: list[Point]) -> list[Stroke]:
    """Return the stroke, sometimes mirrored: an 8 may be begun either way."""
    points = hand.near(points)
    if hand.chance(0.25):
        points = [(2 * frame.center - x, y) for x, y in points]
    return [smooth(points)]


def s_path(hand: Hand, frame: Frame) -> list[Point]:
    """Return the usual path: an s down from the right, then back up."""
    return [
        (frame.upper_right, frame.waist * 0.38),
        (frame.center + frame.lean, 0),
        (frame.upper_left, frame.waist * 0.45),
        frame.crossing,
        (frame.lower_right, frame.below(0.52)),
        (frame.center, 1),
        (frame.lower_left, frame.below(0.5)),
        (frame.center - frame.lean, frame.waist + hand.about(0, 0.03)),
        (frame.upper_right + hand.about(0, 0.03), frame.waist * 0.4),
    ]


def from_the_top(hand: Hand) -> list[Stroke]:
    """Write an s and come back up to its beginning."""
    frame = Frame(hand)
    points = s_path(hand, frame)
    if hand.chance(0.3):
        del points[0]
    if hand.chance(0.75):
        points.append((frame.center + hand(-0.05, 0.25), hand(-0.06, 0.08)))
    return finish(hand, frame, points)


def from_the_middle(hand: Hand) -> list[Stroke]:
    """Write an 8 that begins and ends at its waist."""
    frame = Frame(hand)
    points = [
        frame.crossing,
        (frame.upper_left, frame.waist * 0.45),
        (frame.center + frame.lean, 0),
        (frame.upper_right, frame.waist * 0.45),
        frame.crossing,
        (frame.lower_left, frame.below(0.5)),
        (frame.center, 1),
        (frame.lower_right, frame.below(0.5)),
        (frame.crossing[0] + 0.02, frame.waist + 0.02),
    ]
    return finish(hand, frame, points)


def open_topped(hand: Hand) -> list[Stroke]:
    """Write an 8 whose end passes its beginning, open at the upper right."""
    frame = Frame(hand)
    middle = s_path(hand, frame)[2:8]
    start = (frame.upper_right + hand(-0.02, 0.25), hand(-0.05, 0.15))
    end = [
        (frame.upper_right + hand(-0.06, 0.12), frame.waist * 0.4),
        (frame.upper_right + hand(-0.05, 0.25), hand(-0.1, 0.1)),
    ]
    if hand.chance(0.3):
        end.pop()
    top = (frame.center + frame.lean + hand(0, 0.1), hand(0, 0.05))
    return finish(hand, frame, [start, top, *middle, *end])


def two_rings(hand: Hand) -> list[Stroke]:
    """Write two rings, one on the other."""
    frame = Frame(hand)
    waist, sweep = frame.waist, hand(345, 390)
    upper = arc(
        (frame.center + frame.lean, waist / 2),
        (frame.upper_width / 2, waist / 2),
        hand(-180, 180),
        -sweep,
    )
    lower = arc(
        (frame.center, (1 + waist) / 2),
        (frame.lower_width / 2, (1 - waist) / 2),
        hand(-180, 180),
        -sweep if hand.chance(0.6) else sweep,
    )
    return [upper, lower]


def wide_crossing(hand: Hand) -> list[Stroke]:
    """Write a slanted s whose way back crosses it at a wide angle."""
    width, waist = hand(0.4, 0.7), hand(0.38, 0.55)
    center, below = width / 2, 1 - waist
    points = [
        (width * hand(0.75, 1.0), waist * hand(0.2, 0.45)),
        (center * 1.1, 0),
        (width * hand(0, 0.2), waist * 0.4),
        (center, waist),
        (width * hand(0.85, 1.05), waist + below * 0.5),
        (center * 0.9, 1),
        (width * hand(-0.05, 0.12), waist + below * 0.55),
        (center * 1.05, waist - hand(-0.02, 0.06)),
        (width * hand(0.85, 1.1), waist * hand(0.15, 0.5)),
        (width * hand(0.6, 0.9), hand(-0.04, 0.1)),
    ]
    return [smooth(hand.near(points, 0.022))]


def unclosed(hand: Hand) -> list[Stroke]:
    """Write an 8 whose way back stops soon after the crossing, above or beside it."""
    frame = Frame(hand)
    points = s_path(hand, frame)[:8]
    points[0] = (frame.upper_right + hand(0, 0.2), frame.waist * hand(0.05, 0.4))
    if hand.chance(0.5):
        right, height = hand(0.1, 0.5), hand(0.4, 0.8)
    else:
        right, height = hand(0.4, 1.2), hand(0.7, 1.1)
    end = (frame.center + frame.upper_width * right, frame.waist * height)
    return [smooth(hand.near([*points, end]))]


def open_footed(hand: Hand) -> list[Stroke]:
    """Write an 8 begun at its waist whose lower ring does not close."""
    frame = Frame(hand)
    points = [
        (frame.center + hand(-0.12, 0.02), frame.waist + hand(-0.02, 0.08)),
        (frame.upper_right, frame.waist * hand(0.45, 0.65)),
        (frame.center + frame.lean, 0),
        (frame.upper_left, frame.waist * 0.45),
        (frame.center + frame.lean, frame.waist + hand(-0.02, 0.04)),
        (frame.lower_right, frame.below(0.55)),
        (frame.center, 1),
        (frame.lower_left, frame.below(hand(0.5, 0.75))),
    ]
    if hand.chance(0.5):
        points.append((frame.lower_left + 0.06, frame.below(hand(0.2, 0.4))))
    return [smooth(hand.near(points))]


VARIANTS: dict[Variant, float] = {
    from_the_top: 0.43,
    from_the_middle: 0.10,
    open_topped: 0.14,
    two_rings: 0.10,
    wide_crossing: 0.15,
    unclosed: 0.05,
    open_footed: 0.03,
}
