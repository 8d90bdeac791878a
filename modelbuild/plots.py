"""The pictures of the report."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from sklearn.metrics import ConfusionMatrixDisplay

from modelbuild.evaluation import Readings, Share
from modelbuild.judging import Judgement
from modelbuild.selection import Selection

matplotlib.use("Agg")
COLOUR = "#8c2f1b"
N_BINS = 10


def plot_selection(selection: Selection, path: Path) -> None:
    """Plot accuracy against the number of neighbours, with its spread."""
    percent = 100 * selection.accuracies
    figure, axes = _figure("Neighbours that vote", "Right in cross-validation, %")
    axes.plot(selection.candidates, percent, ".", color="0.7", label=None)
    axes.errorbar(
        selection.candidates,
        percent.mean(axis=1),
        percent.std(axis=1, ddof=1),
        color=COLOUR,
        capsize=4,
        label="mean and standard deviation of 5 folds",
    )
    axes.axvline(selection.n_neighbors, color="0.6", linestyle=":", label="chosen")
    axes.legend()
    _save(figure, path)


def plot_confusion(
    truth: NDArray[np.int64], read: NDArray[np.int64], path: Path
) -> None:
    """Plot which digits are read as which."""
    figure, axes = _figure("", "", size=(6, 6))
    ConfusionMatrixDisplay.from_predictions(
        truth, read, ax=axes, cmap="Greys", colorbar=False, labels=range(10)
    )
    axes.set(xlabel="Read as", ylabel="Digit")
    _save(figure, path)


def plot_conditions(judgement: Judgement, path: Path) -> None:
    """Plot accuracy against size, rotation and pen."""
    figure = Figure(figsize=(11, 3.6), layout="constrained")
    all_axes = figure.subplots(1, 3, sharey=True)
    for axes, title, shares in zip(
        all_axes,
        ("Size, px of a 280 px pad", "Turned by, degrees", "Pen, px on a 180 px digit"),
        (judgement.sizes, judgement.rotations, judgement.pens),
        strict=True,
    ):
        _plot_shares(axes, shares)
        axes.set(xlabel=title)
        axes.grid(alpha=0.3)
    all_axes[0].set(ylabel="Right, %")
    _save(figure, path)


def plot_reliability(
    names: Sequence[str], sets: Sequence[Readings], path: Path
) -> None:
    """Plot the share of right answers against confidence."""
    figure, axes = _figure("Confidence, %", "Right, %", size=(5, 5))
    axes.plot([0, 100], [0, 100], color="0.7", linestyle=":")
    for name, readings in zip(names, sets, strict=True):
        bins = np.minimum((readings.confidences * N_BINS).astype(int), N_BINS - 1)
        full = [b for b in range(N_BINS) if (bins == b).sum() >= 5]
        confidence = [100 * readings.confidences[bins == b].mean() for b in full]
        right = [100 * readings.right[bins == b].mean() for b in full]
        axes.plot(confidence, right, marker="o", label=name)
    axes.legend()
    _save(figure, path)


def _plot_shares(axes: Axes, shares: dict[int, Share]) -> None:
    values = np.array([share.value for share in shares.values()])
    low, high = np.transpose([share.interval for share in shares.values()])
    errors = 100 * np.array([values - low, high - values]).clip(0)
    axes.errorbar(
        list(shares), 100 * values, errors, color=COLOUR, capsize=4, marker="o"
    )


def _figure(x: str, y: str, size: tuple[float, float] = (7, 4)) -> tuple[Figure, Axes]:
    figure = Figure(figsize=size, layout="constrained")
    axes = figure.add_subplot()
    axes.set(xlabel=x, ylabel=y)
    axes.grid(alpha=0.3)
    return figure, axes


def _save(figure: Figure, path: Path) -> None:
    # Without the program's name and version, equal figures are equal files.
    figure.savefig(path, dpi=110, metadata={"Software": None})
