"""Features to a space where near means alike.

Euclid's distance between features counts all differences alike, those between two
hands that write the same digit too. Whitening by the scatter *within* the digits
makes the common ones of these small; it is known from face and speaker recognition
as within-class covariance normalisation [1]_.

References
----------
.. [1] A. O. Hatch, S. Kajarekar and A. Stolcke, "Within-class covariance
   normalization for SVM-based speaker recognition", Interspeech 2006, 1471-1474.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data


class WithinClassMetric(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Whiten by the scatter within classes, then keep the principal components.

    Parameters
    ----------
    n_components : int, default=64
        Dimensions to keep.
    shrinkage : float, default=1.0
        How much of the mean variance is added to every variance, so that what
        hardly varied in training is not blown up.

    Attributes
    ----------
    mean_ : float32 array of shape (n_features,)
    components_ : float32 array of shape (n_features, n_components)
        The linear map.
    n_features_in_ : int

    See Also
    --------
    sklearn.discriminant_analysis.LinearDiscriminantAnalysis : whitens in the same
        way, but keeps no more dimensions than there are classes, less one.

    Examples
    --------
    Two classes that differ in the second feature, while the first varies more:

    >>> import numpy as np
    >>> X = np.array([[-9, -2], [9, -2], [-9, 2], [9, 2]])
    >>> metric = WithinClassMetric(n_components=1, shrinkage=0.01)
    >>> np.abs(metric.fit_transform(X, [0, 0, 1, 1])).round(2)
    array([[3.14],
           [3.14],
           [3.14],
           [3.14]], dtype=float32)
    """

    def __init__(self, n_components: int = 64, shrinkage: float = 1.0):
        self.n_components = n_components
        self.shrinkage = shrinkage

    def fit(self, X: ArrayLike, y: ArrayLike) -> Self:
        """Learn the map.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
        y : array-like of shape (n_samples,)
            Classes.
        """
        samples, classes = validate_data(self, X, y, dtype=(np.float64, np.float32))
        check_classification_targets(classes)
        mean = samples.mean(axis=0)
        scatter = np.zeros((len(mean), len(mean)))
        for label in np.unique(classes):
            members = samples[classes == label]
            spread = members - members.mean(axis=0)
            scatter += spread.T @ spread
        within = scatter / len(samples)
        within += (
            self.shrinkage
            * max(np.trace(within) / len(mean), 1e-12)
            * np.eye(len(mean))
        )
        spread = samples - mean
        total = spread.T @ spread / len(samples)
        # Whitens by the one, then takes the principal components of the other; the
        # largest come last. In numpy alone: SciPy's LAPACK would double what the
        # page has to load, which otherwise has no need of it.
        whitening = np.linalg.inv(np.linalg.cholesky(within))
        _, directions = np.linalg.eigh(whitening @ total @ whitening.T)
        first = max(len(mean) - self.n_components, 0)
        components = whitening.T @ directions[:, first:]
        self.mean_ = mean.astype(np.float32)
        self.components_ = components[:, ::-1].astype(np.float32)
        return self

    def transform(self, X: ArrayLike) -> NDArray[np.float32]:
        """Map samples to the learnt space.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)

        Returns
        -------
        float32 array of shape (n_samples, n_components)
        """
        check_is_fitted(self)
        samples = validate_data(self, X, dtype=np.float32, reset=False)
        embedded: NDArray[np.float32] = (samples - self.mean_) @ self.components_
        return embedded

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.target_tags.required = True
        tags.transformer_tags.preserves_dtype = ["float32"]
        return tags


@dataclass(frozen=True)
class Vote:
    """Weights of neighbours' votes: exp(-sharpness * distance).

    Unlike scikit-learn's "distance" (one over it) these fall off quickly enough to
    ask many neighbours, and their sums are probabilities once the sharpness is
    fitted to data: a Gaussian-like kernel estimate of each digit's density. An
    object rather than a function, so that it can be pickled.

    Parameters
    ----------
    sharpness : float
        Per unit of distance.

    Examples
    --------
    Only differences count, so the nearest is given 1:

    >>> import numpy as np
    >>> Vote(sharpness=2.0)(np.array([[5.0, 5.5]])).round(3)
    array([[1.   , 0.368]])
    """

    sharpness: float

    def __call__(self, distances: NDArray[np.floating]) -> NDArray[np.floating]:
        """Weigh neighbours by their distances, both (n_samples, n_neighbors)."""
        nearest = distances.min(axis=1, keepdims=True)
        weights: NDArray[np.floating] = np.exp(-self.sharpness * (distances - nearest))
        return weights
