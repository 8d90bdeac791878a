"""Drawings exported from the page: a JSON file of strokes and labels.

The format::

    {
      "format": "digitpad-strokes",
      "version": 1,
      "samples": [
        {
          "label": 3,
          "width": 560,
          "height": 560,
          "pen": 20,
          "strokes": [[[120, 80], [131.5, 76]], ...]
        },
        ...
      ]
    }

``label`` is the digit meant. ``width`` and ``height`` are the pad's, ``pen`` the
width of its line, and a stroke is its points [x, y], y downwards, in the same unit.
Other keys are ignored.
"""

import json
import math
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from modelbuild.errors import BuildError
from modelbuild.glyphs import Glyphs, views_of_drawings
from modelbuild.training import Group

FORMAT = "digitpad-strokes"
VERSION = 1
SIDE = 280  # of the picture that a pad is drawn to, in pixels
OVERSAMPLING = 2
SOURCE = "your own drawings"
MOST_PROTOTYPES = 100  # of each digit; up to so many drawings are kept as they are


class Sample(NamedTuple):
    """A drawing and the digit that was meant.

    Attributes
    ----------
    label : int
    picture : uint8 array of shape (height, width)
        255 is paper and 0 is ink; the longer side has 280 pixels.
    """

    label: int
    picture: NDArray[np.uint8]


def load_samples(path: Path) -> list[Sample]:
    """Load drawings that were exported from the page.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of Sample
        At least one.

    Raises
    ------
    BuildError
        If the file is damaged, empty or of another format; the message names the
        first sample that is wrong, counted from 1.
    """
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise BuildError(f"{path} can't be read: {error.strerror}.") from error
    except ValueError as error:
        raise BuildError(f"{path} is no JSON ({error}): export it again.") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BuildError(f'{path} holds no drawings: "format" is not "{FORMAT}".')
    if content.get("version") != VERSION:
        raise BuildError(
            f"{path} has version {content.get('version')}, but this program reads "
            f"version {VERSION}."
        )
    samples = content.get("samples")
    if not isinstance(samples, list) or not samples:
        raise BuildError(f"{path} has no samples. Draw some and export them again.")
    return [
        _sample(sample, f"{path}: sample {number}")
        for number, sample in enumerate(samples, start=1)
    ]


def _sample(sample: Any, name: str) -> Sample:
    if not isinstance(sample, dict):
        raise BuildError(f"{name} is not an object with a label and strokes.")
    label = sample.get("label")
    if type(label) is not int or not 0 <= label <= 9:
        raise BuildError(f"{name}: the label {label!r} is no digit from 0 to 9.")
    width, height, pen = (
        _positive(sample.get(key), f'{name}: "{key}"')
        for key in ("width", "height", "pen")
    )
    strokes = sample.get("strokes")
    if not isinstance(strokes, list) or not strokes:
        raise BuildError(f"{name} has no strokes.")
    points = [_stroke(stroke, name) for stroke in strokes]
    picture = draw(points, width, height, pen)
    if picture.min() > 127:
        raise BuildError(f"{name}: its strokes lie outside the pad.")
    return Sample(label, picture)


def _positive(value: Any, name: str) -> float:
    if _is_number(value) and value > 0:
        return float(value)
    raise BuildError(f"{name} is {value!r}, expected a number above 0.")


def _stroke(stroke: Any, name: str) -> list[tuple[float, float]]:
    if isinstance(stroke, list) and stroke and all(map(_is_point, stroke)):
        return [(float(x), float(y)) for x, y in stroke]
    raise BuildError(f"{name}: a stroke is not a list of points [x, y].")


def _is_point(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def draw(
    strokes: list[list[tuple[float, float]]], width: float, height: float, pen: float
) -> NDArray[np.uint8]:
    """Draw strokes with a round pen.

    Parameters
    ----------
    strokes : list of list of (x, y)
    width, height, pen : float
        Of the pad and its line, in the unit of the points.

    Returns
    -------
    uint8 array of shape (height, width)
        255 is paper and 0 is ink; the longer side has 280 pixels.

    Examples
    --------
    >>> picture = draw([[(50, 20), (50, 80)]], width=100, height=100, pen=10)
    >>> picture.shape, int(picture[140, 140]), int(picture[140, 20])
    ((280, 280), 0, 255)
    """
    scale = SIDE / max(width, height) * OVERSAMPLING
    # Reducing needs whole pixels.
    size = [max(1, round(side * scale / OVERSAMPLING)) for side in (width, height)]
    image = Image.new("L", [side * OVERSAMPLING for side in size], 255)
    canvas = ImageDraw.Draw(image)
    radius = max(pen * scale / 2, 0.5)
    for stroke in strokes:
        points = [(x * scale, y * scale) for x, y in stroke]
        canvas.line(points, fill=0, width=max(1, round(2 * radius)))
        for x, y in points:
            canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
    return np.asarray(image.reduce(OVERSAMPLING))


def samples_group(samples: list[Sample]) -> Group:
    """Normalise drawings to learn from."""
    views = views_of_drawings([sample.picture for sample in samples])
    digits = [sample.label for sample in samples]
    return Group(Glyphs.of(views, digits, SOURCE), MOST_PROTOTYPES)
