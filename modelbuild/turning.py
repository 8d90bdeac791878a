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
    >>> turned(drawing, 90).min(axis=0).argmin() < 15  # now it lies
    True
    """
    return np.asarray(
        Image.fromarray(drawing).rotate(
            degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255
        )
    )
