"""Sheets of drawings to look at."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from modelbuild.handwriting import digits
from modelbuild.handwriting.drawing import Seed, draw_digit, draw_nondigit
from modelbuild.handwriting.hand import Hand
from modelbuild.handwriting.rendering import render

CELL = 48
"""Side of one drawing on the sheet, in pixels."""


def contact_sheet(
    columns: int = 30, rows_per_kind: int = 2, seed: int = 0
) -> Image.Image:
    """Return a sheet of drawings: rows of every digit, then rows of non-digits.

    Parameters
    ----------
    columns : int
        Drawings in a row.
    rows_per_kind : int
        Rows for each digit, and for what is no digit.
    seed : int
        Another seed shows other drawings.

    Returns
    -------
    PIL.Image.Image
        Grey, 48 pixels for each drawing.

    Examples
    --------
    >>> contact_sheet(columns=5, rows_per_kind=1).size
    (240, 528)
    """
    count = columns * rows_per_kind
    drawings = [draw_digit(d, [seed, d, i]) for d in range(10) for i in range(count)]
    drawings += [draw_nondigit([seed, i]) for i in range(count)]
    return tile(drawings, columns)


def variant_sheet(columns: int = 12, seed: Seed = 0) -> Image.Image:
    """Return a sheet of model forms: a row for every variant, with its name.

    Parameters
    ----------
    columns : int
        Drawings in a row.
    seed : int or sequence of int
        Another seed shows other drawings.

    Returns
    -------
    PIL.Image.Image
        Grey; the text beside a row names the digit and its variant.
    """
    hand = Hand(np.random.default_rng(seed))
    names = []
    drawings = []
    for digit, variants in enumerate(digits.VARIANTS):
        for variant in variants:
            names.append(f"{digit} {variant.__name__.replace('_', ' ')}")
            drawings += [render(variant(hand), 0.06) for _ in range(columns)]
    drawn = tile(drawings, columns)
    sheet = Image.new("L", (drawn.width + 150, drawn.height), 255)
    sheet.paste(drawn, (150, 0))
    text = ImageDraw.Draw(sheet)
    for row, name in enumerate(names):
        text.text((4, row * CELL + CELL // 3), name, fill=0)
    return sheet


def tile(drawings: Sequence[NDArray[np.uint8]], columns: int) -> Image.Image:
    """Return drawings side by side, row under row."""
    rows = -(-len(drawings) // columns)
    sheet = Image.new("L", (columns * CELL, rows * CELL), 255)
    for place, drawing in enumerate(drawings):
        picture = Image.fromarray(drawing).resize((CELL, CELL), Image.Resampling.BOX)
        sheet.paste(picture, (place % columns * CELL, place // columns * CELL))
    return sheet
