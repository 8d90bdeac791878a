"""The learnt metric is what textbooks say, and follows scikit-learn."""

import pickle

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import pairwise_distances
from sklearn.neighbors import KNeighborsClassifier
from sklearn.utils.estimator_checks import estimator_checks_generator

from digitcore.metric import Vote, WithinClassMetric

X, y = load_iris(return_X_y=True)


@pytest.mark.parametrize(
    ("estimator", "check"),
    list(estimator_checks_generator(WithinClassMetric(n_components=2))),
    ids=lambda value: getattr(getattr(value, "func", None), "__name__", ""),
)
def test_estimator_checks(estimator: object, check: object) -> None:
    check(estimator)  # type: ignore[operator]


def whitened(shrinkage: float) -> NDArray[np.float64]:
    """Whiten iris by the scatter within classes, step by step."""
    centred = np.concatenate([X[y == k] - X[y == k].mean(axis=0) for k in range(3)])
    covariance = centred.T @ centred / len(X)
    covariance += shrinkage * np.trace(covariance) / 4 * np.eye(4)
    return X @ np.linalg.cholesky(np.linalg.inv(covariance))


@pytest.mark.parametrize("shrinkage", [0.01, 0.3, 1.0])
def test_distances_are_those_of_whitening_and_then_pca(shrinkage: float) -> None:
    expected = PCA(2).fit_transform(whitened(shrinkage))
    embedded = WithinClassMetric(2, shrinkage).fit_transform(X, y)
    np.testing.assert_allclose(
        pairwise_distances(embedded), pairwise_distances(expected), atol=1e-3
    )


def test_with_few_dimensions_it_agrees_with_discriminant_analysis() -> None:
    lda = LinearDiscriminantAnalysis(n_components=1).fit_transform(X, y)[:, 0]
    ours = WithinClassMetric(1, shrinkage=1e-6).fit_transform(X, y)[:, 0]
    assert abs(np.corrcoef(lda, ours)[0, 1]) > 0.9999


def test_the_first_component_varies_most() -> None:
    embedded = WithinClassMetric(4).fit_transform(X, y)
    variances = embedded.var(axis=0)
    assert (np.diff(variances) < 0).all()


def test_what_is_learnt_is_float32() -> None:
    metric = WithinClassMetric(2).fit(X.astype(np.float32), y)
    assert metric.components_.dtype == np.float32
    assert metric.mean_.dtype == np.float32
    assert metric.transform(X).dtype == np.float32


def test_votes_are_a_softmax_of_distances() -> None:
    distances = np.array([[1.0, 1.5, 3.0], [0.0, 0.0, 9.0]])
    weights = Vote(2.0)(distances)
    expected = np.exp(-2 * distances)
    np.testing.assert_allclose(
        weights / weights.sum(axis=1, keepdims=True),
        expected / expected.sum(axis=1, keepdims=True),
    )


def test_votes_of_far_neighbours_are_no_zeros() -> None:
    # exp(-2000) is 0 in floating point; the nearest must not be lost with it.
    np.testing.assert_array_equal(Vote(2.0)(np.array([[1000.0, 1000.0]])), [[1, 1]])


def test_votes_work_in_scikit_learn_and_in_a_pickle() -> None:
    classifier = KNeighborsClassifier(2, weights=Vote(1.0), algorithm="brute")
    classifier.fit([[0.0], [3.0], [100.0]], [0, 1, 1])
    classifier = pickle.loads(pickle.dumps(classifier))  # noqa: S301
    # Distances 1 and 2: exp(-1) against exp(-2), so 1 / (1 + exp(-1)) = 0.7311.
    np.testing.assert_allclose(
        classifier.predict_proba([[1.0]]), [[0.7311, 0.2689]], atol=1e-4
    )
