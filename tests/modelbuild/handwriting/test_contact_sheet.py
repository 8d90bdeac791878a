"""Contact sheets: one row of drawings under another."""

import numpy as np

from modelbuild.handwriting import contact_sheet, digits, draw_digit, variant_sheet
from modelbuild.handwriting.sheet import CELL, tile


def test_contact_sheet_has_every_digit_and_the_nondigits() -> None:
    """Eleven kinds, two rows of each, with ink in every cell."""
    sheet = contact_sheet(columns=4, rows_per_kind=2)
    assert sheet.size == (4 * CELL, 22 * CELL)
    cells = np.asarray(sheet).reshape(22, CELL, 4, CELL)
    assert (cells.min(axis=(1, 3)) < 128).all()


def test_variant_sheet_has_a_row_for_every_variant() -> None:
    """And room for the names at the left."""
    sheet = variant_sheet(columns=3)
    assert sheet.height == CELL * sum(len(variants) for variants in digits.VARIANTS)
    assert sheet.width > 3 * CELL


def test_tiles_stand_in_reading_order() -> None:
    """The fourth of three columns begins the second row."""
    white, drawn = np.full((96, 96), 255, np.uint8), draw_digit(8, 0)
    sheet = np.asarray(tile([white, white, white, drawn], 3))
    assert sheet[:CELL].min() == 255
    assert sheet[CELL:, :CELL].min() < 128
