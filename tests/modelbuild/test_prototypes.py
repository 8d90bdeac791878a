"""Prototypes and the real glyphs that stand for them."""

import numpy as np
import pytest

from modelbuild.prototypes import LEVELS, cluster_middles, find_prototypes, rounded


@pytest.fixture
def blobs() -> tuple[np.ndarray, np.ndarray]:
    """Two digits, each written in three ways far from each other."""
    rng = np.random.default_rng(0)
    middles = np.array([[0, 0], [10, 0], [0, 10], [50, 0], [60, 0], [50, 10]], float)
    samples = np.repeat(middles, 40, axis=0) + rng.normal(0, 0.1, (240, 2))
    return samples.astype(np.float32), np.repeat([3, 8], 120)


def test_finds_the_ways_a_digit_is_written(
    blobs: tuple[np.ndarray, np.ndarray],
) -> None:
    found = find_prototypes(*blobs, n_per_digit=12)
    assert found.digits.tolist() == [3] * 12 + [8] * 12
    for middle in ([0, 0], [10, 0], [0, 10]):
        distances = np.linalg.norm(found.points[:12] - middle, axis=1)
        assert distances.min() < 0.2


def test_examples_are_the_nearest_samples_of_the_digit(
    blobs: tuple[np.ndarray, np.ndarray],
) -> None:
    samples, digits = blobs
    found = find_prototypes(samples, digits, n_per_digit=5)
    for point, digit, example in zip(*found, strict=True):
        assert digits[example] == digit
        distances = np.linalg.norm(samples - point, axis=1)
        distances[digits != digit] = np.inf
        assert example == distances.argmin()


def test_few_samples_are_kept_as_they_are() -> None:
    samples = np.arange(6, dtype=np.float32).reshape(3, 2)
    assert (cluster_middles(samples, 3) == samples).all()
    found = find_prototypes(samples, np.array([1, 1, 5]), n_per_digit=9)
    assert (found.points == samples).all()
    assert found.examples.tolist() == [0, 1, 2]


def test_equal_samples_give_equal_prototypes(
    blobs: tuple[np.ndarray, np.ndarray],
) -> None:
    first, second = (find_prototypes(*blobs, n_per_digit=7) for _ in range(2))
    assert (first.points == second.points).all()


def test_rounding_leaves_few_values_close_to_the_old_ones() -> None:
    points = np.random.default_rng(1).normal(size=(5000, 2)).astype(np.float32)
    coarse = rounded(points)
    assert len(np.unique(coarse[:, 0])) <= 2 * LEVELS + 1
    assert np.abs(coarse - points).max() <= np.abs(points).max() / LEVELS
    assert coarse.dtype == np.float32
