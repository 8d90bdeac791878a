"""The report beside a model: figures, plots and the pictures of its errors."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import classification_report

from modelbuild import plots
from modelbuild.building import Built
from modelbuild.calibration import calibration_error
from modelbuild.comparison import Row
from modelbuild.drawings import Drawings
from modelbuild.evaluation import Readings, Share
from modelbuild.handwriting import contact_sheet
from modelbuild.judging import Judgement
from modelbuild.sheets import error_sheet

CONFUSIONS_SHOWN = 8
CERTAIN = 0.9999


def held_out_report(built: Built, folder: Path) -> str:
    """Report on the held-out quarter of `load_digits` and on the choice of k.

    Parameters
    ----------
    built : Built
    folder : Path
        Where to put the plots.

    Returns
    -------
    str
        scikit-learn's classification report.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scanned = built.scanned
    truth = scanned.glyphs.digits[scanned.held_out]
    text: str = classification_report(truth, built.held_out, digits=4)
    (folder / "classification_report.txt").write_text(text)
    plots.plot_selection(built.selection, folder / "k_selection.png")
    plots.plot_confusion(truth, built.held_out, folder / "confusion_matrix.png")
    wrong = np.flatnonzero(built.held_out != truth)
    pictures = np.round(255 * (1 - scanned.images[scanned.held_out] / 16))
    error_sheet(
        pictures[wrong].astype(np.uint8), truth[wrong], built.held_out[wrong]
    ).save(folder / "errors_load_digits.png")
    return text


def judgement_report(judgement: Judgement, folder: Path) -> dict[str, Any]:
    """Report on what a model read; pictures of our own drawings only.

    Parameters
    ----------
    judgement : Judgement
    folder : Path
        Where to put the plots.

    Returns
    -------
    dict
        The figures.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [drawings.name for drawings in judgement.sets]
    plots.plot_conditions(judgement, folder / "conditions.png")
    plots.plot_reliability(names, judgement.readings, folder / "reliability.png")
    contact_sheet().save(folder / "strokes.png")
    fresh, readings = judgement.sets[0], judgement.readings[0]
    wrong = np.flatnonzero(~readings.right)
    error_sheet(
        fresh.pictures[wrong], fresh.digits[wrong], readings.digits[wrong]
    ).save(folder / "errors_drawn.png")
    return {
        "sources": {
            drawings.name: source_figures(drawings, readings)
            for drawings, readings in zip(
                judgement.sets, judgement.readings, strict=True
            )
        },
        "by size": _values(judgement.sizes),
        "by rotation": _values(judgement.rotations),
        "by pen": _values(judgement.pens),
        "non-digits refused": {
            kind: share_figures(Share.of(readings.refused))
            for kind, readings in judgement.nondigits.items()
        },
    }


def source_figures(drawings: Drawings, readings: Readings) -> dict[str, Any]:
    """Figures of one source of drawings."""
    answered = readings.kinds == "answer"
    return {
        "right": share_figures(Share.of(readings.right)),
        "by digit": {
            str(digit): share_figures(
                Share.of(readings.right[drawings.digits == digit])
            )
            for digit in range(10)
        },
        "by size of the ink, px": by_ink_size(drawings.pictures, readings),
        "expected calibration error": round(
            calibration_error(readings.confidences, readings.right), 4
        ),
        "refused": share_figures(Share.of(readings.refused)),
        "answered with confidence": share_figures(Share.of(answered)),
        "right of those": share_figures(Share.of(readings.right[answered])),
        "confusions": confusions(readings),
        "certain": certainty(readings),
    }


def certainty(readings: Readings) -> dict[str, int]:
    """Count the readings of which a model was certain, and those that were wrong."""
    certain = readings.confidences > CERTAIN
    wrong = certain & ~readings.right
    return {"of": int(certain.sum()), "misread": int(wrong.sum())}


def by_ink_size(
    pictures: NDArray[np.uint8], readings: Readings
) -> dict[str, dict[str, Any]]:
    """Share of right readings by the longer side of the ink."""
    written = pictures < 128
    height = written.any(axis=2).sum(axis=1)
    width = written.any(axis=1).sum(axis=1)
    size = np.maximum(height, width)
    edges = (0, 80, 110, 150, 200, 10_000)
    return {
        f"{low} to {high - 1}": share_figures(Share.of(readings.right[chosen]))
        for low, high in pairwise(edges)
        if (chosen := (size >= low) & (size < high)).any()
    }


def confusions(readings: Readings) -> dict[str, int]:
    """Count which digits were most often read as which."""
    wrong = ~readings.right
    pairs = np.stack([readings.truth[wrong], readings.digits[wrong]], axis=1)
    if not len(pairs):
        return {}
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    order = np.argsort(-counts, kind="stable")[:CONFUSIONS_SHOWN]
    return {f"{found[i][0]} as {found[i][1]}": int(counts[i]) for i in order}


def share_figures(share: Share) -> dict[str, Any]:
    """Write a share with its 95 % interval as plain numbers."""
    return {
        "share": round(share.value, 4),
        "interval": [round(bound, 4) for bound in share.interval],
        "of": share.whole,
    }


def _values(shares: dict[int, Share]) -> dict[str, dict[str, Any]]:
    return {str(key): share_figures(share) for key, share in shares.items()}


def comparison_figures(rows: list[Row]) -> dict[str, dict[str, Any]]:
    """Figures of the approaches that were compared."""
    return {
        row.approach: {name: share_figures(s) for name, s in row.shares.items()}
        for row in rows
    }
