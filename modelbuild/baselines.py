"""What others would get: the tutorial's own steps, for comparison.

These are the steps of the tutorial this project grew from, faults and all: the crop
is squashed to 8 by 8 pixels whatever its proportions, and its ink is 0 to 255
although the classifier has learnt from ink of 0 to 16.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageOps
from sklearn.neighbors import KNeighborsClassifier

PADDING = 30  # pixels
N_NEIGHBORS = 3


def tutorial_pixels(drawing: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Prepare a drawing as the tutorial does.

    Parameters
    ----------
    drawing : uint8 array of shape (height, width)
        Paper 255 and ink 0.

    Returns
    -------
    float64 array of shape (64,)
        0 to 255.
    """
    picture = Image.fromarray(drawing)
    paper = Image.new("L", picture.size, picture.getpixel((0, 0)))
    trimmed = picture.crop(ImageChops.difference(picture, paper).getbbox())
    padded = ImageOps.expand(trimmed, border=PADDING, fill=255)
    small = ImageOps.invert(padded).resize((8, 8), Image.Resampling.BILINEAR)
    return np.asarray(small, dtype=np.float64).ravel()


class TutorialReader:
    """The tutorial's classifier: neighbours among the pixels of `load_digits`.

    Parameters
    ----------
    images : float64 array of shape (n, 8, 8)
        0 to 16.
    digits : int64 array of shape (n,)
    rescaled : bool
        Whether to mend the scale of the ink, if nothing else.
    """

    def __init__(
        self,
        images: NDArray[np.float64],
        digits: NDArray[np.int64],
        *,
        rescaled: bool = False,
    ):
        self.scale = 16 / 255 if rescaled else 1.0
        self.classifier = KNeighborsClassifier(N_NEIGHBORS, algorithm="brute")
        self.classifier.fit(images.reshape(len(images), -1), digits)

    def read(self, drawings: list[NDArray[np.uint8]]) -> NDArray[np.int64]:
        """Read drawings."""
        pixels = np.stack([tutorial_pixels(drawing) for drawing in drawings])
        digits: NDArray[np.int64] = self.classifier.predict(pixels * self.scale)
        return digits
