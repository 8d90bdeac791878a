"""The same drawings, read by others: the tutorial's way and the plain model's."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from digitcore.tutorial import SOURCE, enlarge, tutorial_pipeline
from modelbuild.baselines import TutorialReader
from modelbuild.drawings import Drawings
from modelbuild.evaluation import Share
from modelbuild.glyphs import rows, views_of_drawings
from modelbuild.scanned import Scanned

PLAIN_NEIGHBORS = 5
PAD = 280  # pixels
DIGIT = (112, 180)  # width and height on it

Reader = Callable[[Sequence[NDArray[np.uint8]]], NDArray[np.int64]]


class Row(NamedTuple):
    """An approach and its share of right readings, by the name of the source."""

    approach: str
    shares: dict[str, Share]


def compare(scanned: Scanned, sets: list[Drawings]) -> list[Row]:
    """Have others read the held-out quarter of `load_digits` and more drawings.

    All of them have learnt from the other three quarters alone.

    Parameters
    ----------
    scanned : Scanned
    sets : list of Drawings

    Returns
    -------
    list of Row
    """
    everything = [held_out_drawings(scanned), *sets]
    return [
        Row(
            approach,
            {
                drawings.name: Share.of(
                    reader(list(drawings.pictures)) == drawings.digits
                )
                for drawings in everything
            },
        )
        for approach, reader in readers(scanned).items()
    ]


def readers(scanned: Scanned) -> dict[str, Reader]:
    """Train the approaches to compare with."""
    images = scanned.images[scanned.training]
    digits = scanned.glyphs.digits[scanned.training]
    plain = tutorial_pipeline(PLAIN_NEIGHBORS)
    views = scanned.glyphs.views[:, :1]  # the plain model takes one view
    plain.fit(rows(views[scanned.training]), digits)
    return {
        "the tutorial's steps as printed": TutorialReader(images, digits).read,
        "... with ink of 0 to 16": TutorialReader(images, digits, rescaled=True).read,
        "load_digits alone, this project's glyphs and features": (
            lambda drawings: plain.predict(rows(views_of_drawings(drawings)[:, :1]))
        ),
    }


def held_out_drawings(scanned: Scanned) -> Drawings:
    """Draw the held-out digits on a pad, as large as people do.

    Returns
    -------
    Drawings
        280 by 280 pixels with digits 180 pixels high, paper 255 and ink 0.
    """
    pictures = np.full((len(scanned.held_out), PAD, PAD), 255, np.uint8)
    for picture, image in zip(pictures, scanned.images[scanned.held_out], strict=True):
        ink = Image.fromarray(enlarge(image)).resize(DIGIT, Image.Resampling.BICUBIC)
        paper = np.round(255 * (1 - np.asarray(ink).clip(0, 1)))
        top, left = (PAD - ink.height) // 2, (PAD - ink.width) // 2
        picture[top : top + ink.height, left : left + ink.width] = paper
    return Drawings(
        f"{SOURCE}, held out", pictures, scanned.glyphs.digits[scanned.held_out]
    )
