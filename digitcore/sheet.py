"""Find the sheet of paper in a photo that shows the table around it."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from digitcore.threshold import otsu

MAP_SIZE = 160  # pixels
SMALLEST_SHEET = 0.25  # of the picture
MOST_TRIMMED = 0.24  # of the sheet's side, where it lies askew
STEP = 0.02
MOSTLY_PAPER = 0.85  # of a sheet; bold letters have holes

Box = tuple[int, int, int, int]


def find_sheet(picture: Image.Image) -> Box | None:
    """Find a bright sheet on a dark ground.

    It is a bright rectangle whose whole frame is bright. Bright writing on a dark
    board has no such frame.

    Parameters
    ----------
    picture : PIL.Image.Image
        In mode L or RGB.

    Returns
    -------
    tuple of int, or None
        Left, top, right and bottom of what surely is paper; None if the picture
        shows nothing but paper, or no sheet.

    Examples
    --------
    >>> table = Image.new("L", (400, 300), 60)
    >>> table.paste(230, (100, 50, 300, 250))
    >>> find_sheet(table)
    (100, 50, 300, 250)
    """
    small = picture.convert("L")
    small.thumbnail((MAP_SIZE, MAP_SIZE), Image.Resampling.BOX)
    grey = np.asarray(small)
    bright = grey >= otsu(np.bincount(grey.ravel(), minlength=256))
    if not bright.any() or _frame(bright).mean() > 0.5:
        return None
    rows = np.flatnonzero(bright.mean(axis=1) > bright.mean(axis=1).max() / 2)
    columns = np.flatnonzero(bright.mean(axis=0) > bright.mean(axis=0).max() / 2)
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    for trimmed in np.arange(0, MOST_TRIMMED, STEP):
        y, x = int(trimmed * (bottom - top) / 2), int(trimmed * (right - left) / 2)
        inner = bright[top + y : bottom - y, left + x : right - x]
        if inner.size < SMALLEST_SHEET * bright.size:
            return None
        if _frame(inner).mean() > 0.98 and inner.mean() > MOSTLY_PAPER:
            scale = np.array(picture.size) / small.size
            start = np.ceil(np.array([left + x, top + y]) * scale).astype(int)
            stop = (np.array([right - x, bottom - y]) * scale).astype(int)
            return int(start[0]), int(start[1]), int(stop[0]), int(stop[1])
    return None


def _frame(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
