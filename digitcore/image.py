"""Open any picture: the files, bytes, addresses and arrays that people have.

What can't be read is an `ImageError` that says what to do, never a traceback from
the depths of a decoder, and never more memory than a page can spare.
"""

import base64
import binascii
import io
import os
import struct
import warnings
import zlib
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote_to_bytes

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from digitcore.frame import Picture
from digitcore.paper import find_ink

AnyImage = Image.Image | str | os.PathLike[str] | bytes | NDArray[np.uint8]
"""A Pillow image, a path, a ``data:`` URI, an encoded file or pixels."""

FORMATS = ("PNG", "JPEG", "MPO", "WEBP", "GIF", "BMP", "TIFF", "PPM")
LARGEST_SIDE = 1024  # of what is worked on, in pixels
MOST_PIXELS = 80_000_000

# What Pillow's decoders raise on damaged files.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    IndexError,
    OverflowError,
    struct.error,
    zlib.error,
)


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
        1 is ink and 0 is paper; all 0 if nothing is drawn. A picture of more than
        1,024 pixels a side is reduced by a whole number.

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
    return find_ink(open_picture(image).image)


class Opened(NamedTuple):
    """A picture ready to be worked on.

    Attributes
    ----------
    image : PIL.Image.Image
        Upright, in mode L, RGB or RGBA, at most 1,024 pixels a side.
    scale : float
        Pixels of the picture as given per pixel of this one, on a side.
    """

    image: Image.Image
    scale: float


def open_picture(image: AnyImage) -> Opened:
    """Open whatever holds a picture, upright and no larger than is of use.

    Parameters
    ----------
    image : PIL.Image.Image, str, os.PathLike, bytes or uint8 array
        See `read_ink`.

    Returns
    -------
    Opened

    Raises
    ------
    ImageError
        If it is no picture that can be read.
    """
    if isinstance(image, Image.Image):
        return _prepare(image, max(image.size))
    if isinstance(image, np.ndarray):
        pixels = _from_pixels(image)
        return _prepare(pixels, max(pixels.size))
    if isinstance(image, str) and image[:5].lower() == "data:":
        image = _from_data_uri(image)
    if isinstance(image, bytes):
        return _decode(io.BytesIO(image))
    try:
        with Path(image).open("rb") as file:
            return _decode(file)
    except ImageError as error:
        raise ImageError(f"{os.fspath(image)}: {error}") from error
    except (OSError, ValueError) as error:  # no such file; no possible name
        reason = getattr(error, "strerror", None) or error
        raise ImageError(f"{os.fspath(image)} can't be opened: {reason}.") from error


def _decode(file: BinaryIO) -> Opened:
    with warnings.catch_warnings():
        # Pillow warns of odd metadata and of pictures that are not too large here.
        warnings.simplefilter("ignore")
        try:
            with Image.open(file) as picture:
                if picture.format not in FORMATS:
                    raise ImageError(f"{picture.format} files are not read. {_REMEDY}")
                side = max(picture.size)
                # JPEG can leave out detail while decoding, which is much faster.
                picture.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
                return _prepare(picture, side)
        except UnidentifiedImageError as error:
            raise ImageError(f"This is no picture that is known. {_REMEDY}") from error
        except Image.DecompressionBombError as error:
            raise ImageError(_TOO_LARGE) from error
        except ImageError:
            raise
        except _DAMAGE as error:
            raise ImageError(
                f"The picture is damaged or cut off ({error}). Save it once more."
            ) from error


def _prepare(picture: Image.Image, given_side: int) -> Opened:
    width, height = picture.size
    if not width or not height:
        raise ImageError("The picture has no pixels.")
    if width * height > MOST_PIXELS:
        raise ImageError(_TOO_LARGE)
    picture = _simplify(picture)
    factor = -(-max(width, height) // LARGEST_SIDE)
    if factor > 1:
        picture = picture.reduce(factor)
    return Opened(ImageOps.exif_transpose(picture), given_side / max(picture.size))


def _simplify(picture: Image.Image) -> Image.Image:
    """Convert to grey, RGB or RGBA, keeping metadata for its orientation."""
    if picture.mode in ("L", "RGB", "RGBA"):
        return picture
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode[0] in "IF":  # 16 or 32 bits, which Pillow would clip at 255
        values = np.asarray(picture, dtype=np.float64)
        if not np.isfinite(values).all():
            raise ImageError("The picture has pixels that are no numbers.")
        darkest, lightest = values.min(), values.max()
        if picture.mode.startswith("I;16"):
            darkest, lightest = 0, 65_535
        span = max(lightest - darkest, 1e-9)
        grey = Image.fromarray(np.uint8(255 * (values - darkest) / span))
        grey.info = picture.info
        return grey
    return picture.convert("RGB")


def _from_pixels(pixels: NDArray[np.uint8]) -> Image.Image:
    if (
        pixels.dtype != np.uint8
        or pixels.ndim not in (2, 3)
        or pixels.shape[2:]
        not in (
            (),
            (4,),
        )
    ):
        raise ImageError(
            f"Pixels of type {pixels.dtype} and shape {pixels.shape} are no picture: "
            "give a uint8 array of shape (height, width) or (height, width, 4)."
        )
    if not pixels.size:
        raise ImageError("The picture has no pixels.")
    return Image.fromarray(np.ascontiguousarray(pixels))


def _from_data_uri(uri: str) -> bytes:
    header, comma, body = uri.partition(",")
    if not comma:
        raise ImageError("The data: URI has no data; expected data:image/png;base64,…")
    data = unquote_to_bytes(body)
    if not header.lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(b"".join(data.split()), validate=True)
    except binascii.Error as error:
        raise ImageError(f"The data: URI is damaged ({error}).") from error


_REMEDY = "Use a PNG, JPEG, WebP, GIF, BMP or TIFF file."
_TOO_LARGE = (
    f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels. "
    "Cut out the digits or make it smaller."
)
