"""Draw the line between what is paper and what is ink, and wipe away specks."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import label, maximum_filter

from digitcore.frame import INK_THRESHOLD, Picture

FAINTEST = 10  # the least difference that can be ink, of 255
NOISIEST = 80  # the greatest that can be noise
SPECK = 0.015  # of all ink; the tap of a pen is more than the dust of a photo
SPECK_BESIDE = 0.2  # of the largest piece, so that dotted lines are kept
SPECK_MAP_SIZE = 160  # pixels
HAZE = 0.1  # of the picture; soft edges of a drawing cover less
HAZE_DISTANCE = 7  # pixels of that map, across


def separate(difference: Image.Image) -> Picture:
    """Scale differences so that the paper's are 0 and the ink's are 1.

    Parameters
    ----------
    difference : PIL.Image.Image
        In mode L.

    Returns
    -------
    float32 array of shape (height, width)

    Examples
    --------
    >>> faint = np.full((4, 4), 2, np.uint8)
    >>> faint[1, 1:3] = 40
    >>> separate(Image.fromarray(faint))[1]
    array([0., 1., 1., 0.], dtype=float32)
    """
    counts = np.array(difference.histogram())
    threshold = otsu(counts)
    ink_level = _percentile(counts, threshold, 256, 0.9)
    noise = _percentile(counts, 0, threshold, 0.9)
    empty_below = max(FAINTEST, min(3 * min(2 * noise, 0.8 * threshold), NOISIEST))
    # Soft edges fill much of a close crop: they are no noise, and tell something.
    floor = min(2 * noise, 0.25 * ink_level)
    pixels = np.asarray(difference)
    if ink_level < empty_below:
        return np.zeros(pixels.shape, np.float32)
    scaled = (np.arange(256, dtype=np.float32) - floor) / (ink_level - floor)
    ink: Picture = scaled.clip(0, 1)[pixels]
    return ink


def without_specks(ink: Picture) -> Picture:
    """Wipe away pieces with hardly any of the ink: dust, noise and stray taps.

    The haze that a photo has all over goes with them.

    Parameters
    ----------
    ink : float32 array of shape (height, width)

    Returns
    -------
    float32 array of shape (height, width)

    Examples
    --------
    >>> ink = np.zeros((40, 40), np.float32)
    >>> ink[10:30, 18:22] = 1
    >>> ink[2, 37] = 1
    >>> float(ink.sum()), float(without_specks(ink).sum())
    (81.0, 80.0)
    """
    factor = -(-max(ink.shape) // SPECK_MAP_SIZE)
    margins = [(0, -side % factor) for side in ink.shape]
    written = np.pad(ink > INK_THRESHOLD, margins)
    for axis in (0, 1):  # written on anywhere in a block
        written = np.logical_or.reduce(
            [written.swapaxes(0, axis)[row::factor] for row in range(factor)]
        ).swapaxes(0, axis)
    pieces, _ = label(written, np.ones((3, 3)))
    small = np.asarray(Image.fromarray(ink).reduce(factor))
    amounts = np.bincount(pieces.ravel(), weights=small.ravel(), minlength=2)
    amounts[0] = 0
    specks = amounts < min(SPECK * amounts.sum(), SPECK_BESIDE * amounts.max())
    specks[0] = False
    wiped = specks[pieces]
    faint = (small > 0) & ~written
    if faint.mean() > HAZE:
        away = ~maximum_filter(written & ~wiped, HAZE_DISTANCE)
        if (faint & away).mean() > HAZE:
            wiped |= away
    if not wiped.any():
        return ink
    mask = wiped.repeat(factor, axis=0).repeat(factor, axis=1)
    return np.where(mask[: ink.shape[0], : ink.shape[1]], np.float32(0), ink)


def otsu(counts: NDArray[np.integer]) -> int:
    """Threshold a histogram so that its two parts differ most [1]_.

    Parameters
    ----------
    counts : int array of shape (256,)

    Returns
    -------
    int
        The first value of the upper part.

    References
    ----------
    .. [1] N. Otsu, "A threshold selection method from gray-level histograms",
       IEEE Transactions on Systems, Man and Cybernetics 9 (1979), 62-66.

    Examples
    --------
    >>> counts = np.zeros(256, int)
    >>> counts[[3, 4, 90, 91]] = 50, 40, 5, 5
    >>> otsu(counts)
    5
    """
    values = np.arange(256)
    below, total = counts.cumsum()[:-1].astype(float), float(counts.sum())
    above = total - below
    sum_below = (counts * values).cumsum()[:-1].astype(float)
    mean_below = sum_below / np.maximum(below, 1)
    mean_above = ((counts * values).sum() - sum_below) / np.maximum(above, 1)
    between = below * above * (mean_above - mean_below) ** 2
    return int(between.argmax()) + 1


def _percentile(
    counts: NDArray[np.integer], start: int, stop: int, share: float
) -> int:
    """Value below which a share of a histogram's part lies."""
    part = counts[start:stop].cumsum()
    return start + int(np.searchsorted(part, share * part[-1]))
