"""The whole way from data to a model."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from digitcore.store import Model
from modelbuild.calibration import (
    confidence_threshold,
    fit_sharpness,
    strangeness_of,
    strangeness_threshold,
)
from modelbuild.glyphs import Glyphs, measured
from modelbuild.jitter import jittered
from modelbuild.progress import Progress
from modelbuild.prototypes import cluster_middles
from modelbuild.scanned import Scanned, scanned_digits
from modelbuild.selection import Selection, select_neighbors
from modelbuild.strokes import Purpose, drawn_digits, drawn_nondigits
from modelbuild.training import Group, Recipe, Trained, train

VARIED = 5  # every fifth variation is among what prototypes are made of
EXAMPLE_SIZE = 24  # pixels of the picture of a neighbour
EXAMPLE_LEVELS = 8  # of grey, which packs well


@dataclass(frozen=True)
class Scale:
    """How much is drawn and kept. The tests make a small model of it.

    Attributes
    ----------
    n_drawn, n_calibration : int
        Drawings of each digit to learn from and to calibrate with.
    n_nondigits : int
        Drawings of what is none to learn from.
    drawn_prototypes, scanned_prototypes : int
        That stand for drawings and for `load_digits` in the model, of each digit.
    nondigit_prototypes : int
    mnist_prototypes : int
        Of each digit, where MNIST is learnt from.
    n_report : int
        Drawings of each digit to report on.
    """

    n_drawn: int = 6000
    n_calibration: int = 1000
    n_nondigits: int = 16_000
    drawn_prototypes: int = 250
    scanned_prototypes: int = 50
    nondigit_prototypes: int = 1000
    mnist_prototypes: int = 1000
    n_report: int = 300


FULL = Scale()


@dataclass(frozen=True, eq=False)
class Built:
    """A model and what was found while it was built.

    Attributes
    ----------
    model : Model
    selection : Selection
        Of the number of neighbours.
    scanned : Scanned
    held_out : int64 array
        What the model of the training part alone reads in the held-out part.
    """

    model: Model
    selection: Selection
    scanned: Scanned
    held_out: NDArray[np.int64]


def build(scale: Scale, more: Sequence[Group], progress: Progress) -> Built:
    """Build a model.

    Parameters
    ----------
    scale : Scale
    more : sequence of Group
        What it shall learn from besides `load_digits` and drawings.
    progress : Progress
        Of which 5 steps are used.

    Returns
    -------
    Built
        The card of its model has no figures yet.
    """
    progress.step(f"Drawing {10 * scale.n_drawn:,} digits and what is none")
    scanned = scanned_digits()
    drawn = drawn_digits(Purpose.TRAINING, scale.n_drawn)
    nondigits = drawn_nondigits(Purpose.TRAINING, scale.n_nondigits)
    fresh = drawn_digits(Purpose.CALIBRATION, scale.n_calibration)
    progress.step("Varying them")
    variations = jittered(drawn)
    varied = Glyphs.joined([drawn, variations[::VARIED]])
    others = [Group(varied, scale.drawn_prototypes), *more]

    def with_scanned(glyphs: Glyphs) -> list[Group]:
        return [*others, Group(glyphs, scale.scanned_prototypes)]

    progress.step("Choosing the number of neighbours by cross-validation")
    training = scanned.glyphs[scanned.training]
    recipe = Recipe()
    selection = select_neighbors(
        Group(training, scale.scanned_prototypes), others, variations, recipe
    )
    progress.step("Reading the held-out quarter of load_digits")
    trained = train(with_scanned(training), variations, recipe)
    trained = trained.with_votes(selection.n_neighbors, recipe.sharpness)
    held_out = predict(trained, scanned.glyphs[scanned.held_out])
    progress.step("Training on all, and calibrating")
    trained = train(with_scanned(scanned.glyphs), variations, recipe)
    trained = trained.with_votes(selection.n_neighbors, recipe.sharpness)
    trained = trained.with_votes(selection.n_neighbors, fit_sharpness(trained, fresh))
    strange = cluster_middles(
        trained.pipeline[1].transform(measured(nondigits)), scale.nondigit_prototypes
    ).astype(np.float16)  # as it is stored
    model = Model(
        pipeline=trained.pipeline,
        examples=examples(trained),
        sources=trained.glyphs.sources[trained.prototypes.examples].tolist(),
        nondigits=strange.astype(np.float32),
        card={
            "name": "digitpad",
            "data": data_card(trained, scale),
            "parameters": asdict(trained.recipe) | asdict(scale),
            "thresholds": thresholds(trained, strange.astype(np.float32), fresh),
        },
    )
    return Built(model, selection, scanned, held_out)


def predict(trained: Trained, glyphs: Glyphs) -> NDArray[np.int64]:
    """Read glyphs."""
    digits: NDArray[np.int64] = probabilities(trained, glyphs).argmax(axis=1)
    return digits


def probabilities(trained: Trained, glyphs: Glyphs) -> NDArray[np.float64]:
    """Ask a model for probabilities, float (n, 10); features are not measured anew."""
    _, metric, classifier = trained.pipeline
    votes: NDArray[np.float64] = classifier.predict_proba(
        metric.transform(glyphs.features)
    )
    return votes


def thresholds(
    trained: Trained, nondigits: NDArray[np.float32], fresh: Glyphs
) -> dict[str, float]:
    """Derive what counts as sure, and as a digit at all."""
    strange = strangeness_of(trained, nondigits, fresh.features)
    return {
        "confidence": confidence_threshold(probabilities(trained, fresh), fresh.digits),
        "strangeness": strangeness_threshold(strange),
    }


def examples(trained: Trained) -> NDArray[np.uint8]:
    """Picture the glyph nearest to each prototype, small and in few levels of grey.

    Returns
    -------
    uint8 array of shape (n_prototypes, 24, 24)
        255 is ink.
    """
    size = (EXAMPLE_SIZE, EXAMPLE_SIZE)
    views = trained.glyphs.views[trained.prototypes.examples, 0]
    small = np.stack(
        [
            np.asarray(Image.fromarray(view).resize(size, Image.Resampling.BOX))
            for view in views
        ]
    )
    step = 255 / (EXAMPLE_LEVELS - 1)
    return np.round(np.round(small / step) * step).astype(np.uint8)


def data_card(trained: Trained, scale: Scale) -> dict[str, Any]:
    """Count what was learnt from, by source."""
    names, counts = np.unique(trained.glyphs.sources, return_counts=True)
    sources = dict(zip(names.tolist(), counts.tolist(), strict=True))
    return {"digits": sources, "non-digits": {"drawn by program": scale.n_nondigits}}
