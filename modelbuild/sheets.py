"""Sheets of pictures that were misread."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps

CELL = 56  # pixels, and a line of text below
TEXT = 12
COLUMNS = 16
MOST = 160  # pictures on a sheet


def error_sheet(
    pictures: NDArray[np.uint8],
    truth: NDArray[np.int64],
    read: NDArray[np.int64],
) -> Image.Image:
    """Lay out pictures with what they show and what was read.

    Parameters
    ----------
    pictures : uint8 array of shape (n, height, width)
        Paper 255 and ink 0.
    truth, read : int64 array of shape (n,)

    Returns
    -------
    PIL.Image.Image
        Sorted by digit; at most 160 pictures.

    Examples
    --------
    >>> pictures = np.zeros((2, 8, 8), np.uint8)
    >>> error_sheet(pictures, np.array([1, 2]), np.array([7, 3])).size
    (896, 68)
    """
    order = np.lexsort((read, truth))[:MOST]
    n_rows = max(1, -(-len(order) // COLUMNS))
    sheet = Image.new("L", (COLUMNS * CELL, n_rows * (CELL + TEXT)), 235)
    canvas = ImageDraw.Draw(sheet)
    for place, index in enumerate(order):
        x, y = place % COLUMNS * CELL, place // COLUMNS * (CELL + TEXT)
        sheet.paste(_fitted(pictures[index]), (x + 1, y + 1))
        canvas.text((x + 3, y + CELL), f"{truth[index]} as {read[index]}", fill=0)
    return sheet


def _fitted(picture: NDArray[np.uint8]) -> Image.Image:
    """Cut a picture's ink out and fit it into a cell."""
    image = Image.fromarray(picture)
    written = image.crop(ImageOps.invert(image).getbbox())
    return ImageOps.pad(written, (CELL - 2, CELL - 2), color=255)
