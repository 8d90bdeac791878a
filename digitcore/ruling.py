"""Take the printed lines out of ruled and squared paper.

Printed lines run straight through the whole picture, and nothing that is written
does: along a line the median of the ink is the line's, however often it is crossed.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import grey_closing, maximum_filter1d, median_filter

Difference = NDArray[np.uint8]
"""How far each pixel is from the paper's colour, (height, width)."""

STEEPEST_TILT = 0.08  # pixels down per pixel across
BLOCKS = 32  # stretches of a line that are looked at one by one
SLIGHTEST_LINE = 6  # of 255
THROUGH = 0.85  # of the picture, that a printed line runs through
FEWEST_LINES = 2
BORDER = 8  # pixels
GAP = 11  # pixels of a stroke that a line may hide


def without_ruling(difference: Difference) -> Difference:
    """Remove printed lines, both across and down.

    Parameters
    ----------
    difference : uint8 array of shape (height, width)

    Returns
    -------
    uint8 array of shape (height, width)
        The same array if there are no such lines.

    Examples
    --------
    >>> ruled = np.zeros((200, 200), np.uint8)
    >>> ruled[20::40] = 60
    >>> ruled[50:150, 100:110] = 200
    >>> cleared = without_ruling(ruled)
    >>> int(cleared[:, :90].max()), int(cleared[50:150, 100:110].min())
    (0, 200)
    """
    if not _is_crossed(difference, FEWEST_LINES) and not _is_crossed(
        difference.T, FEWEST_LINES
    ):
        return difference
    # On ruled paper a single line, like that of a margin, is printed too.
    return without_lines_across(without_lines_across(difference).T).T


def without_lines_across(difference: Difference) -> Difference:
    """Remove printed lines that run from left to right."""
    if not _is_crossed(difference, 1):
        return difference
    tilt = tilt_of_lines(difference)
    lines = _shear(_levels(_shear(difference, tilt), tilt), -tilt)
    hidden = (lines > 0) & (difference < 1.4 * lines + SLIGHTEST_LINE)
    cleared = np.where(hidden, np.uint8(0), difference)
    bridged: Difference = grey_closing(cleared, (GAP, 1))
    return np.where(hidden, bridged, difference)


def tilt_of_lines(difference: Difference) -> float:
    """Find the shear after which rows differ most: then the lines lie level.

    Returns
    -------
    float
        Pixels down per pixel across.
    """
    best = 0.0
    for size, reach, count in ((256, STEEPEST_TILT, 33), (512, 0.005, 21)):
        small = Image.fromarray(difference)
        small.thumbnail((size, size), Image.Resampling.BOX)
        pixels = np.asarray(small)
        tilts = best + np.linspace(-reach, reach, count)
        best = float(
            max(tilts, key=lambda tilt: _shear(pixels, tilt).mean(axis=1).var())
        )
    return best


def _is_crossed(difference: Difference, lines: int) -> bool:
    """Whether so many lines reach both the left and the right border."""
    for border in (difference[:, :BORDER], difference[:, -BORDER:]):
        profile = border.mean(axis=1)
        dark = profile > np.median(profile) + SLIGHTEST_LINE / 2
        if np.count_nonzero(np.diff(dark.astype(np.int8)) == 1) < lines:
            return False
    return True


def _levels(difference: Difference, tilt: float) -> Difference:
    """Level of the line at every pixel of a sheared picture, 0 where is none."""
    height, width = difference.shape
    stretch = width // BLOCKS
    if not stretch:
        return np.zeros_like(difference)
    thick = maximum_filter1d(difference, 5, axis=0)[:, : stretch * BLOCKS]
    levels = np.median(thick.reshape(height, BLOCKS, stretch), axis=2)
    levels = median_filter(levels, (1, 9), mode="nearest")
    is_line = levels > np.median(levels, axis=0) + SLIGHTEST_LINE
    # The shear brought in rows from outside the picture, where no line goes on.
    middles = (np.arange(BLOCKS) + 0.5) * stretch - width / 2
    rows = np.arange(height)[:, None] + tilt * middles
    inside = (rows >= 0) & (rows < height)
    share = (is_line & inside).sum(axis=1) / np.maximum(inside.sum(axis=1), 1)
    is_line &= (share > THROUGH)[:, None]
    levels[~is_line] = 0
    across = levels.repeat(stretch, axis=1)
    across = np.pad(across, ((0, 0), (0, width - across.shape[1])), "edge")
    return across.astype(np.uint8)


def _shear(pixels: Difference, tilt: float) -> Difference:
    """Move columns up by the tilt, turning about the middle; edges are repeated."""
    height, width = pixels.shape
    margin = int(abs(tilt) * width / 2) + 1
    padded = Image.fromarray(np.pad(pixels, ((margin, margin), (0, 0)), "edge"))
    shear = (1, 0, 0, tilt, 1, margin - tilt * width / 2)
    return np.asarray(padded.transform((width, height), Image.Transform.AFFINE, shear))
