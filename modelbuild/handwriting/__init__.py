"""Handwriting of our own making, from which the recogniser learns.

Strokes are models of how digits are written (:mod:`.digits`) and of what is no
digit (:mod:`.nondigits`), bent as every hand bends them (:mod:`.deformation`),
moved and widened by a pen (:mod:`.pen`) and drawn (:mod:`.rendering`). Equal
seeds give equal pictures.
"""

from modelbuild.handwriting.drawing import (
    digit_strokes,
    draw_digit,
    draw_nondigit,
    nondigit_strokes,
)
from modelbuild.handwriting.sheet import contact_sheet, variant_sheet

__all__ = [
    "contact_sheet",
    "digit_strokes",
    "draw_digit",
    "draw_nondigit",
    "nondigit_strokes",
    "variant_sheet",
]
