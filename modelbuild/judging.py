"""Everything a finished model is asked to read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from digitcore.recognizer import Recognizer
from modelbuild.drawings import Drawings
from modelbuild.evaluation import Readings, Share, on_pad, read_all
from modelbuild.handwriting import digit_strokes
from modelbuild.handwriting.hand import Hand, Variant
from modelbuild.handwriting.nondigits import (
    crowds,
    letters,
    misplaced,
    scribbles,
    shapes,
)
from modelbuild.handwriting.rendering import render
from modelbuild.strokes import NO_DIGIT, Purpose, digit_tasks, draw
from modelbuild.turning import turned

SIZES = (28, 42, 56, 84, 140, 210, 280)  # pixels of 280
ROTATIONS = (-30, -20, -10, 0, 10, 20, 30)  # degrees
PENS = (4, 8, 12, 16, 20, 24, 30)  # pixels, on a digit of 180
USUAL_SIZE = 180
NONDIGITS: dict[str, Mapping[Variant, float]] = {
    "letters": {letters.letter: 1.0},
    "scribbles": scribbles.VARIANTS,
    "shapes": shapes.VARIANTS,
    "several or spoilt digits": crowds.VARIANTS,
    "digits the wrong way round": misplaced.VARIANTS,
}


@dataclass(frozen=True, eq=False)
class Judgement:
    """What a model made of it all.

    Attributes
    ----------
    sets : list of Drawings
        Our own fresh digits first, then those from elsewhere.
    readings : list of Readings
        Of each set.
    sizes, rotations, pens : dict of int to Share
        Right ones among fresh digits of each size, turned so far, with each pen.
    nondigits : dict of str to Readings
    """

    sets: list[Drawings]
    readings: list[Readings]
    sizes: dict[int, Share] = field(default_factory=dict)
    rotations: dict[int, Share] = field(default_factory=dict)
    pens: dict[int, Share] = field(default_factory=dict)
    nondigits: dict[str, Readings] = field(default_factory=dict)


def judge(
    recognizer: Recognizer, elsewhere: list[Drawings], n_per_digit: int
) -> Judgement:
    """Have a model read drawings that nothing was fitted to.

    Parameters
    ----------
    recognizer : Recognizer
    elsewhere : list of Drawings
    n_per_digit : int
        Fresh drawings of each digit; a tenth as many under each condition.

    Returns
    -------
    Judgement
    """
    fresh = fresh_digits(n_per_digit)
    sets = [fresh, *elsewhere]
    few = fresh.pictures[: len(fresh.pictures) // 10]
    truth = fresh.digits[: len(few)]

    def right(drawings: list[NDArray[np.uint8]]) -> Share:
        return Share.of(read_all(recognizer, drawings, truth).right)

    return Judgement(
        sets=sets,
        readings=[read_all(recognizer, list(s.pictures), s.digits) for s in sets],
        sizes={size: right([on_pad(d, size) for d in few]) for size in SIZES},
        rotations={
            angle: right([turned(upright(i), angle) for i in range(len(few))])
            for angle in ROTATIONS
        },
        pens={pen: right([written(i, pen) for i in range(len(few))]) for pen in PENS},
        nondigits={
            kind: read_all(
                recognizer, [fresh_nondigit(kind, i) for i in range(2 * n_per_digit)]
            )
            for kind in NONDIGITS
        },
    )


def fresh_digits(n_per_digit: int) -> Drawings:
    """Draw digits with seeds of their own, of random sizes on a pad."""
    tasks = digit_tasks(Purpose.REPORT, n_per_digit)
    sizes = np.random.default_rng(Purpose.REPORT).integers(60, 250, len(tasks))
    return Drawings(
        "drawn by program",
        np.stack(
            [on_pad(draw(task), size) for task, size in zip(tasks, sizes, strict=True)]
        ),
        np.array([task.digit for task in tasks], np.int64),
    )


def upright(number: int) -> NDArray[np.uint8]:
    """Draw the report's digit of that number with a usual pen."""
    return written(number, pen=16)


def written(number: int, pen: int) -> NDArray[np.uint8]:
    """Draw the report's digit of that number with a pen so many pixels wide."""
    strokes = digit_strokes(number % 10, [Purpose.REPORT, number % 10, number // 10])
    return on_pad(render(strokes, pen / USUAL_SIZE), USUAL_SIZE)


def fresh_nondigit(kind: str, number: int) -> NDArray[np.uint8]:
    """Draw what is no digit, of one kind, with seeds of its own."""
    seed = [Purpose.REPORT, NO_DIGIT, list(NONDIGITS).index(kind), number]
    hand = Hand(np.random.default_rng(seed))
    strokes = hand.choose(NONDIGITS[kind])(hand)
    size = int(hand(60, 250))
    return on_pad(render(strokes, hand(0.04, 0.2)), size)
