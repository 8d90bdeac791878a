"""Ink to glyph: what a digit looks like once its writer's habits are taken out.

Slant, centre, size, aspect and stroke width differ from hand to hand and say
nothing about which digit was meant. Each is measured and evened out by one small
function here, after [1]_:

    ink -> `crop` -> `upright` -> `centred` -> `even_stroke` -> glyph

No single way of doing so is best for every digit, so three are used side by side
(the *views*): by moments, by bounding box, and by moments with the slant kept.

References
----------
.. [1] C.-L. Liu, K. Nakashima, H. Sako and H. Fujisawa, "Handwritten digit
   recognition: investigation of normalization and feature extraction
   techniques", Pattern Recognition 37 (2004), 265-279.
"""

from typing import NamedTuple

import numpy as np
from PIL import Image
from scipy.ndimage import distance_transform_edt

from digitcore.frame import (
    Frame,
    Picture,
    bounds,
    box_frame,
    fitted_size,
    measure,
    moment_frame,
    slant_of,
)

GLYPH_SIZE = 32
VIEWS = ("moments", "box", "slanted")

CROP_SIZE = 56  # the longer side of a crop, in pixels
CROP_MARGIN = 6
MOMENT_ROOM = 28  # pixels of a glyph that this size is scaled to
BOX_ROOM = 26
STROKE_WIDTH = 4.0  # of a glyph's 32 pixels
DETAIL = 2  # glyphs are rendered this many times larger, then averaged


class Glyph(NamedTuple):
    """A normalised digit.

    Attributes
    ----------
    views : float32 array of shape (n_views, 32, 32)
        The digit as normalised in each of the `VIEWS`.
    stages : dict of str to float32 array
        The picture of every step of the first view, by the step's name.
    """

    views: Picture
    stages: dict[str, Picture]


def normalise(ink: Picture, n_views: int = len(VIEWS)) -> Glyph:
    """Normalise the ink of one digit.

    Parameters
    ----------
    ink : float32 array of shape (height, width)
        1 is ink and 0 is paper, as `digitcore.image.read_ink` gives it.
    n_views : int, default=3
        How many of the `VIEWS` to make, from the first.

    Returns
    -------
    Glyph
        The digit's views, and the picture of every stage.

    Raises
    ------
    ValueError
        If nothing is written there.

    Examples
    --------
    >>> import numpy as np
    >>> ink = np.zeros((100, 100), np.float32)
    >>> ink[20:80, 45:55] = 1
    >>> glyph = normalise(ink)
    >>> glyph.views.shape
    (3, 32, 32)
    >>> list(glyph.stages)
    ['ink', 'crop', 'upright', 'centred', 'stroke']
    """
    cropped = crop(ink)
    moments = measure(cropped)
    slant = slant_of(moments)
    standing = moment_frame(moments, slant)
    frames = (
        (standing, MOMENT_ROOM),
        (box_frame(cropped, moments, slant), BOX_ROOM),
        (moment_frame(moments, 0.0), MOMENT_ROOM),
    )
    placed = [centred(cropped, frame, room) for frame, room in frames[:n_views]]
    views = np.stack([even_stroke(picture) for picture in placed])
    stages = {
        "ink": ink,
        "crop": cropped,
        "upright": upright(cropped, standing),
        "centred": _reduce(placed[0]),
        "stroke": views[0],
    }
    return Glyph(views, stages)


def crop(ink: Picture) -> Picture:
    """Cut the written part out and scale its longer side to 56 pixels.

    Parameters
    ----------
    ink : float32 array of shape (height, width)

    Returns
    -------
    float32 array
        The crop, with a margin of 6 pixels of paper.

    Raises
    ------
    ValueError
        If nothing is written there.
    """
    top, bottom, left, right = bounds(ink)
    part = ink[top:bottom, left:right]
    height, width = part.shape
    scale = CROP_SIZE / max(height, width)
    size = (max(round(width * scale), 3), max(round(height * scale), 3))
    scaled = np.asarray(
        Image.fromarray(np.ascontiguousarray(part)).resize(
            size, Image.Resampling.BILINEAR
        )
    )
    # A thin line pales when it is made smaller; the mean ink of ink is its level.
    level = np.vdot(scaled, scaled) / scaled.sum()
    return np.pad(np.minimum(scaled / level, 1), CROP_MARGIN)


def upright(picture: Picture, frame: Frame) -> Picture:
    """Shear a picture so that its digit leans no more.

    Parameters
    ----------
    picture : float32 array of shape (height, width)
    frame : Frame

    Returns
    -------
    float32 array of shape (height, width)

    Examples
    --------
    >>> diagonal = np.eye(5, dtype=np.float32)
    >>> upright(diagonal, Frame(x=2, y=2, width=5, height=5, slant=1.0))[:, 2]
    array([1., 1., 1., 1., 1.], dtype=float32)
    """
    shear = (1, frame.slant, -frame.slant * (frame.y + 0.5), 0, 1, 0)
    height, width = picture.shape
    return _transform(picture, (width, height), shear)


def centred(picture: Picture, frame: Frame, room: float) -> Picture:
    """Bring what is framed upright, to its size and into the glyph's middle.

    Returns
    -------
    float32 array of shape (64, 64)
        Twice the size of a glyph, for `even_stroke` to work on.
    """
    size = GLYPH_SIZE * DETAIL
    width, height = fitted_size(frame, room * DETAIL)
    across, down = frame.width / width, frame.height / height
    lean = frame.slant * down
    # From a pixel of the glyph to the pixel of the picture shown there; Pillow
    # counts from the corner of a pixel, moments from its middle.
    middle = size / 2
    return _transform(
        picture,
        (size, size),
        (
            across,
            lean,
            frame.x + 0.5 - (across + lean) * middle,
            0,
            down,
            frame.y + 0.5 - down * middle,
        ),
    )


def even_stroke(picture: Picture) -> Picture:
    """Thicken or thin all strokes to a width of 4 pixels of the glyph's 32.

    The signed distance to the ink's edge is cut at another level: the strokes
    keep their middle line, and small loops stay open as long as they can.

    Parameters
    ----------
    picture : float32 array of shape (64, 64)

    Returns
    -------
    float32 array of shape (32, 32)
    """
    written = picture > 0.45
    if written.any() and not written.all():
        distance = distance_transform_edt(written) - distance_transform_edt(~written)
        # The mean distance inside a bar of width w is w / 4.
        width = 4 * (distance[written].mean() - 0.25)
        level = (width - STROKE_WIDTH * DETAIL) / 2
        level = min(level, distance.max() - 1.5)
        picture = np.clip((distance - level) / 2 + 0.5, 0, 1).astype(np.float32)
    return _reduce(picture)


def _reduce(picture: Picture) -> Picture:
    height, width = picture.shape
    blocks = picture.reshape(height // DETAIL, DETAIL, width // DETAIL, DETAIL)
    mean: Picture = blocks.mean(axis=(1, 3), dtype=np.float32)
    return mean


def _transform(
    picture: Picture, size: tuple[int, int], matrix: tuple[float, ...]
) -> Picture:
    return np.asarray(
        Image.fromarray(picture).transform(
            size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR
        )
    )
