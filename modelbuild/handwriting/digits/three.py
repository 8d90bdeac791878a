"""The ways of writing 3."""

from modelbuild.handwriting.curves import Point, Stroke, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of a 3: its width, and where its two bowls meet."""

    def __init__(self, hand: Hand) -> None:
        self.width = width = hand(0.4, 0.68)
        self.middle = hand(0.34, 0.55)
        reach = hand(0.1, 0.75) if hand.chance(0.9) else hand(-0.1, 0.15)
        self.notch = (width * reach, self.middle)


def upper_bowl(hand: Hand, frame: Frame) -> list[Point]:
    """Return the upper bowl from the upper left to the right."""
    width, middle = frame.width, frame.middle
    start = (hand(-0.04, 0.18) * width, hand(0.1, 0.64) * middle)
    bowl = [
        start,
        (width * 0.45, 0),
        (width * hand(0.68, 1.12), middle * hand(0.4, 0.55)),
    ]
    if hand.chance(0.3):  # it begins with a curl
        bowl.insert(
            0, (start[0] + hand(0.03, 0.3) * width, start[1] + hand(-0.02, 0.1))
        )
    return hand.near(bowl)


def lower_bowl(hand: Hand, frame: Frame) -> list[Point]:
    """Return the lower bowl from the right to the lower left."""
    width, middle = frame.width, frame.middle
    end = (width * hand(-0.15, 0.15), hand(0.78, 1.0))
    bowl = [
        (width * hand(0.85, 1.2), middle + (1 - middle) * hand(0.35, 0.5)),
        (width * hand(0.35, 0.6), 1.0),
        end,
    ]
    if hand.chance(0.12):  # it ends with a curl
        bowl.append((end[0] + hand(0, 0.12) * width, end[1] - hand(0.06, 0.2)))
    return hand.near(bowl)


def cusped(hand: Hand) -> list[Stroke]:
    """Write two bowls that meet in a point."""
    frame = Frame(hand)
    x, y = frame.notch
    right = x + abs(frame.width - x) * 0.45
    return [
        join(
            [*upper_bowl(hand, frame), (right, y - 0.04), frame.notch],
            [frame.notch, (right, y + 0.03), *lower_bowl(hand, frame)],
        )
    ]


def looped(hand: Hand) -> list[Stroke]:
    """Write two bowls with a little loop between them."""
    frame = Frame(hand)
    x, y = frame.notch
    size = hand(0.5, 2.2)
    loop = [
        (x + 0.03, y - 0.01),
        (x - 0.07 * size, y + 0.01),
        (x - 0.07 * size, y + 0.05 * size),
        (x + 0.02, y + 0.03),
    ]
    return [smooth([*upper_bowl(hand, frame), *loop, *lower_bowl(hand, frame)])]


def flat_topped(hand: Hand) -> list[Stroke]:
    """Write a flat top, a slanted line back, and a bowl (like ʒ)."""
    frame = Frame(hand)
    width, middle = frame.width, frame.middle
    x = width * hand(0.6, 0.9) if hand.chance(0.3) else frame.notch[0]
    notch = (x, middle)
    corner = (width * hand(0.75, 1.05), hand(-0.03, 0.05))
    top = [*hand.near([(0, hand(0, 0.08))], 0.015), corner]
    back = [corner, notch]
    if hand.chance(0.3):
        back.insert(1, ((corner[0] + x) / 2 + 0.03, middle * 0.55))
    bowl = lower_bowl(hand, frame)
    turn = (x + (bowl[0][0] - x) * 0.6, middle + 0.05)
    return [join(top, back, [notch, turn, *bowl])]


def soft(hand: Hand) -> list[Stroke]:
    """Write two bowls that meet in a mere dent at the right."""
    frame = Frame(hand)
    x, y = frame.notch
    dent = (x + 0.12 * frame.width, y)
    return [smooth([*upper_bowl(hand, frame), dent, *lower_bowl(hand, frame)])]


def curled(hand: Hand) -> list[Stroke]:
    """Write a 3 whose both ends curl in, not far from an 8."""
    frame = Frame(hand)
    width, middle = frame.width, hand(0.36, 0.54)
    below = 1 - middle
    x = width * hand(0.2, 0.6) + 0.1 * width
    upper = [
        (width * hand(0, 0.35), middle * hand(0.5, 0.85)),
        (width * hand(-0.05, 0.1), middle * hand(0.2, 0.45)),
        (width * 0.45, 0),
        (width * hand(0.8, 1.0), middle * 0.45),
    ]
    lower = [
        (width * hand(0.9, 1.15), middle + below * 0.45),
        (width * 0.5, 1.0),
        (width * hand(-0.1, 0.08), middle + below * hand(0.55, 0.75)),
        (width * hand(0, 0.25), middle + below * hand(0.4, 0.6)),
    ]
    if hand.chance(0.4):
        del upper[0]
    elif hand.chance(0.4):
        del lower[-1]
    notch = [(x, middle)]
    if hand.chance(0.6):
        notch = [(x, middle - 0.02), (x - 0.1 * width, middle), (x, middle + 0.03)]
    return [smooth([*hand.near(upper), *notch, *hand.near(lower)])]


def shallow(hand: Hand) -> list[Stroke]:
    """Write a 3 whose lower bowl ends early."""
    frame = Frame(hand)
    width, middle = frame.width, hand(0.36, 0.54)
    below = 1 - middle
    notch = (frame.notch[0] + hand(0.05, 0.3) * width, middle)
    if hand.chance(0.5):
        corner = (width * hand(0.75, 1.0), hand(-0.02, 0.06))
        upper = [(0, hand(0, 0.12)), (width * 0.5, hand(-0.03, 0.03)), corner]
    else:
        upper = [(0, hand(0.08, 0.2)), (width * 0.45, 0), (width * 0.9, middle * 0.45)]
    upper = hand.near(upper, 0.015)
    lower = hand.near(
        [
            (width * hand(0.9, 1.15), middle + below * hand(0.3, 0.5)),
            (width * hand(0.75, 1.0), middle + below * 0.8),
            (width * hand(0.3, 0.6), 1.0),
        ]
    )
    if hand.chance(0.6):
        return [join(upper, [upper[-1], notch], [notch, *lower])]
    return [smooth([*upper, notch, *lower])]


def uneven(hand: Hand) -> list[Stroke]:
    """Write a small bowl over a large one, or the reverse."""
    frame = Frame(hand)
    width = frame.width
    middle = hand(0.24, 0.36) if hand.chance(0.6) else hand(0.55, 0.68)
    notch = (width * hand(0.2, 0.6), middle)
    upper = [
        (0, middle * 0.3),
        (width * 0.45, 0),
        (width * hand(0.7, 0.95), middle * 0.45),
    ]
    lower = [
        (notch[0] + 0.2 * width, middle + 0.02),
        (width * hand(0.95, 1.15), middle + (1 - middle) * 0.45),
        (width * 0.5, 1),
        (width * hand(-0.1, 0.1), 0.85),
    ]
    return [join([*hand.near(upper), notch], [notch, *hand.near(lower)])]


def zigzag(hand: Hand) -> list[Stroke]:
    """Write a 3 of straight lines, all of it corners, or with a curve below."""
    width, middle = hand(0.4, 0.7), hand(0.34, 0.52)
    notch = (width * hand(0.1, 0.5), middle)
    shoulder = (width * hand(0.75, 1.05), hand(0.0, 0.12))
    top = [(0, hand(0.0, 0.15)), shoulder]
    elbow = (width * hand(0.85, 1.1), hand(0.55, 0.75))
    end = (width * hand(-0.15, 0.2), hand(0.85, 1.02))
    out = [notch, elbow]
    if hand.chance(0.5):
        tail = [elbow, (width * 0.6, hand(0.93, 1.0)), end]
    else:
        tail = [elbow, end]
    return [join(hand.near(top[:1]) + top[1:], [shoulder, notch], out, tail)]


def with_serif(hand: Hand) -> list[Stroke]:
    """Write a 3 whose top begins with a short downward serif, like a 7's."""
    frame = Frame(hand)
    width, (x, y) = frame.width, frame.notch
    start = (hand(-0.02, 0.08), hand(0.0, 0.05))
    serif = [(start[0] + hand(-0.06, 0.06), hand(0.1, 0.25)), start]
    shoulder = (width * hand(0.8, 1.05), hand(-0.02, 0.12))
    top = [start, (width * 0.5, hand(-0.05, 0.05)), shoulder]
    turn = (x + (width - x) * 0.5, y + 0.04)
    return [
        join(serif, top, [shoulder, (x, y)], [(x, y), turn, *lower_bowl(hand, frame)])
    ]


def long_tailed(hand: Hand) -> list[Stroke]:
    """Write a 3 whose lower bowl runs out to the left in a long flat tail."""
    frame = Frame(hand)
    width, (x, y) = frame.width, frame.notch
    below = 1 - y
    bowl = [
        (width * hand(0.9, 1.15), y + below * hand(0.35, 0.5)),
        (width * hand(0.6, 0.8), y + below * hand(0.85, 0.97)),
        (width * hand(0.1, 0.3), hand(0.96, 1.02)),
        (-width * hand(0.1, 0.55), hand(0.88, 1.04)),
    ]
    upper = upper_bowl(hand, frame)
    if hand.chance(0.5):
        return [join([*upper, (x, y)], [(x, y), *hand.near(bowl)])]
    return [smooth([*upper, (x + 0.1 * width, y), *hand.near(bowl)])]


VARIANTS: dict[Variant, float] = {
    cusped: 0.25,
    looped: 0.10,
    flat_topped: 0.14,
    soft: 0.13,
    curled: 0.06,
    shallow: 0.15,
    uneven: 0.08,
    zigzag: 0.05,
    with_serif: 0.04,
    long_tailed: 0.06,
}
