"""Drawings on a pad that is held askew."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

STEEPEST = 25.0  # degrees


def turned(drawing: NDArray[np.uint8], degrees: float) -> NDArray[np.uint8]:
    """Turn a drawing anticlockwise; nothing is cut off.

    Parameters
    ----------
    drawing : uint8 array of shape (height, width)
        Paper 255 and ink 0.
    degrees : float

    Returns
    -------
    uint8 array, larger

    Examples
    --------
    >>> drawing = np.full((40, 40), 255, np.uint8)
    >>> drawing[5:35, 18:22] = 0
    >>> rows, columns = np.nonzero(turned(drawing, 90) < 128)
    >>> len(set(rows.tolist())), len(set(columns.tolist()))
    (4, 30)
    """
    return np.asarray(
        Image.fromarray(drawing).rotate(
            degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255
        )
    )
