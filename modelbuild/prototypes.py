"""Thousands of glyphs to a few hundred prototypes of each digit."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import MiniBatchKMeans
from sklearn.neighbors import NearestNeighbors

LEVELS = 127  # prototypes are rounded to so many steps either way


class Prototypes(NamedTuple):
    """Typical points of every digit, in the learnt space.

    Attributes
    ----------
    points : float32 array of shape (n, n_components)
    digits : int64 array of shape (n,)
    examples : int64 array of shape (n,)
        For each point the index of the nearest of the samples it stands for.
    """

    points: NDArray[np.float32]
    digits: NDArray[np.int64]
    examples: NDArray[np.int64]


def find_prototypes(
    samples: NDArray[np.float32], digits: NDArray[np.int64], n_per_digit: int
) -> Prototypes:
    """Cluster the samples of every digit.

    Parameters
    ----------
    samples : float32 array of shape (n, n_components)
    digits : int64 array of shape (n,)
    n_per_digit : int
        Fewer where there are fewer samples.

    Returns
    -------
    Prototypes
    """
    found = []
    for digit in np.unique(digits):
        indices = np.flatnonzero(digits == digit)
        points = cluster_middles(samples[indices], n_per_digit)
        nearest = NearestNeighbors(n_neighbors=1, algorithm="brute")
        nearest.fit(samples[indices])
        examples = indices[nearest.kneighbors(points, return_distance=False)[:, 0]]
        found.append(Prototypes(points, np.full(len(points), digit), examples))
    return Prototypes(*map(np.concatenate, zip(*found, strict=True)))


def cluster_middles(samples: NDArray[np.float32], n: int) -> NDArray[np.float32]:
    """Find the middles of clusters, by k-means.

    Parameters
    ----------
    samples : float32 array of shape (n_samples, n_components)
    n : int
        How many clusters; no more than there are samples.

    Returns
    -------
    float32 array of shape (n, n_components)
    """
    if len(samples) <= n:
        return samples
    means = MiniBatchKMeans(n, n_init=1, batch_size=2048, random_state=0).fit(samples)
    middles: NDArray[np.float32] = means.cluster_centers_.astype(np.float32)
    return middles


def rounded(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Round every component to 127 steps either way, so that it packs well.

    Examples
    --------
    >>> rounded(np.array([[127.2], [-3.1]], np.float32)).round(2)
    array([[127.2],
           [ -3. ]], dtype=float32)
    """
    step = np.maximum(np.abs(points).max(axis=0) / LEVELS, 1e-9).astype(np.float32)
    coarse: NDArray[np.float32] = np.round(points / step) * step
    return coarse
