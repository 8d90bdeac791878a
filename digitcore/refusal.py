"""Tell what is no digit: by its mere shape, or by how unlike a digit it is."""

import numpy as np
from numpy.typing import NDArray

from digitcore.frame import Picture, bounds

WIDEST = 1.8  # width over height
SMALLEST = 0.02  # longer side, of that of the picture
FULLEST = 0.72  # ink in the box of what is about as wide as high; a disc has 0.79

NEAREST_DIGITS = 3
NEAREST_NONDIGITS = 8


def has_no_digits_shape(ink: Picture) -> bool:
    """Whether ink is too wide, too small or too full to be a digit.

    Parameters
    ----------
    ink : float32 array of shape (height, width)
        With something written.

    Examples
    --------
    >>> dash = np.zeros((100, 100), np.float32)
    >>> dash[48:52, 20:80] = 1
    >>> has_no_digits_shape(dash), has_no_digits_shape(dash.T)
    (True, False)
    """
    top, bottom, left, right = bounds(ink)
    height, width = bottom - top, right - left
    is_square = 0.5 < width / height < 2
    return (
        width > WIDEST * height
        or max(width, height) < SMALLEST * max(ink.shape)
        or (is_square and float(ink[top:bottom, left:right].mean()) > FULLEST)
    )


def strangeness(
    embedded: NDArray[np.float32],
    prototypes: NDArray[np.float32],
    labels: NDArray[np.integer],
    nondigits: NDArray[np.float32],
) -> NDArray[np.floating]:
    """Compare the distance to the nearest digit with that to what is none.

    Parameters
    ----------
    embedded : float32 array of shape (n, n_components)
        Samples in the pipeline's learnt space.
    prototypes : float32 array of shape (n_prototypes, n_components)
    labels : int array of shape (n_prototypes,)
        The digit of each prototype.
    nondigits : float32 array of shape (n_nondigits, n_components)
        Prototypes of letters, scribbles, shapes and pairs of digits.

    Returns
    -------
    float32 array of shape (n,)
        Mean distance to the 3 nearest prototypes of the digit nearest to the
        sample, over that to the 8 nearest non-digits: the larger, the stranger.

    Examples
    --------
    Two digits at 0 and 10, non-digits around 5:

    >>> import numpy as np
    >>> strangeness(
    ...     embedded=np.array([[0.5], [4.5]], np.float32),
    ...     prototypes=np.array([[0], [1], [10], [11]], np.float32),
    ...     labels=np.array([0, 0, 1, 1]),
    ...     nondigits=np.array([[5], [5], [5], [5]], np.float32),
    ... )
    array([0.11111111, 8.        ], dtype=float32)
    """
    to_nondigits = nearest_mean(distances(embedded, nondigits), NEAREST_NONDIGITS)
    to_digits = digit_distance(embedded, prototypes, labels)
    return to_digits / np.maximum(to_nondigits, np.float32(1e-6))


def digit_distance(
    embedded: NDArray[np.float32],
    prototypes: NDArray[np.float32],
    labels: NDArray[np.integer],
) -> NDArray[np.float32]:
    """Mean distance to the 3 nearest prototypes of the digit that is nearest.

    Parameters
    ----------
    embedded : float32 array of shape (n, n_components)
    prototypes : float32 array of shape (n_prototypes, n_components)
    labels : int array of shape (n_prototypes,)

    Returns
    -------
    float32 array of shape (n,)
    """
    to_all = distances(embedded, prototypes)
    to_each = [
        nearest_mean(to_all[:, labels == label], NEAREST_DIGITS)
        for label in np.unique(labels)
    ]
    nearest: NDArray[np.float32] = np.min(to_each, axis=0)
    return nearest


def distances(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    """Euclidean distances from every row of one array to every row of another.

    Examples
    --------
    >>> distances(np.array([[0, 0]], np.float32), np.array([[3, 4]], np.float32))
    array([[5.]], dtype=float32)
    """
    squared = (a**2).sum(axis=1)[:, None] - 2 * a @ b.T + (b**2).sum(axis=1)
    roots: NDArray[np.float32] = np.sqrt(np.maximum(squared, 0))
    return roots


def nearest_mean(distances: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Mean of the smallest distances in every row, or of all where there are fewer.

    Examples
    --------
    >>> nearest_mean(np.array([[5, 1, 3]], np.float32), 2)
    array([2.], dtype=float32)
    """
    count = min(count, distances.shape[1])
    mean: NDArray[np.float32] = np.partition(distances, count - 1)[:, :count].mean(1)
    return mean
