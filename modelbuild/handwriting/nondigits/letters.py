"""Letters and signs that hardly pass for digits, written from their forms.

``letterforms.txt`` holds them: a line is a letter and one of its forms, as points of
its strokes. Strokes are divided by ``|``, points ``x y`` by commas, in hundredths of
the height, y down. A stroke that starts with ``~`` is a curve through its points, any
other is straight lines. Letters that are some hand's digits (b g l o q s y z B I O S Z)
are left out on purpose.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from modelbuild.handwriting.curves import Point, Stroke, polyline, smooth
from modelbuild.handwriting.deformation import deform
from modelbuild.handwriting.hand import Hand

FORMS_FILE = Path(__file__).with_name("letterforms.txt")
OFTEN_MISTAKEN = "eJkndhCLcfr?DGUuja"
"""Letters that come close to digits in some hands: they are drawn more often."""


@cache
def letterforms() -> dict[str, list[str]]:
    """Read the forms of every letter.

    Examples
    --------
    >>> letterforms()["V"]
    ['0 0, 32 100, 64 0']
    """
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for line in FORMS_FILE.read_text("utf-8").splitlines():
        name, form = line.split(" ", 1)
        forms[name].append(form)
    return dict(forms)


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
    weights = {name: 3.0 if name in OFTEN_MISTAKEN else 1.0 for name in letterforms()}
    form = hand.pick(letterforms()[hand.choose(weights)])
    return deform(write_form(form, hand), hand, 1.1)
