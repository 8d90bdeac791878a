"""The choice of the number of neighbours."""

import numpy as np

from modelbuild.selection import CANDIDATES, N_FOLDS, smoothest


def accuracies(means: list[float], spread: float) -> np.ndarray:
    offsets = np.linspace(-1, 1, N_FOLDS)
    return np.array(means)[:, None] + spread * offsets


def test_tries_what_the_tutorial_tries() -> None:
    assert CANDIDATES == (2, 3, 4, 5, 6, 7, 8, 9)


def test_a_clear_winner_is_chosen() -> None:
    means = [0.9, 0.95, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]
    assert smoothest(accuracies(means, 0.001)) == 3


def test_of_equals_the_largest_is_chosen() -> None:
    means = [0.9, 0.95, 0.949, 0.948, 0.947, 0.9, 0.9, 0.9]
    # The offsets' standard deviation is 0.79, so the standard error is 0.0018:
    # 0.949 is as good as 0.95, but 0.948 is not.
    assert smoothest(accuracies(means, 0.005)) == 4
