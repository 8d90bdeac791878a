"""Letters, written from their forms."""

from functools import cache

from modelbuild.handwriting.curves import Point, Stroke, polyline, smooth
from modelbuild.handwriting.deformation import deform
from modelbuild.handwriting.hand import Hand
from modelbuild.handwriting.nondigits.letterforms import LETTERFORMS

OFTEN_MISTAKEN = "eJkndhCLcfr"
"""Letters that come close to digits in some hands: they are drawn more often."""


@cache
def parse(form: str) -> tuple[tuple[bool, tuple[Point, ...]], ...]:
    """Return the strokes of a form: whether each is curved, and its points.

    Examples
    --------
    >>> parse("0 0, 0 100 | ~ 5 50, 40 0, 50 50")[0]
    (False, ((0.0, 0.0), (0.0, 1.0)))
    """
    strokes = []
    for text in form.split("|"):
        curved = text.strip().startswith("~")
        pairs = (pair.split() for pair in text.strip(" ~").split(","))
        points = tuple((int(x) / 100, int(y) / 100) for x, y in pairs)
        strokes.append((curved, points))
    return tuple(strokes)


def write_form(form: str, hand: Hand) -> list[Stroke]:
    """Return a form's strokes, its points missed by a little."""
    strokes = []
    for curved, points in parse(form):
        shaken = hand.near(points, 0.037)
        strokes.append(smooth(shaken) if curved else polyline(shaken))
    return strokes


def letter(hand: Hand) -> list[Stroke]:
    """Write some letter or sign, one way or another."""
    weights = {name: 3.0 if name in OFTEN_MISTAKEN else 1.0 for name in LETTERFORMS}
    form = hand.pick(LETTERFORMS[hand.choose(weights)])
    return deform(write_form(form, hand), hand, 1.1)
