"""What a model reads, right or wrong, under which conditions."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from digitcore.recognition import Kind
from digitcore.recognizer import Recognizer
from modelbuild.workers import spread

Z_95 = 1.959964  # standard deviations either side that hold 95 % of a normal curve


class Reading(NamedTuple):
    """What a drawing was taken for.

    Attributes
    ----------
    kind : str
        See `digitcore.recognizer.Recognition`.
    digit : int
        The likeliest, even where it was refused.
    confidence : float
        Its probability.
    """

    kind: Kind
    digit: int
    confidence: float


class Readings:
    """What many drawings were taken for.

    Parameters
    ----------
    readings : sequence of Reading
    truth : int array of shape (n,), optional
        The digits that were meant; none for what is no digit.
    """

    def __init__(
        self, readings: Sequence[Reading], truth: NDArray[np.int64] | None = None
    ):
        self.kinds = np.array([reading.kind for reading in readings])
        self.digits = np.array([reading.digit for reading in readings])
        self.confidences = np.array([reading.confidence for reading in readings])
        self.truth = np.full(len(readings), -1) if truth is None else truth

    @property
    def right(self) -> NDArray[np.bool_]:
        """Whether each likeliest digit is the one that was meant."""
        right: NDArray[np.bool_] = self.digits == self.truth
        return right

    @property
    def refused(self) -> NDArray[np.bool_]:
        """Whether each was taken for no digit."""
        return np.isin(self.kinds, ("not-a-digit", "empty"))


class Share(NamedTuple):
    """So many of so many.

    Examples
    --------
    >>> str(Share(98, 100))
    '98.0 % (93.0 to 99.4)'
    """

    part: int
    whole: int

    @classmethod
    def of(cls, flags: NDArray[np.bool_]) -> "Share":
        """Count what is true."""
        return cls(int(flags.sum()), len(flags))

    @property
    def value(self) -> float:
        """The share, 0..1."""
        return self.part / self.whole

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval.

        References
        ----------
        E. B. Wilson, "Probable inference, the law of succession, and statistical
        inference", J. American Statistical Association 22 (1927), 209-212.
        """
        n, p = self.whole, self.value
        middle = p + Z_95**2 / (2 * n)
        half = Z_95 * np.sqrt(p * (1 - p) / n + (Z_95 / (2 * n)) ** 2)
        scale = 1 + Z_95**2 / n
        return float((middle - half) / scale), float((middle + half) / scale)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{100 * self.value:.1f} % ({100 * low:.1f} to {100 * high:.1f})"


def read_all(
    recognizer: Recognizer,
    drawings: Sequence[NDArray[np.uint8]],
    truth: NDArray[np.int64] | None = None,
) -> Readings:
    """Read drawings, each as the page would.

    Parameters
    ----------
    recognizer : Recognizer
    drawings : sequence of uint8 array of shape (height, width)
        Paper 255 and ink 0.
    truth : int array of shape (n,), optional
        The digits that were meant.
    """
    readings = list(spread(partial(_read, recognizer), drawings))
    return Readings(readings, truth)


def _read(recognizer: Recognizer, drawing: NDArray[np.uint8]) -> Reading:
    recognition = recognizer.recognize(drawing)
    likeliest = int(recognition.probabilities.argmax())
    return Reading(recognition.kind, likeliest, recognition.confidence)


def on_pad(drawing: NDArray[np.uint8], size: int, pad: int = 280) -> NDArray[np.uint8]:
    """Lay a drawing in the middle of an empty pad.

    Parameters
    ----------
    drawing : uint8 array of shape (height, width)
        Paper 255 and ink 0.
    size : int
        Pixels of the longer side of its ink, on the pad.
    pad : int, default=280
        Pixels of the pad's side.

    Returns
    -------
    uint8 array of shape (pad, pad)
    """
    picture = Image.fromarray(255 - drawing)
    written = picture.crop(picture.getbbox())
    scale = size / max(written.size)
    width, height = (max(1, round(side * scale)) for side in written.size)
    ink = written.resize((width, height), Image.Resampling.LANCZOS)
    paper = Image.new("L", (pad, pad))
    paper.paste(ink, ((pad - width) // 2, (pad - height) // 2))
    return 255 - np.asarray(paper)
