"""Glyph to features: which way its edges run, and where.

Pixels change with every wobble of the pen; the direction of the edge in a
neighbourhood hardly does. Gradient direction features were the best of those that
[1]_ compared for handwritten digits.

References
----------
.. [1] C.-L. Liu, K. Nakashima, H. Sako and H. Fujisawa, "Handwritten digit
   recognition: benchmarking of state-of-the-art techniques", Pattern
   Recognition 36 (2003), 2271-2285.
"""

from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.ndimage import gaussian_filter
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted, validate_data

from digitcore.frame import Picture
from digitcore.glyph import GLYPH_SIZE

DIRECTIONS = 8
CELLS = 7
BLUR = 0.8  # pixels
POOLING = 0.6  # standard deviation of a cell's window, in cells

FEATURES_PER_VIEW = DIRECTIONS * CELLS * CELLS


class GradientFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Strength of the edges in 8 directions and 7 by 7 places of each glyph.

    Attributes
    ----------
    n_features_in_ : int
        Pixels of a sample: a multiple of 32 * 32.

    See Also
    --------
    gradient_features : the same on a stack of glyphs.

    Examples
    --------
    >>> import numpy as np
    >>> glyph = np.zeros((32, 32), np.float32)
    >>> glyph[:, 16:] = 1
    >>> GradientFeatures().fit_transform(glyph.reshape(1, -1)).shape
    (1, 392)
    """

    def fit(self, X: ArrayLike, y: object = None) -> Self:
        """Check the samples' shape; there is nothing to learn.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_views * 1024)
            Glyphs of 32 * 32 pixels, their views beside each other.
        y : ignored
        """
        self._views(X, reset=True)
        return self

    def transform(self, X: ArrayLike) -> NDArray[np.float32]:
        """Measure the edges of every glyph.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_views * 1024)

        Returns
        -------
        float32 array of shape (n_samples, n_views * 392)
        """
        check_is_fitted(self)
        glyphs = self._views(X, reset=False)
        return gradient_features(glyphs).reshape(
            -1, self.n_features_in_ // GLYPH_SIZE**2 * FEATURES_PER_VIEW
        )

    def _views(self, X: ArrayLike, *, reset: bool) -> Picture:
        pixels = validate_data(self, X, dtype=np.float32, reset=reset)
        if pixels.shape[1] % GLYPH_SIZE**2:
            raise ValueError(
                f"Each sample has {pixels.shape[1]} pixels; expected glyphs of "
                f"{GLYPH_SIZE} x {GLYPH_SIZE}, so a multiple of {GLYPH_SIZE**2}."
            )
        glyphs: Picture = pixels.reshape(-1, GLYPH_SIZE, GLYPH_SIZE)
        return glyphs

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.transformer_tags.preserves_dtype = ["float32"]
        return tags


def gradient_features(glyphs: Picture) -> NDArray[np.float32]:
    """Measure the edges of a stack of glyphs.

    Parameters
    ----------
    glyphs : float32 array of shape (n, 32, 32)

    Returns
    -------
    float32 array of shape (n, 392)
        For each of 8 directions, 7 rows of 7 cells: the square root of the
        strength of the edges there, which evens out strong and weak ones.
    """
    smooth = gaussian_filter(glyphs, (0, BLUR, BLUR))
    gx, gy = sobel(smooth)
    strength = np.hypot(gx, gy)
    turn = np.arctan2(gy, gx) * np.float32(DIRECTIONS / (2 * np.pi)) % DIRECTIONS
    lower = np.floor(turn)
    upper_share = (turn - lower) * strength
    lower_share = strength - upper_share
    lower = lower.astype(np.int8) % DIRECTIONS
    window = _window()
    features = np.empty((len(glyphs), DIRECTIONS, CELLS, CELLS), np.float32)
    for direction in range(DIRECTIONS):
        # An edge between two directions is shared out between them.
        edges = np.where(lower == direction, lower_share, 0)
        before = (direction - 1) % DIRECTIONS
        edges += np.where(lower == before, upper_share, 0)
        features[:, direction] = window @ edges @ window.T
    flat: NDArray[np.float32] = features.reshape(len(glyphs), FEATURES_PER_VIEW)
    return np.sqrt(flat)


def sobel(pictures: Picture) -> tuple[Picture, Picture]:
    """Brightness gradients across and down, with paper around the pictures.

    Parameters
    ----------
    pictures : float32 array of shape (n, height, width)

    Returns
    -------
    tuple of two float32 arrays of shape (n, height, width)

    Examples
    --------
    >>> across, down = sobel(np.ones((1, 3, 3), np.float32))
    >>> across[0]
    array([[ 3.,  0., -3.],
           [ 4.,  0., -4.],
           [ 3.,  0., -3.]], dtype=float32)
    """
    p = np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
    across = p[:, :, 2:] - p[:, :, :-2]
    down = p[:, 2:] - p[:, :-2]
    return (
        across[:, :-2] + 2 * across[:, 1:-1] + across[:, 2:],
        down[:, :, :-2] + 2 * down[:, :, 1:-1] + down[:, :, 2:],
    )


def _window() -> NDArray[np.float32]:
    """Gaussian weights of a glyph's 32 rows in each of the 7 rows of cells."""
    cell = GLYPH_SIZE / CELLS
    middles = (np.arange(CELLS) + 0.5) * cell - 0.5
    offsets = np.arange(GLYPH_SIZE) - middles[:, None]
    weights = np.exp(-0.5 * (offsets / (POOLING * cell)) ** 2)
    normalised: NDArray[np.float32] = weights / weights.sum(axis=1, keepdims=True)
    return normalised.astype(np.float32)


def draw_features(features: NDArray[np.float32]) -> Picture:
    """Draw the features of a glyph: in each cell a line along its edges.

    The stronger they are, the longer it is.

    Parameters
    ----------
    features : float32 array of shape (392,)

    Returns
    -------
    float32 array of shape (112, 112)
        1 is ink and 0 is paper.
    """
    strength = features.reshape(DIRECTIONS, CELLS, CELLS) ** 2
    angles = np.arange(DIRECTIONS) * 2 * np.pi / DIRECTIONS
    # The two edges of a stroke face opposite ways: angles doubled, they agree.
    doubled = np.tensordot(np.exp(2j * angles), strength, axes=1)
    turn = np.angle(doubled)[:, None, :, None] / 2
    length = np.sqrt(np.abs(doubled) / max(np.abs(doubled).max(), 1e-6))
    side = 16
    offsets = np.arange(side) - (side - 1) / 2
    y, x = offsets[:, None, None], offsets
    # An edge runs across its gradient.
    across = np.cos(turn) * x + np.sin(turn) * y
    along = np.cos(turn) * y - np.sin(turn) * x
    lines = (np.abs(across) < 1) & (np.abs(along) < side / 2 * length[:, None, :, None])
    drawn: Picture = lines.reshape(CELLS * side, CELLS * side).astype(np.float32)
    return drawn
