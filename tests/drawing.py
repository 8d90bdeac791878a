"""Digits drawn by the tests themselves: strokes of a hand, and a pen."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Stroke = list[tuple[float, float]]


def _arc(
    x: float, y: float, width: float, height: float, start: float, end: float
) -> Stroke:
    """Points on an ellipse; degrees clockwise from three o'clock."""
    angles = [math.radians(start + (end - start) * i / 24) for i in range(25)]
    return [(x + width * math.cos(a), y + height * math.sin(a)) for a in angles]


STROKES: dict[int, list[Stroke]] = {
    0: [_arc(0.32, 0.5, 0.32, 0.5, -90, 270)],
    1: [[(0.08, 0.3), (0.25, 0.0), (0.25, 1.0)]],
    2: [[*_arc(0.3, 0.28, 0.28, 0.28, -170, 40), (0.0, 1.0), (0.62, 1.0)]],
    3: [
        [
            *_arc(0.28, 0.25, 0.28, 0.25, -150, 90),
            *_arc(0.28, 0.74, 0.32, 0.26, -90, 150),
        ]
    ],
    4: [[(0.42, 0.0), (0.0, 0.65), (0.66, 0.65)], [(0.47, 0.3), (0.45, 1.0)]],
    5: [
        [(0.08, 0.0), (0.03, 0.45), *_arc(0.26, 0.68, 0.33, 0.31, -110, 150)],
        [(0.08, 0.0), (0.55, 0.02)],
    ],
    6: [[(0.45, 0.0), (0.15, 0.35), *_arc(0.32, 0.7, 0.3, 0.3, 180, -190)]],
    7: [[(0.0, 0.02), (0.58, 0.0), (0.2, 1.0)], [(0.15, 0.5), (0.52, 0.5)]],
    8: [
        [
            *_arc(0.3, 0.25, 0.24, 0.25, 90, 450),
            *_arc(0.3, 0.75, 0.3, 0.25, -90, 270),
        ]
    ],
    9: [[*_arc(0.3, 0.28, 0.28, 0.28, 0, -360), (0.55, 0.6), (0.42, 1.0)]],
}
"""Strokes of each digit, in units of its height, y downwards."""


def draw(
    strokes: list[Stroke],
    *,
    pad: int | tuple[int, int] = 280,
    height: float = 180,
    at: tuple[float, float] | None = None,
    pen: float = 16,
    ink: str = "black",
    paper: str = "white",
    mode: str = "RGB",
) -> Image.Image:
    """Draw strokes on a pad, with a round pen.

    Sizes are in pixels of the pad; `at` is the top left corner of the strokes, by
    default so that they are in the middle.
    """
    size = (pad, pad) if isinstance(pad, int) else pad
    fine = 4 if max(size) <= 600 else 1
    picture = Image.new(mode, (size[0] * fine, size[1] * fine), paper)
    pencil = ImageDraw.Draw(picture)
    xs = [x for stroke in strokes for x, _ in stroke]
    left, top = at or (
        (size[0] - (max(xs) + min(xs)) * height) / 2,
        (size[1] - height) / 2,
    )
    radius = pen * fine / 2
    for stroke in strokes:
        points = [
            ((left + x * height) * fine, (top + y * height) * fine) for x, y in stroke
        ]
        pencil.line(points, fill=ink, width=max(round(2 * radius), 1))
        for x, y in points:
            pencil.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)
    return picture.resize(size, Image.Resampling.BOX)


def draw_digit(digit: int, **how: object) -> Image.Image:
    """Draw one of the ten digits; see `draw`."""
    return draw(STROKES[digit], **how)  # type: ignore[arg-type]


def draw_number(text: str, *, gap: float = 0.25, **how: object) -> Image.Image:
    """Draw digits in a row, `gap` of their height between them."""
    strokes: list[Stroke] = []
    x = 0.0
    for letter in text:
        of_digit = STROKES[int(letter)]
        xs = [p for stroke in of_digit for p, _ in stroke]
        strokes += [[(p - min(xs) + x, q) for p, q in stroke] for stroke in of_digit]
        x += max(xs) - min(xs) + gap
    return draw(strokes, **how)  # type: ignore[arg-type]


def bar(
    shape: tuple[int, int] = (100, 100),
    rows: slice = slice(20, 80),
    columns: slice = slice(40, 60),
) -> NDArray[np.float32]:
    """Ink of a bar that stands on paper; 1 is ink."""
    ink = np.zeros(shape, np.float32)
    ink[rows, columns] = 1
    return ink
