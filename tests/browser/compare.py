"""What the model says to thousands of inputs, to hold two runtimes together.

Prints one line of JSON: the digits read, and digests of all the numbers behind
them. Runs natively, and in the page in the place of ``worker.py``.
"""

import hashlib
import json

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image
from sklearn.datasets import load_digits

from digitcore import Recognition, Recognizer
from digitcore.glyph import normalise
from digitcore.image import read_ink

DRAWINGS = 400  # read from the picture to the answer
MIXTURES = 2600  # glyphs between two digits, where a hair's breadth decides


def drawings() -> list[NDArray[np.uint8]]:
    """Return real digits as dark pictures of 66 by 80 on white."""
    small = np.uint8(255 - load_digits().images[:DRAWINGS] * 15)
    enlarged = (Image.fromarray(digit).resize((50, 64)) for digit in small)
    return [np.pad(np.asarray(digit), 8, constant_values=255) for digit in enlarged]


def mixtures(glyphs: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return mixtures of two glyphs each, in shares that are exact in binary."""
    number = np.arange(MIXTURES)
    share = (number % 9 / 8).astype(np.float32)[:, None]
    one, other = number * 7 % len(glyphs), number * 11 % len(glyphs)
    return share * glyphs[one] + (1 - share) * glyphs[other]


def digest(numbers: ArrayLike) -> str:
    """Return a digest of the numbers' exact values."""
    exact = np.asarray(numbers, dtype="<f8")
    return hashlib.sha256(np.ascontiguousarray(exact).tobytes()).hexdigest()


def distances(recognition: Recognition) -> list[float]:
    """Return how far the neighbours are that are shown."""
    return [neighbor.distance for neighbor in recognition.neighbors]


def compare() -> dict[str, object]:
    """Ask the recogniser, and the pipeline in it, for all that they can tell."""
    recognizer = Recognizer.load("model/digits.pkl")
    pictures = drawings()
    read = [recognizer.recognize(picture) for picture in pictures]
    pipeline = recognizer.model.pipeline
    n_views = pipeline.n_features_in_ // 32**2
    glyphs = [normalise(read_ink(picture), n_views).views for picture in pictures]
    inputs = mixtures(np.stack([glyph.ravel() for glyph in glyphs]))
    embedded = pipeline[:-1].transform(inputs)
    far, near = pipeline[-1].kneighbors(embedded)
    return {
        "read": "".join(str(r.digit if r.digit is not None else "-") for r in read),
        "kinds": "".join(r.kind[0] for r in read),
        "predicted": "".join(map(str, pipeline.predict(inputs))),
        "recognitions": digest([[*r.probabilities, *distances(r)] for r in read]),
        "probabilities": digest(pipeline.predict_proba(inputs)),
        "distances": digest(far),
        "neighbors": digest(near),
    }


if __name__ == "__main__":
    print(json.dumps(compare()))  # noqa: T201
