"""Reads handwritten digits: picture -> ink -> glyph -> features -> neighbours.

>>> from digitcore import Recognizer
>>> Recognizer.load().recognize("seven.png").digit  # doctest: +SKIP
7
"""

from digitcore.image import ImageError
from digitcore.recognizer import (
    Neighbor,
    Number,
    Recognition,
    Recognizer,
    Stage,
)
from digitcore.store import ModelError

__all__ = [
    "ImageError",
    "ModelError",
    "Neighbor",
    "Number",
    "Recognition",
    "Recognizer",
    "Stage",
]
