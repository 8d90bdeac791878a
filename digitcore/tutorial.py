"""The plain model of scikit-learn's 1,797 digits, trained on the spot.

It takes seconds, so the page falls back on it when its model is missing. It reads
about nine drawings in ten; `build_model.py` makes the one that reads more.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline

from digitcore.features import GradientFeatures
from digitcore.frame import Picture
from digitcore.glyph import normalise
from digitcore.metric import Vote, WithinClassMetric
from digitcore.store import Model

SOURCE = "scikit-learn's load_digits"


def train_tutorial_model(n_neighbors: int = 7) -> Model:
    """Train on `load_digits`, normalised like what people draw.

    Parameters
    ----------
    n_neighbors : int, default=7

    Returns
    -------
    Model
        Without non-digits, so it never refuses for strangeness.
    """
    digits = load_digits()
    views = np.stack(
        [normalise(enlarge(image), n_views=1).views for image in digits.images]
    )
    pipeline = tutorial_pipeline(n_neighbors)
    pipeline.fit(views.reshape(len(views), -1), digits.target)
    return Model(
        pipeline=pipeline,
        examples=np.round(255 * views[:, 0]).astype(np.uint8),
        sources=[SOURCE] * len(views),
        nondigits=np.zeros((0, pipeline[1].n_components), np.float32),
        card={
            "name": "tutorial",
            "data": SOURCE,
            "parameters": {"n_neighbors": n_neighbors},
            "thresholds": {"confidence": 0.7, "strangeness": 1.0},
        },
    )


def tutorial_pipeline(n_neighbors: int) -> Pipeline:
    """Glyph views to features to a learnt metric to nearest neighbours."""
    return make_pipeline(
        GradientFeatures(),
        WithinClassMetric(n_components=48),
        KNeighborsClassifier(n_neighbors, weights=Vote(2.0), algorithm="brute"),
    )


def enlarge(image: NDArray[np.floating]) -> Picture:
    """Enlarge an 8 x 8 digit of 0..16 to ink of 80 rows and 50 columns.

    NIST had stretched these digits to one height and width; 50 : 80 gives them
    back the proportions of handwriting.
    """
    ink = Image.fromarray((image / 16).astype(np.float32))
    return np.asarray(ink.resize((50, 80), Image.Resampling.BICUBIC)).clip(0, 1)
