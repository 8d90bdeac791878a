"""The recogniser: a picture in, an answer with its reasons out."""

import os
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from digitcore import store
from digitcore.features import FEATURES_PER_VIEW, draw_features
from digitcore.frame import Picture, bounds
from digitcore.glyph import GLYPH_SIZE, Glyph, normalise
from digitcore.image import AnyImage, open_picture
from digitcore.number import cheapest_row, find_segments, segment_costs
from digitcore.paper import find_ink
from digitcore.recognition import Box, Kind, Neighbor, Number, Recognition, Stage
from digitcore.refusal import (
    NEAREST_DIGITS,
    digit_distance,
    distances,
    has_no_digits_shape,
    nearest_mean,
    strangeness,
)

Rows = NDArray[np.float32]
"""One row a sample."""

ROW_LENIENCE = 1.2  # how much stranger a digit may be among others


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
    >>> row = Image.new("L", (500, 280), "white")
    >>> row.paste(pad, (0, 0))
    >>> row.paste(pad, (220, 0))
    >>> recognizer.recognize_number(row).text
    '00'
    """

    def __init__(self, model: store.Model):
        self.model = model
        self._features = model.pipeline[:1]
        self._metric = model.pipeline[1:-1]
        self._n_views = model.pipeline.n_features_in_ // GLYPH_SIZE**2
        self._classifier = model.pipeline[-1]
        self._prototypes = self._classifier._fit_X
        self._labels = self._classifier.classes_[self._classifier._y]
        self._thresholds = model.card["thresholds"]

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
        picture, scale = open_picture(image)
        ink = find_ink(picture)
        if not ink.any():
            return _nothing(ink)
        top, bottom, left, right = bounds(ink)
        glyph = normalise(ink, self._n_views)
        features, embedded = self._measure([glyph])
        return self._explain(
            glyph,
            features,
            embedded,
            box=_scaled((left, top, right, bottom), scale),
            refuse=has_no_digits_shape(ink)
            or self._strangeness(embedded)[0] > self._thresholds["strangeness"],
        )

    def recognize_number(self, image: AnyImage) -> Number:
        """Read a row of digits.

        Parameters
        ----------
        image : PIL.Image.Image, str, os.PathLike, bytes or uint8 array
            See `digitcore.image.read_ink`.

        Returns
        -------
        Number
            The digits from left to right, with their `text`; none if nothing is
            written.

        Raises
        ------
        ImageError
            If it is no picture that can be read.
        """
        picture, scale = open_picture(image)
        ink = find_ink(picture)
        if not ink.any():
            return Number()
        segments = find_segments(ink)
        glyphs = [normalise(segment.ink, self._n_views) for segment in segments]
        features, embedded = self._measure(glyphs)
        unlikeness = digit_distance(embedded, self._prototypes, self._labels)
        costs = segment_costs(segments, unlikeness / self._usual_distance)
        strange = self._strangeness(embedded)
        return Number(
            self._explain(
                glyphs[index],
                features[index : index + 1],
                embedded[index : index + 1],
                box=_scaled(segments[index].box, scale),
                refuse=strange[index] > ROW_LENIENCE * self._thresholds["strangeness"],
            )
            for index in cheapest_row(segments, costs)
        )

    def _measure(self, glyphs: list[Glyph]) -> tuple[Rows, Rows]:
        """Features of glyphs, and where these lie in the learnt space."""
        views = np.stack([glyph.views.ravel() for glyph in glyphs])
        features = self._features.transform(views)
        return features, self._metric.transform(features)

    def _explain(
        self, glyph: Glyph, features: Rows, embedded: Rows, box: Box, refuse: bool
    ) -> Recognition:
        """Answer for one row of features, and its reasons."""
        probabilities, neighbors = self._vote(embedded)
        best = int(probabilities.argmax())
        confidence = float(probabilities[best])
        kind: Kind = "answer"
        if refuse:
            kind = "not-a-digit"
        elif confidence < self._thresholds["confidence"]:
            kind = "unsure"
        return Recognition(
            kind=kind,
            digit=None if refuse else best,
            confidence=confidence,
            probabilities=probabilities,
            neighbors=neighbors,
            stages=_stages(glyph, features[0]),
            box=box,
        )

    def _strangeness(self, embedded: Rows) -> NDArray[np.floating]:
        nondigits = self.model.nondigits
        if not len(nondigits):
            return np.zeros(len(embedded))
        return strangeness(embedded, self._prototypes, self._labels, nondigits)

    @cached_property
    def _usual_distance(self) -> float:
        """How far prototypes are from others of their digit: the unit of costs."""
        some = slice(None, None, max(len(self._prototypes) // 200, 1))
        # The nearest of each is itself, at 0.
        to_others = distances(self._prototypes[some], self._prototypes)
        mean = float(np.median(nearest_mean(to_others, NEAREST_DIGITS + 1)))
        return mean * (NEAREST_DIGITS + 1) / NEAREST_DIGITS

    def _vote(self, embedded: Rows) -> tuple[NDArray[np.float64], tuple[Neighbor, ...]]:
        """Probabilities of the digits, and the neighbours whose votes they are."""
        lengths, indices = self._classifier.kneighbors(embedded)
        weights = self._classifier.weights(lengths)[0].astype(np.float64)
        digits = self._labels[indices[0]]
        # As `predict_proba` does, which would look for the neighbours once more.
        votes = np.array([weights[digits == digit].sum() for digit in range(10)])
        neighbors = tuple(
            Neighbor(
                digit=int(self._labels[index]),
                distance=float(distance),
                weight=float(weight / votes.sum()),
                glyph=Image.fromarray(255 - self.model.examples[index]),
                source=self.model.sources[index],
            )
            for index, distance, weight in zip(
                indices[0], lengths[0], weights, strict=True
            )
        )
        return votes / votes.sum(), neighbors


def _scaled(box: Box, scale: float) -> Box:
    left, top, right, bottom = (round(edge * scale) for edge in box)
    return left, top, right, bottom


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


def _stages(glyph: Glyph, features: NDArray[np.float32]) -> tuple[Stage, ...]:
    drawn = draw_features(features[:FEATURES_PER_VIEW])
    pictures = glyph.stages | {"features": drawn}
    return tuple(
        Stage(name, _black_on_white(picture)) for name, picture in pictures.items()
    )


def _black_on_white(ink: Picture) -> Image.Image:
    return Image.fromarray((255.5 - 255 * ink).astype(np.uint8))
