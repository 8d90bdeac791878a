"""How many neighbours to ask: by cross-validation on the training part."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold

from modelbuild.glyphs import Glyphs
from modelbuild.training import Group, Recipe, Trained, train

CANDIDATES = tuple(range(2, 10))
N_FOLDS = 5


class Selection(NamedTuple):
    """What cross-validation found.

    Attributes
    ----------
    candidates : tuple of int
        The numbers of neighbours tried.
    accuracies : float array of shape (n_candidates, N_FOLDS)
    n_neighbors : int
        The one to use.
    """

    candidates: tuple[int, ...]
    accuracies: NDArray[np.float64]
    n_neighbors: int


def select_neighbors(
    scanned: Group, others: Sequence[Group], variations: Glyphs, recipe: Recipe
) -> Selection:
    """Choose the number of neighbours.

    In each fold a model is trained on the other groups and on four fifths of what
    was scanned, and reads the last fifth. Differences within a standard error of
    the best mean nothing; of these the largest number is chosen, which gives the
    smoothest probabilities.

    Parameters
    ----------
    scanned : Group
        The training part of `load_digits`.
    others : sequence of Group
    variations : Glyphs
        What every model learns from besides; see `modelbuild.training.train`.
    recipe : Recipe
        All but the number of neighbours.
    """
    glyphs, n_prototypes = scanned
    accuracies = np.empty((len(CANDIDATES), N_FOLDS))
    folds = StratifiedKFold(N_FOLDS, shuffle=True, random_state=0)
    for fold, (kept, held) in enumerate(folds.split(glyphs.views, glyphs.digits)):
        groups = [Group(glyphs[kept], n_prototypes), *others]
        trained = train(groups, variations, recipe)
        accuracies[:, fold] = list(_accuracies(trained, glyphs[held]))
    return Selection(CANDIDATES, accuracies, smoothest(accuracies))


def _accuracies(trained: Trained, held: Glyphs) -> Iterator[float]:
    embedded = trained.pipeline[1].transform(held.features)
    for candidate in CANDIDATES:
        model = trained.with_votes(candidate, trained.recipe.sharpness)
        yield model.pipeline[-1].score(embedded, held.digits)


def smoothest(accuracies: NDArray[np.float64]) -> int:
    """Choose the largest candidate within a standard error of the best.

    Parameters
    ----------
    accuracies : float array of shape (n_candidates, n_folds)

    Returns
    -------
    int
        One of `CANDIDATES`.

    Examples
    --------
    >>> accuracies = np.full((8, 5), 0.5)
    >>> accuracies[2:4] = [0.9, 0.91, 0.9, 0.91, 0.9]
    >>> smoothest(accuracies)
    5
    """
    means = accuracies.mean(axis=1)
    best = int(means.argmax())
    spread = accuracies[best].std(ddof=1) / np.sqrt(accuracies.shape[1])
    near = np.flatnonzero(means >= means[best] - spread)
    return CANDIDATES[int(near.max())]
