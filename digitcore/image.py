"""Any picture to ink.

The ink of a picture is how far each pixel differs from the paper: 1 is ink and 0
is paper, whichever of them is the darker one.
"""

import base64
import binascii
import io
import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from digitcore.glyph import Picture

AnyImage = Image.Image | str | os.PathLike[str] | bytes | NDArray[np.uint8]
"""A Pillow image, a path, an encoded file, a data: URI or pixels."""

FAINTEST_INK = 0.12  # of the span from black to white


class ImageError(ValueError):
    """The picture can't be read; the message says what to do."""


def read_ink(image: AnyImage) -> Picture:
    """Read the ink of a picture.

    Parameters
    ----------
    image : PIL.Image.Image, str, os.PathLike, bytes or uint8 array
        A picture, the path of one, the bytes of an encoded one, a ``data:`` URI,
        or pixels: (height, width) or (height, width, 4).

    Returns
    -------
    float32 array of shape (height, width)
        1 is ink and 0 is paper; all 0 if nothing is drawn.

    Raises
    ------
    ImageError
        If it is no picture that can be read.

    Examples
    --------
    >>> import numpy as np
    >>> blackboard = np.full((3, 3), 20, np.uint8)
    >>> blackboard[1, 1] = 220
    >>> read_ink(blackboard)
    array([[0., 0., 0.],
           [0., 1., 0.],
           [0., 0., 0.]], dtype=float32)
    """
    picture = open_picture(image)
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    grey = np.asarray(picture.convert("L"), dtype=np.float32)
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    difference = np.abs(grey - np.median(border))
    strongest = difference.max()
    if strongest < FAINTEST_INK * 255:
        return np.zeros(grey.shape, np.float32)
    ink: Picture = difference / strongest
    return ink


def open_picture(image: AnyImage) -> Image.Image:
    """Open whatever holds a picture; see `read_ink`."""
    if isinstance(image, Image.Image):
        return image
    if isinstance(image, np.ndarray):
        if image.dtype != np.uint8 or not (
            image.ndim == 2 or (image.ndim == 3 and image.shape[2] == 4)
        ):
            raise ImageError(
                f"Pixels of type {image.dtype} and shape {image.shape} are no picture: "
                "give a uint8 array of shape (height, width) or (height, width, 4)."
            )
        return Image.fromarray(np.ascontiguousarray(image))
    try:
        picture = Image.open(io.BytesIO(_encoded(image)))
        return ImageOps.exif_transpose(picture)
    except (OSError, Image.DecompressionBombError) as error:
        raise ImageError(f"This is no picture that can be read: {error}") from error


def _encoded(image: str | os.PathLike[str] | bytes) -> bytes:
    if isinstance(image, bytes):
        return image
    if isinstance(image, str) and image.startswith("data:"):
        header, _, body = image.partition(",")
        data = unquote_to_bytes(body)
        if header.endswith(";base64"):
            try:
                data = base64.b64decode(data, validate=True)
            except binascii.Error as error:
                raise ImageError(f"The data: URI is damaged: {error}.") from error
        return data
    return Path(image).read_bytes()
