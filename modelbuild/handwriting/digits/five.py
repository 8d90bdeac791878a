"""The ways of writing 5."""

from modelbuild.handwriting.curves import Point, Stroke, join, smooth
from modelbuild.handwriting.hand import Hand, Variant


class Frame:
    """The proportions of a 5: width, height and place of the neck, and flag."""

    def __init__(self, hand: Hand) -> None:
        self.width = width = hand(0.42, 0.7)
        self.shoulder = hand(0.24, 0.54) if hand.chance(0.9) else hand(0.5, 0.64)
        self.neck = hand(0, 0.2)
        self.top = self.neck + hand(-0.06, 0.2)
        offset = hand(-0.02, 0.03) if hand.chance(0.65) else hand(-0.12, 0.2)
        rise = hand(-0.12, 0.05) if hand.chance(0.8) else hand(-0.38, -0.1)
        x, y = self.top + offset, hand(-0.06, 0.05)
        self.flag: list[Point] = [(x, y), (x + width * hand(0.4, 1.15), y + rise)]


def bowl(hand: Hand, frame: Frame) -> list[Point]:
    """Return the bowl from the neck round to the lower left."""
    width, y = frame.width, frame.shoulder
    end = (hand(-0.25, 0.15) * width, hand(0.8, 1.02))
    points = [
        (width * hand(0.32, 0.58), y - hand(0, 0.1)),
        (width * hand(0.85, 1.1), y + (1 - y) * hand(0.3, 0.5)),
        (width * hand(0.4, 0.65), hand(0.93, 1.0)),
        end,
    ]
    if hand.chance(0.2):  # it ends with a curl
        points.append((end[0] + hand(-0.05, 0.1) * width, end[1] - hand(0.05, 0.18)))
    return hand.near(points)


def flag_last(hand: Hand) -> list[Stroke]:
    """Write neck and bowl, then the flag on top."""
    frame = Frame(hand)
    x, y = frame.neck, frame.shoulder
    top, flag = (frame.top, hand(-0.02, 0.08)), smooth(hand.near(frame.flag))
    if hand.chance(0.7):
        corner = (x, y + 0.02)
        return [join([top, corner], [corner, *bowl(hand, frame)]), flag]
    rounded = [top, (x, y * 0.8), (x + 0.06, y * 0.95), *bowl(hand, frame)]
    return [smooth(rounded), flag]


def one_stroke(hand: Hand) -> list[Stroke]:
    """Write flag, neck and bowl without lifting the pen, with corners."""
    frame = Frame(hand)
    corner = (frame.neck, frame.shoulder)
    flag = hand.near([frame.flag[1], (frame.top, 0)], 0.012)
    neck = [flag[-1], corner]
    if hand.chance(0.3):
        neck.insert(1, (corner[0] + 0.03, corner[1] * 0.5))
    return [join(flag, neck, [corner, *bowl(hand, frame)])]


def s_curved(hand: Hand) -> list[Stroke]:
    """Write the whole of it as one s."""
    frame = Frame(hand)
    width, x, y = frame.width, frame.neck, frame.shoulder
    points = [
        frame.flag[1],
        (frame.top + 0.1 * width, 0.02),
        (x + 0.02, y * hand(0.45, 0.7)),
        (width * 0.3, y * 0.98),
        (width * hand(0.78, 0.95), y + (1 - y) * hand(0.25, 0.4)),
        (width * hand(0.72, 0.9), 0.85),
        (width * 0.35, 1.0),
        (-0.03, hand(0.85, 0.98)),
    ]
    return [smooth(hand.near(points, 0.022))]


def curled(hand: Hand) -> list[Stroke]:
    """Write a bowl that curls far up, and a flag set off to the right."""
    frame = Frame(hand)
    width, x, y = frame.width, hand(0, 0.15), hand(0.28, 0.5)
    round_bowl = [
        (x + 0.12 * width, y - 0.03),
        (width * 0.55, y - hand(0.02, 0.1)),
        (width * hand(0.9, 1.1), y + (1 - y) * 0.42),
        (width * 0.5, 1.0),
        (width * hand(-0.1, 0.1), hand(0.78, 0.92)),
        (width * hand(0.02, 0.25), hand(0.62, 0.8)),
    ]
    if hand.chance(0.4):
        round_bowl.pop()
    neck = [(x + hand(-0.02, 0.1), hand(-0.02, 0.1)), (x, y)]
    return [join(neck, [(x, y), *hand.near(round_bowl)]), loose_flag(hand, x, width)]


def loose_flag(hand: Hand, neck: float, width: float) -> Stroke:
    """Return a flag that need not touch the neck."""
    x, y = neck + hand(-0.03, 0.3), hand(-0.1, 0.06)
    end = (x + width * hand(0.4, 1.1), y + hand(-0.2, 0.06))
    return smooth(hand.near([(x, y), end]))


def detached(hand: Hand) -> list[Stroke]:
    """Write a 5 whose flag floats clear of it."""
    frame = Frame(hand)
    x, y = frame.neck, frame.shoulder
    top = (frame.top, hand(0.02, 0.14))
    body = join([top, (x, y)], [(x, y), *bowl(hand, frame)])
    return [body, loose_flag(hand, frame.top, frame.width)]


def straight_backed(hand: Hand) -> list[Stroke]:
    """Write a bowl that bulges out of the neck's foot at once, with no shoulder."""
    frame = Frame(hand)
    width, x, y = frame.width, frame.neck, frame.shoulder
    neck = [(frame.top, 0), (x, y)]
    plump = [
        (width * hand(0.7, 1.0), y + (1 - y) * hand(0.15, 0.35)),
        (width * hand(0.85, 1.05), y + (1 - y) * hand(0.5, 0.65)),
        (width * hand(0.3, 0.55), 1.0),
        (width * hand(-0.2, 0.1), hand(0.88, 1.0)),
    ]
    body = join(neck, [(x, y), *hand.near(plump)])
    return [body, smooth(hand.near(frame.flag))]


def deep_necked(hand: Hand) -> list[Stroke]:
    """Write a neck far down, and from there back up and over into the bowl."""
    frame = Frame(hand)
    width, x = frame.width, frame.neck
    depth = hand(0.5, 0.7)
    foot = (x + hand(-0.06, 0.04), depth)
    plump = [
        foot,
        (width * hand(0.3, 0.5), depth - hand(0.1, 0.22)),
        (width * hand(0.7, 0.85), depth - hand(0.12, 0.26)),
        (width * hand(0.9, 1.1), depth + hand(0.0, 0.1)),
        (width * hand(0.5, 0.7), hand(0.93, 1.0)),
        (width * hand(0.0, 0.3), hand(0.9, 1.0)),
    ]
    neck = [(frame.top, 0), foot]
    if hand.chance(0.5):
        flag = hand.near([frame.flag[1], (frame.top, 0)], 0.012)
        return [join(flag, [flag[-1], foot], [foot, *hand.near(plump[1:])])]
    body = join(neck, [foot, *hand.near(plump[1:])])
    return [body, smooth(hand.near(frame.flag))]


def angular(hand: Hand) -> list[Stroke]:
    """Write a 5 of straight lines and corners, the bowl too or only its shoulder."""
    frame = Frame(hand)
    width, x, y = frame.width, frame.neck, frame.shoulder
    corner, shoulder = (x, y), (width * hand(0.75, 1.05), y + hand(-0.06, 0.12))
    low = (width * hand(0.8, 1.05), hand(0.78, 0.98))
    end = (width * hand(-0.15, 0.15), hand(0.88, 1.03))
    bowl = [low, end] if hand.chance(0.5) else [low, (width * 0.5, 1.0), end]
    body = [[corner, shoulder], [shoulder, *hand.near(bowl, 0.015)]]
    if hand.chance(0.5):
        flag = hand.near([frame.flag[1], (frame.top, 0)], 0.012)
        return [join(flag, [flag[-1], corner], *body)]
    return [join([(frame.top, 0), corner], *body), smooth(hand.near(frame.flag))]


def diagonal(hand: Hand) -> list[Stroke]:
    """Write a long line down from the right, then the bowl: there is no neck."""
    width, y = hand(0.45, 0.75), hand(0.22, 0.45)
    left = (hand(-0.05, 0.1) * width, y)
    start = (width * hand(0.85, 1.4), hand(-0.05, 0.1))
    plump = [
        (width * hand(0.3, 0.55), y + hand(-0.02, 0.12)),
        (width * hand(0.75, 1.0), hand(0.6, 0.75)),
        (width * hand(0.45, 0.7), hand(0.9, 1.0)),
        (width * hand(-0.1, 0.3), hand(0.88, 1.02)),
    ]
    if hand.chance(0.4):  # the line overshoots the bowl's beginning
        left = (left[0] - hand(0.02, 0.12), y + hand(0.0, 0.1))
    return [join([start, left], [left, *hand.near(plump)])]


def lightning(hand: Hand) -> list[Stroke]:
    """Write a flag, a short neck and a shoulder from which a line falls to the left."""
    frame = Frame(hand)
    width, x, y = frame.width, frame.neck, frame.shoulder
    shoulder = (width * hand(0.65, 1.05), y + hand(-0.08, 0.12))
    end = (width * hand(-0.35, 0.15), hand(0.95, 1.02))
    fall = [shoulder, (width * hand(0.45, 0.75), hand(0.62, 0.78)), end]
    flag = hand.near([frame.flag[1], (frame.top, 0)], 0.012)
    body = [[(x, y), shoulder], hand.near(fall, 0.015)]
    return [join(flag, [flag[-1], (x, y)], body[0], [shoulder, *body[1][1:]])]


VARIANTS: dict[Variant, float] = {
    flag_last: 0.25,
    one_stroke: 0.23,
    s_curved: 0.18,
    curled: 0.07,
    detached: 0.08,
    straight_backed: 0.07,
    deep_necked: 0.04,
    angular: 0.04,
    diagonal: 0.03,
    lightning: 0.03,
}
