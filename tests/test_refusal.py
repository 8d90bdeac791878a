"""Strangeness is a ratio of distances."""

import numpy as np
from scipy.spatial.distance import cdist

from digitcore.refusal import digit_distance, distances, nearest_mean, strangeness

RANDOM = np.random.default_rng(0)
A = RANDOM.normal(size=(7, 5)).astype(np.float32)
B = RANDOM.normal(size=(40, 5)).astype(np.float32)
LABELS = np.arange(40) % 10


def test_distances_are_those_of_scipy() -> None:
    np.testing.assert_allclose(distances(A, B), cdist(A, B), atol=1e-5)
    np.testing.assert_allclose(np.diag(distances(A, A)), 0, atol=2e-3)


def test_mean_of_the_nearest_by_hand() -> None:
    rows = np.array([[5, 1, 3], [2, 2, 9]], np.float32)
    np.testing.assert_array_equal(nearest_mean(rows, 2), [2, 2])
    np.testing.assert_array_equal(nearest_mean(rows[:, :1], 2), [5, 2])


def test_distance_to_the_nearest_digit() -> None:
    every = cdist(A, B)
    expected = [
        min(np.sort(row[digit == LABELS])[:3].mean() for digit in range(10))
        for row in every
    ]
    np.testing.assert_allclose(digit_distance(A, B, LABELS), expected, atol=1e-5)


def test_a_non_digit_is_stranger_than_a_digit() -> None:
    prototypes = np.array([[0, 0], [0, 1], [9, 0], [9, 1]], np.float32)
    nondigits = np.full((4, 2), 4.5, np.float32)
    samples = np.array([[0, 0.5], [4.5, 4.0]], np.float32)
    ratios = strangeness(samples, prototypes, np.array([0, 0, 1, 1]), nondigits)
    # 0.5 to both prototypes of 0, over sqrt(4.5² + 4²) to the non-digits.
    assert np.isclose(ratios[0], 0.5 / np.hypot(4.5, 4), atol=1e-6)
    assert ratios[1] > 1
