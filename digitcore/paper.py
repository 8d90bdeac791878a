"""Tell ink from paper.

Ink is whatever differs from the paper, in whichever colour and whether darker or
lighter. A drawing's paper is one colour; a photo's is brighter here than there, so
it is estimated everywhere from the surroundings.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter, ImageOps

from digitcore.frame import Picture
from digitcore.ruling import without_ruling
from digitcore.sheet import find_sheet
from digitcore.threshold import separate, without_specks

SLIGHT = 12  # a difference that paper may have from itself, of 255
SMALLEST_PHOTO = 128  # pixels; smaller pictures have even paper
BACKGROUND_SIZE = 64  # pixels, for estimating uneven paper
BACKGROUND_WINDOW = 23  # wider than two strokes of a close-up


def find_ink(picture: Image.Image) -> Picture:
    """Find the ink in a picture.

    Parameters
    ----------
    picture : PIL.Image.Image
        In mode L, RGB or RGBA.

    Returns
    -------
    float32 array of shape (height, width)
        1 is ink and 0 is paper; all 0 if nothing is drawn.

    Examples
    --------
    >>> from PIL import Image
    >>> yellow_on_white = Image.new("RGB", (4, 3), "white")
    >>> yellow_on_white.putpixel((2, 1), (255, 255, 0))
    >>> find_ink(yellow_on_white)
    array([[0., 0., 0., 0.],
           [0., 0., 1., 0.],
           [0., 0., 0., 0.]], dtype=float32)
    """
    if picture.mode == "RGBA":
        if is_ink_on_nothing(picture):
            return without_specks(separate(picture.getchannel("A")))
        picture = make_opaque(picture)
    if min(picture.size) < SMALLEST_PHOTO:
        return without_specks(separate(from_even_paper(picture)))
    ink = np.zeros(picture.size[::-1], np.float32)
    left, top, right, bottom = find_sheet(picture) or (0, 0, *picture.size)
    sheet = picture.crop((left, top, right, bottom))
    difference = from_even_paper(sheet)
    if _is_shaded(difference):
        difference = from_uneven_paper(sheet)
    difference = Image.fromarray(without_ruling(np.asarray(difference)))
    ink[top:bottom, left:right] = without_specks(separate(difference))
    return ink


def is_ink_on_nothing(picture: Image.Image) -> bool:
    """Whether what is opaque is ink, so that white ink counts like black.

    It is where most of the picture is transparent, or all that is not has one
    colour. Else the paper is opaque too.

    Parameters
    ----------
    picture : PIL.Image.Image
        In mode RGBA.

    Examples
    --------
    >>> cleared = Image.new("RGBA", (9, 9), (0, 0, 0, 0))
    >>> cleared.putpixel((4, 4), (255, 255, 255, 255))
    >>> is_ink_on_nothing(cleared)
    True
    """
    counts = np.array(picture.getchannel("A").histogram())
    opaque, total = counts[128:].sum(), counts.sum()
    if opaque == total:
        return False
    if opaque < total / 2:
        return True
    # Thin ink covers little of a sheet of paper with transparent corners.
    darkest, lightest = np.percentile(_opaque_colours(picture), (0.01, 99.99), axis=0)
    return bool((lightest - darkest).max() < 4 * SLIGHT)


def make_opaque(picture: Image.Image) -> Image.Image:
    """Fill what is transparent with the colour that most of the rest has."""
    if picture.getchannel("A").getextrema() == (255, 255):
        return picture.convert("RGB")
    colour = _colour(np.median(_opaque_colours(picture), axis=0))
    paper = Image.new("RGBA", picture.size, colour)
    return Image.alpha_composite(paper, picture).convert("RGB")


def from_even_paper(picture: Image.Image) -> Image.Image:
    """Measure how far every pixel is from the colour along the border.

    Returns
    -------
    PIL.Image.Image
        In mode L: the difference in the channel where it is greatest.

    Examples
    --------
    >>> picture = Image.new("RGB", (3, 3), (200, 200, 200))
    >>> picture.putpixel((1, 1), (190, 150, 205))
    >>> from_even_paper(picture).getpixel((1, 1))
    50
    """
    colour = _colour(np.median(_border(np.asarray(picture)), axis=0))
    paper = Image.new(picture.mode, picture.size, colour)
    return _strongest(ImageChops.difference(picture, paper))


def from_uneven_paper(picture: Image.Image) -> Image.Image:
    """Measure how far every pixel is from the paper around it.

    The paper is the median of a wide window in a small copy. A shadow takes the
    same share of light from paper and ink, so differences are relative.

    Returns
    -------
    PIL.Image.Image
        In mode L, as from `from_even_paper`.

    Examples
    --------
    >>> light = np.linspace(100, 250, 200)
    >>> page = np.tile(light, (200, 1))
    >>> page[90:110, 50:150] *= 0.4
    >>> found = np.asarray(from_uneven_paper(Image.fromarray(page.astype(np.uint8))))
    >>> bool(found[90:110, 50:150].min() > 100 > 20 > found[150:].max())
    True
    """
    small = picture.copy()
    small.thumbnail((BACKGROUND_SIZE, BACKGROUND_SIZE), Image.Resampling.BOX)
    # Pillow's rank filter leaves the border as it is.
    margin = BACKGROUND_WINDOW // 2
    padded = np.asarray(small)
    padded = np.pad(
        padded, [(margin, margin)] * 2 + [(0, 0)] * (padded.ndim - 2), "edge"
    )
    median = Image.fromarray(padded).filter(ImageFilter.MedianFilter(BACKGROUND_WINDOW))
    median = ImageOps.crop(median, margin).filter(ImageFilter.GaussianBlur(2))
    paper = median.resize(picture.size, Image.Resampling.BICUBIC)
    level = np.maximum(np.asarray(paper, dtype=np.float32), 16)
    darker = 1 - np.asarray(picture, dtype=np.float32) / level
    if np.square(darker.clip(max=0)).sum() > np.square(darker.clip(min=0)).sum():
        darker = -darker  # chalk on a board
    share = Image.fromarray(np.uint8(255 * darker.clip(0, 1)))
    return _strongest(share)


def _is_shaded(difference: Image.Image) -> bool:
    """Whether the border fades, as in photos; ink that crosses it does not."""
    pixels = np.asarray(difference)
    border = _border(pixels)
    fading = (border > SLIGHT) & (border < pixels.max() / 2)
    return bool(fading.mean() > 0.05)


def _opaque_colours(picture: Image.Image) -> NDArray[np.uint8]:
    pixels = np.asarray(picture)
    colours: NDArray[np.uint8] = pixels[pixels[:, :, 3] >= 128][:, :3]
    return colours


def _border(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])


def _colour(levels: NDArray[np.floating]) -> int | tuple[int, ...]:
    if not levels.ndim:
        return int(levels)
    return tuple(int(level) for level in levels)


def _strongest(difference: Image.Image) -> Image.Image:
    first, *others = difference.split()
    for other in others:
        first = ImageChops.lighter(first, other)
    return first
