"""The ways of writing 4."""

from modelbuild.handwriting.curves import Point, Stroke, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of a 4: its width, its bar and its stem."""

    def __init__(self, hand: Hand) -> None:
        self.width = width = hand(0.4, 0.78)
        self.bar = hand(0.38, 0.76) if hand.chance(0.85) else hand(0.7, 0.93)
        self.bar_right = self.bar + hand.about(-0.01, 0.06)
        self.stem = width * hand(0.55, 0.98)
        self.reach = width * hand(0.95, 1.35)
        low_stem = hand(0.2, self.bar * 0.85)
        self.stem_top = hand(-0.05, 0.35) if hand.chance(0.65) else low_stem


def stem(hand: Hand, x: float, top: float, sway: float = 0.08) -> Stroke:
    """Return the downstroke that crosses the bar."""
    middle = (x + hand.about(0, 0.03), (top + 1) / 2)
    return smooth(
        hand.near([(x, top), middle, (x + hand.about(-0.02, sway), 1)], 0.015)
    )


def open_topped(hand: Hand) -> list[Stroke]:
    """Write a corner with its bar, then the stem: open above."""
    frame = Frame(hand)
    width, bar = frame.width, frame.bar
    corner = (hand(-0.1, 0.12) * width, bar)
    if hand.chance(0.6):
        down = hand.near([(width * hand(0.02, 0.6), hand(-0.02, 0.15)), corner], 0.015)
    else:
        down = hand.near(
            [(width * hand(0.1, 0.5), 0), (width * 0.12, bar * 0.6), corner]
        )
    line = [
        corner,
        (width * 0.5, bar + hand.about(0, 0.025)),
        (frame.reach, frame.bar_right),
    ]
    return [join(down, line), stem(hand, frame.stem, frame.stem_top)]


def closed(hand: Hand) -> list[Stroke]:
    """Write a triangle closed at the top, with the stem as its right side."""
    frame = Frame(hand)
    x, bar = frame.stem, frame.bar
    corner = (hand(-0.08, 0.05) * frame.width, bar)
    down = [(x + hand.about(0, 0.02), hand.about(0, 0.02)), corner]
    if hand.chance(0.4):
        down.insert(1, (x * 0.45, bar * 0.5))
    return [
        join(down, [corner, (frame.reach, frame.bar_right)]),
        stem(hand, x, hand(-0.04, 0.12), 0.04),
    ]


def one_stroke(hand: Hand) -> list[Stroke]:
    """Write a 4 without lifting the pen: down, across, up, and down."""
    frame = Frame(hand)
    width, bar, x = frame.width, frame.bar, frame.stem
    corner = (hand(0, 0.1) * width, bar)
    top = (x * hand(0.6, 1.0), hand(-0.05, 0.25))
    start_x = (
        width * hand(0.05, 0.5) if hand.chance(0.65) else top[0] + hand(-0.12, 0.06)
    )
    across: list[Point] = [corner, (x * 0.8, bar + 0.02)]
    if hand.chance(0.5):
        across = [corner, (x * 0.4, bar + 0.05), (x * 0.8, bar - 0.04)]
    up = [across[-1], top]
    if hand.chance(0.4):
        up.insert(1, (x * 1.05, bar * 0.8))
    down = hand.near([(x * 0.97, 0.6), (x + hand.about(0, 0.05), 1)], 0.015)
    start = hand.near([(start_x, hand(0, 0.15))], 0.015)
    return [join([*start, corner], across, up, [top, *down])]


def cup(hand: Hand, frame: Frame) -> list[Point]:
    """Return the left half of a 4 as a round u."""
    width, bar = frame.width, frame.bar
    points = [
        (width * hand(0, 0.15), hand(0, 0.15)),
        (width * 0.02, bar * 0.65),
        (width * 0.3, bar),
        (frame.stem * 0.8, bar * 0.85),
    ]
    return hand.near(points)


def cup_and_stem(hand: Hand) -> list[Stroke]:
    """Write a round u and a stem beside it."""
    frame = Frame(hand)
    x = frame.stem
    top = (x, hand(-0.05, 0.15))
    down = hand.near([(x, 0.5), (x + hand.about(0, 0.06), 1)], 0.015)
    left = smooth([*cup(hand, frame), (x, frame.bar * 0.6)])
    return [left, smooth([top, *down])]


def cup_in_one(hand: Hand) -> list[Stroke]:
    """Write a round u that runs up into the stem, like y."""
    frame = Frame(hand)
    x = frame.stem
    top = (x, hand(-0.05, 0.15))
    down = hand.near([(x, 0.55), (x + hand.about(0, 0.06), 1)], 0.015)
    return [join([*cup(hand, frame), top], [top, *down])]


def crossed_cup(hand: Hand) -> list[Stroke]:
    """Write a cup that the bar leaves to the right, across the stem."""
    width, bar = hand(0.42, 0.8), hand(0.4, 0.68)
    left = [
        (width * hand(0, 0.3), hand(0, 0.2)),
        (width * hand(-0.03, 0.08), bar * 0.6),
        (width * 0.15, bar * hand(0.92, 1.02)),
        (width * 0.45, bar * hand(0.95, 1.05)),
        (width * hand(0.9, 1.25), bar * hand(0.85, 1.05)),
    ]
    x = width * hand(0.6, 0.95)
    return [smooth(hand.near(left)), stem(hand, x, hand(-0.12, 0.2))]


def bent(hand: Hand) -> list[Stroke]:
    """Write one curve from the top round the left into the bar."""
    frame = Frame(hand)
    width, bar, x = frame.width, frame.bar, frame.stem
    left = [
        (x * hand(0.7, 1.0), 0),
        (width * 0.3, bar * 0.45),
        (width * hand(0, 0.1), bar * hand(0.85, 1.0)),
        (width * 0.3, bar * 1.08),
        (frame.reach, frame.bar_right * hand(0.85, 1.0)),
    ]
    down = [(x, hand(0.1, 0.5)), (x, 0.7), (x - 0.03, 1)]
    return [smooth(hand.near(left)), smooth(hand.near(down, 0.015))]


def wedge(hand: Hand) -> list[Stroke]:
    """Write a bent downstroke, a straight bar and a stem apart from it."""
    width, bar = hand(0.42, 0.8), hand(0.4, 0.68)
    x = width * hand(0.6, 0.95)
    corner = (hand(-0.02, 0.1) * width, bar)
    down = hand.near(
        [
            (width * hand(0.1, 0.75), hand(-0.1, 0.1)),
            (width * hand(0.05, 0.3), bar * 0.55),
        ]
    )
    line = [
        corner,
        (width * 0.5, bar + hand.about(0, 0.04)),
        (width * hand(0.95, 1.3), bar + hand.about(0, 0.05)),
    ]
    return [join([*down, corner], line), stem(hand, x, hand(-0.1, 0.2), 0.07)]


def short_stemmed(hand: Hand) -> list[Stroke]:
    """Write a tall corner whose short stem only crosses the bar."""
    frame = Frame(hand)
    width, bar = frame.width, hand(0.5, 0.75)
    corner = (hand(-0.05, 0.1) * width, bar)
    down = hand.near([(width * hand(0.3, 0.9), 0), corner])
    line = [corner, (width * hand(0.9, 1.3), bar + hand.about(0, 0.05))]
    x = width * hand(0.4, 0.85)
    return [join(down, line), stem(hand, x, bar - hand(0.08, 0.3), 0.07)]


def looped(hand: Hand) -> list[Stroke]:
    """Write a curve round the left whose end loops up and over into the stem."""
    width, bar, x = hand(0.45, 0.75), hand(0.45, 0.68), hand(0.6, 0.85)
    x = x * width
    points = [
        (width * hand(0.1, 0.5), hand(-0.02, 0.08)),
        (width * hand(-0.02, 0.1), bar * hand(0.5, 0.7)),
        (width * 0.35, bar * hand(0.95, 1.05)),
        (width * hand(0.85, 1.05), bar * hand(0.75, 0.95)),
        (width * hand(0.85, 1.1), bar * hand(0.45, 0.6)),
        (x, bar * hand(0.25, 0.45)),
        (x - width * hand(0.02, 0.12), bar * hand(0.75, 1.0)),
        (x + hand.about(0, 0.07), 1),
    ]
    return [smooth(hand.near(points))]


def lightning(hand: Hand) -> list[Stroke]:
    """Write a zigzag: down left, across, and down again from the bar's end."""
    frame = Frame(hand)
    bar, x = frame.bar, frame.stem
    corner = (hand(-0.05, 0.1) * frame.width, bar)
    up = (x + hand(-0.02, 0.06), bar - hand(0.05, 0.3))
    start = (frame.width * hand(0.1, 0.6), hand(-0.02, 0.1))
    down = [(x + hand.about(0, 0.03), (bar + 1) / 2), (x + hand.about(0, 0.07), 1)]
    return [join([start, corner], [corner, up], [up, *hand.near(down, 0.015)])]


VARIANTS: dict[Variant, float] = {
    open_topped: 0.28,
    closed: 0.15,
    one_stroke: 0.08,
    cup_and_stem: 0.08,
    cup_in_one: 0.05,
    crossed_cup: 0.08,
    bent: 0.08,
    wedge: 0.10,
    short_stemmed: 0.04,
    looped: 0.04,
    lightning: 0.02,
}
