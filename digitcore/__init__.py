"""Reads handwritten digits: picture -> ink -> glyph -> features -> neighbours.

>>> from digitcore import Recognizer
>>> Recognizer.load().recognize("seven.png").digit  # doctest: +SKIP
7
"""

from digitcore.image import ImageError
from digitcore.recognition import Neighbor, Number, Recognition, Stage
from digitcore.recognizer import Recognizer
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
