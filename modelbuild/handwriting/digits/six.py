"""The ways of writing 6."""

from modelbuild.handwriting.curves import Point, Stroke, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of a 6: width, top of the bowl, and where the stem begins."""

    def __init__(self, hand: Hand) -> None:
        self.width = hand(0.34, 0.68)
        self.bowl_top = hand(0.3, 0.72)
        self.height = 1 - self.bowl_top
        self.left = 1 - 0.5 * self.height
        self.start = self.width * hand(0.2, 1.2)


def curved_stem(hand: Hand, frame: Frame) -> list[Point]:
    """Return a stem that bows to the left."""
    width, x = frame.width, frame.start
    way = (width * 0.05, min(0.5, frame.left - 0.15))
    points = [(x, 0), (x * 0.45, 0.2), way, (0, frame.left + 0.08)]
    return hand.near(points, 0.018)


def straight_stem(hand: Hand, frame: Frame) -> list[Point]:
    """Return a stem that falls straight to the left."""
    width, x = frame.width, frame.start
    way = (x * 0.5 + width * 0.02, 0.58 * frame.left)
    return hand.near([(x, 0), way, (width * 0.02, frame.left + 0.1)], 0.018)


def hooked_stem(hand: Hand, frame: Frame) -> list[Point]:
    """Return a stem that begins with a hook at its top right."""
    width, x = frame.width, frame.start
    way = (width * 0.03, min(0.5, frame.left - 0.1))
    points = [(x + 0.07, 0.1), (x, 0.01), (x * 0.4, 0.12), way, (0, frame.left + 0.08)]
    return hand.near(points, 0.018)


def any_stem(hand: Hand, frame: Frame) -> list[Point]:
    """Return one of the stems."""
    return hand.choose({curved_stem: 0.55, straight_stem: 0.3, hooked_stem: 0.15})(
        hand, frame
    )


def bowl(hand: Hand, frame: Frame, *end: Point) -> list[Point]:
    """Return the bowl, right round to the top, and how it ends."""
    width, height = frame.width, frame.height
    points = [
        (width * hand(0.12, 0.25), 1 - 0.12 * height),
        (width * 0.52, 1.0),
        (width * hand(0.9, 1.08), 1 - height * hand(0.4, 0.6)),
        (width * hand(0.38, 0.7), frame.bowl_top),
        *end,
    ]
    return hand.near(points, 0.018)


def touching(hand: Hand) -> list[Stroke]:
    """Write a bowl that ends at the stem, or a little beyond it."""
    frame = Frame(hand)
    side = hand(0, 0.25) if hand.chance(0.7) else hand(-0.5, 0.05)
    end = (frame.width * side, frame.bowl_top + frame.height * hand(0.2, 0.55))
    return [smooth(any_stem(hand, frame) + bowl(hand, frame, end))]


def sealed(hand: Hand) -> list[Stroke]:
    """Write a bowl whose end runs down along the stem."""
    frame = Frame(hand)
    width, height = frame.width, frame.height
    end = [
        (width * 0.2, frame.bowl_top + 0.08 * height),
        (width * 0.12, 1 - 0.2 * height),
    ]
    return [smooth(any_stem(hand, frame) + bowl(hand, frame, *end))]


def gaping(hand: Hand) -> list[Stroke]:
    """Write a bowl that stops at its top, open to the stem."""
    frame = Frame(hand)
    return [smooth(any_stem(hand, frame) + bowl(hand, frame))]


def curled(hand: Hand) -> list[Stroke]:
    """Write a bowl whose end curls inside it."""
    frame = Frame(hand)
    width, height, top = frame.width, frame.height, frame.bowl_top
    if hand.chance(0.55):
        end = [
            (width * hand(0.28, 0.5), top + height * hand(0.2, 0.4)),
            (width * hand(0.35, 0.6), top + height * hand(0.45, 0.7)),
        ]
    else:
        end = [(width * hand(0.2, 0.5), top + height * hand(0.3, 0.7))]
        if hand.chance(0.5):
            end.append((width * hand(0.35, 0.6), 1 - 0.12 * height))
    return [smooth(any_stem(hand, frame) + bowl(hand, frame, *end))]


def flat_bowled(hand: Hand) -> list[Stroke]:
    """Write a wide and low bowl; its end crosses the stem, curls or stops."""
    width, top = hand(0.42, 0.75), hand(0.42, 0.72)
    height, x = 1 - top, width * hand(0.1, 0.9)
    ends: list[list[Point]] = [
        [(width * hand(-0.25, -0.02), top + height * hand(0.3, 0.7))],
        [
            (width * hand(0.25, 0.5), top + height * hand(0.25, 0.5)),
            (width * hand(0.3, 0.55), top + height * hand(0.55, 0.8)),
        ],
        [(width * hand(0.05, 0.2), 1 - 0.15 * height), (width * 0.3, 1.0)],
        [],
    ]
    points = [
        (x, 0),
        (x * 0.4, 0.25),
        (width * 0.03, min(0.5, top)),
        (0, 1 - 0.45 * height),
        (width * 0.18, 1 - 0.08 * height),
        (width * 0.5, 1.0),
        (width * hand(0.9, 1.1), 1 - 0.45 * height),
        (width * hand(0.55, 0.8), top),
        (width * hand(0.2, 0.4), top + height * hand(0.08, 0.3)),
        *hand.pick(ends),
    ]
    return [smooth(hand.near(points))]


def like_b(hand: Hand) -> list[Stroke]:
    """Write a straight downstroke with a bowl put on from a corner at its foot."""
    frame = Frame(hand)
    width, height, top = frame.width, frame.height, frame.bowl_top
    lean = hand(0.05, 0.35)
    foot = (0.0, 1 - 0.1 * height)
    round_bowl = [
        foot,
        (width * 0.08, top + 0.3 * height),
        (width * hand(0.4, 0.6), top),
        (width * hand(0.9, 1.05), top + 0.5 * height),
        (width * 0.5, 1.0),
        (width * hand(0, 0.15), 1 - hand(0, 0.15) * height),
    ]
    return [join([(lean, 0), (lean * 0.4, 0.5), foot], hand.near(round_bowl, 0.018))]


VARIANTS: dict[Variant, float] = {
    touching: 0.41,
    sealed: 0.16,
    gaping: 0.08,
    curled: 0.13,
    flat_bowled: 0.19,
    like_b: 0.03,
}
