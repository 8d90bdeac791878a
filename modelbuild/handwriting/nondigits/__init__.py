"""What is no digit: letters, scribbles, shapes, several digits, spoilt ones."""

from modelbuild.handwriting.curves import Stroke
from modelbuild.handwriting.hand import Hand, Variant
from modelbuild.handwriting.nondigits import (
    crowds,
    letters,
    misplaced,
    scribbles,
    shapes,
)

VARIANTS: dict[Variant, float] = {
    letters.letter: 0.46,
    **{kind: 0.15 * weight for kind, weight in scribbles.VARIANTS.items()},
    **{kind: 0.16 * weight for kind, weight in shapes.VARIANTS.items()},
    **{kind: 0.13 * weight for kind, weight in crowds.VARIANTS.items()},
    **{kind: 0.10 * weight for kind, weight in misplaced.VARIANTS.items()},
}
"""Every kind of drawing that is no digit, and how often each is used."""


def write(hand: Hand) -> list[Stroke]:
    """Return the strokes of something that is no digit, as some hand draws it.

    Parameters
    ----------
    hand : Hand
        The writer.

    Returns
    -------
    list of ndarray of shape (n, 2)
    """
    return hand.choose(VARIANTS)(hand)
