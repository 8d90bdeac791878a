"""The recogniser: a picture in, an answer with its reasons out."""

import os
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from digitcore import store
from digitcore.features import draw_features
from digitcore.glyph import GLYPH_SIZE, Glyph, Picture, bounds, normalise
from digitcore.image import AnyImage, read_ink
from digitcore.refusal import strangeness

Kind = Literal["answer", "unsure", "not-a-digit", "empty"]
Box = tuple[int, int, int, int]

NEIGHBORS_SHOWN = 7
WIDEST = 1.8  # width over height of what may be one digit
SMALLEST = 0.02  # a digit's longer side, of that of the picture


class Neighbor(NamedTuple):
    """A training example that voted.

    Attributes
    ----------
    digit : int
    distance : float
        In the learnt space.
    weight : float
        Its share of all votes, 0..1.
    glyph : PIL.Image.Image
        Black on white.
    source : str
        Where the example comes from.
    """

    digit: int
    distance: float
    weight: float
    glyph: Image.Image
    source: str


class Stage(NamedTuple):
    """The picture of one step of the way, black on white."""

    name: str
    image: Image.Image


@dataclass(frozen=True, eq=False)
class Recognition:
    """What was read, and why.

    Attributes
    ----------
    kind : {"answer", "unsure", "not-a-digit", "empty"}
    digit : int or None
        The answer; the best guess when unsure; None when refused or empty.
    confidence : float
        Probability of the likeliest digit, given that a digit was meant.
    probabilities : float64 array of shape (10,)
        Of every digit; zeros when empty.
    neighbors : tuple of Neighbor
        The nearest examples, nearest first.
    stages : tuple of Stage
        ink, crop, upright, centred, stroke and features.
    box : tuple of int, or None when empty
        Left, top, right and bottom of the ink in the picture, in pixels.
    """

    kind: Kind
    digit: int | None
    confidence: float
    probabilities: NDArray[np.float64]
    neighbors: tuple[Neighbor, ...]
    stages: tuple[Stage, ...]
    box: Box | None


class Recognizer:
    """Reads handwritten digits.

    Parameters
    ----------
    model : digitcore.store.Model

    Examples
    --------
    >>> from PIL import Image, ImageDraw
    >>> from digitcore.tutorial import train_tutorial_model
    >>> pad = Image.new("L", (280, 280), "white")
    >>> ImageDraw.Draw(pad).ellipse((90, 60, 190, 220), outline="black", width=20)
    >>> recognizer = Recognizer(train_tutorial_model())
    >>> recognizer.recognize(pad).digit
    0
    """

    def __init__(self, model: store.Model):
        self.model = model
        self._embed = model.pipeline[:-1]
        self._n_views = model.pipeline.n_features_in_ // GLYPH_SIZE**2
        self._classifier = model.pipeline[-1]
        self._labels = self._classifier.classes_[self._classifier._y]

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None) -> Self:
        """Load the model in a folder, by default ``model/``.

        Raises
        ------
        ModelError
            If it is missing, damaged or of another version.
        """
        return cls(store.load(path))

    def recognize(self, image: AnyImage) -> Recognition:
        """Read one digit.

        Parameters
        ----------
        image : PIL.Image.Image, str, os.PathLike, bytes or uint8 array
            See `digitcore.image.read_ink`.

        Returns
        -------
        Recognition

        Raises
        ------
        ImageError
            If it is no picture that can be read.
        """
        ink = read_ink(image)
        if not ink.any():
            return _nothing(ink)
        top, bottom, left, right = bounds(ink)
        glyph = normalise(ink, self._n_views)
        embedded = self._embed.transform(glyph.views.reshape(1, -1))
        probabilities = self._classifier.predict_proba(embedded)[0]
        best = int(probabilities.argmax())
        confidence = float(probabilities[best])
        kind: Kind = "answer"
        if confidence < self.model.card["thresholds"]["confidence"]:
            kind = "unsure"
        width, height = right - left, bottom - top
        if (
            width > WIDEST * height
            or max(width, height) < SMALLEST * max(ink.shape)
            or self._is_strange(embedded)
        ):
            kind = "not-a-digit"
        return Recognition(
            kind=kind,
            digit=None if kind == "not-a-digit" else best,
            confidence=confidence,
            probabilities=probabilities,
            neighbors=self._neighbors(embedded),
            stages=_stages(glyph),
            box=(left, top, right, bottom),
        )

    def _is_strange(self, embedded: NDArray[np.float32]) -> bool:
        if not len(self.model.nondigits):
            return False
        ratio = strangeness(
            embedded, self._classifier._fit_X, self._labels, self.model.nondigits
        )
        return bool(ratio[0] > self.model.card["thresholds"]["strangeness"])

    def _neighbors(self, embedded: NDArray[np.float32]) -> tuple[Neighbor, ...]:
        distances, indices = self._classifier.kneighbors(embedded)
        weights = self._classifier.weights(distances)
        weights /= weights.sum()
        return tuple(
            Neighbor(
                digit=int(self._labels[index]),
                distance=float(distance),
                weight=float(weight),
                glyph=Image.fromarray(255 - self.model.examples[index]),
                source=self.model.sources[index],
            )
            for index, distance, weight in zip(
                indices[0, :NEIGHBORS_SHOWN], distances[0], weights[0], strict=False
            )
        )


def _nothing(ink: Picture) -> Recognition:
    return Recognition(
        kind="empty",
        digit=None,
        confidence=0.0,
        probabilities=np.zeros(10),
        neighbors=(),
        stages=(Stage("ink", _black_on_white(ink)),),
        box=None,
    )


def _stages(glyph: Glyph) -> tuple[Stage, ...]:
    pictures = glyph.stages | {"features": draw_features(glyph.views[0])}
    return tuple(
        Stage(name, _black_on_white(picture)) for name, picture in pictures.items()
    )


def _black_on_white(ink: Picture) -> Image.Image:
    return Image.fromarray(np.round(255 * (1 - ink)).astype(np.uint8))
