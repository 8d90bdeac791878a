"""MNIST, from files and from OpenML."""

import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from modelbuild import mnist
from modelbuild.errors import BuildError
from modelbuild.mnist import load_mnist, mnist_drawings, mnist_group

WriteIdx = Callable[[Path, np.ndarray], None]


def test_reads_a_folder(mnist_folder: Path) -> None:
    training, test = load_mnist(mnist_folder)
    assert training.pictures.shape == (40, 28, 28)
    assert training.digits.tolist() == [number % 10 for number in range(40)]
    assert test.digits.tolist() == [number % 10 for number in range(20)]


def test_reads_gzipped_and_dotted_names(mnist_folder: Path) -> None:
    for path in list(mnist_folder.iterdir()):
        packed = gzip.compress(path.read_bytes())
        path.with_name(path.name.replace("-idx", ".idx") + ".gz").write_bytes(packed)
        path.unlink()
    assert len(load_mnist(mnist_folder).test.digits) == 20


def test_names_the_missing_file(mnist_folder: Path) -> None:
    (mnist_folder / "t10k-labels-idx1-ubyte").unlink()
    with pytest.raises(BuildError, match="no t10k-labels-idx1-ubyte"):
        load_mnist(mnist_folder)


def test_refuses_pictures_of_another_size(
    mnist_folder: Path, write_idx: WriteIdx
) -> None:
    write_idx(mnist_folder / "train-images-idx3-ubyte", np.ones((40, 20, 20), np.uint8))
    with pytest.raises(BuildError, match=r"20 x 20, expected 28 x 28"):
        load_mnist(mnist_folder)


@pytest.mark.parametrize(
    ("digits", "message"),
    [
        (np.arange(39) % 10, "40 pictures, but 39 labels"),
        (np.arange(40) % 9, "no picture of 9"),
        (np.arange(40) % 11, "label 10 is no digit"),
    ],
)
def test_refuses_labels_that_do_not_fit(
    mnist_folder: Path, write_idx: WriteIdx, digits: np.ndarray, message: str
) -> None:
    write_idx(mnist_folder / "train-labels-idx1-ubyte", digits.astype(np.uint8))
    with pytest.raises(BuildError, match=message):
        load_mnist(mnist_folder)


def test_refuses_empty_pictures(mnist_folder: Path, write_idx: WriteIdx) -> None:
    pictures = np.ones((40, 28, 28), np.uint8)
    pictures[7] = 0
    write_idx(mnist_folder / "train-images-idx3-ubyte", pictures)
    with pytest.raises(BuildError, match="picture 7 is empty"):
        load_mnist(mnist_folder)


def test_fetches_from_openml(
    monkeypatch: pytest.MonkeyPatch, mnist_folder: Path
) -> None:
    training, test = load_mnist(mnist_folder)
    pixels = np.concatenate([training.pictures, test.pictures]).reshape(60, -1)
    labels = np.concatenate([training.digits, test.digits]).astype(str).astype(object)

    def fetch(name: str, **options: object) -> tuple[np.ndarray, np.ndarray]:
        assert (name, options["version"]) == ("mnist_784", 1)
        return pixels.astype(np.float64), labels

    monkeypatch.setattr(mnist, "fetch_openml", fetch)
    monkeypatch.setattr(mnist, "TRAINING", 40)
    fetched = load_mnist()
    assert (fetched.training.pictures == training.pictures).all()
    assert (fetched.test.digits == test.digits).all()


def test_says_what_to_do_without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(name: str, **options: object) -> None:
        raise OSError("no route to host")

    monkeypatch.setattr(mnist, "fetch_openml", fetch)
    with pytest.raises(BuildError, match=r"no route to host.*--mnist FOLDER"):
        load_mnist()


def test_pictures_become_black_on_white(mnist_folder: Path) -> None:
    training, _ = load_mnist(mnist_folder)
    drawings = mnist_drawings(training)
    assert np.median(drawings.pictures) == 255
    group = mnist_group(training, n_prototypes=3)
    assert group.glyphs.views.shape == (40, 2, 32, 32)
    assert set(group.glyphs.sources) == {"MNIST"}
