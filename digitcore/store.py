"""The model on disk: written whole, and believed only after a check.

A pickle can run any code when it is loaded, so its digest must be the one on the
model card before it is opened; and scikit-learn's own pickles are only sound in the
version that wrote them.
"""

import hashlib
import io
import json
import os
import pickle
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
from numpy.typing import NDArray
from sklearn.pipeline import Pipeline

FORMAT = 1  # raised when digitcore can no longer read older models
PIPELINE_FILE = "digits.pkl"
EXAMPLES_FILE = "digits.npz"
CARD_FILE = "digits.json"
DEFAULT_FOLDER = Path(__file__).parent.parent / "model"


class ModelError(RuntimeError):
    """The model is missing, damaged or of another version."""


@dataclass(frozen=True)
class Model:
    """A trained recogniser, and what is needed to explain its answers.

    Attributes
    ----------
    pipeline : sklearn.pipeline.Pipeline
        From glyph views, (n, n_views * 1024), to digits. Its last step is a
        `KNeighborsClassifier` over prototypes.
    examples : uint8 array of shape (n_prototypes, height, width)
        For each prototype a glyph it was learnt from; 255 is ink.
    sources : list of str
        Where each of these glyphs comes from.
    nondigits : float32 array of shape (n, n_components)
        Prototypes of what is no digit, in the pipeline's learnt space.
    card : dict
        Data, parameters, measured figures, and `thresholds`, of which
        ``"confidence"`` is the least probability that is an answer and
        ``"strangeness"`` the most that is still a digit.
    """

    pipeline: Pipeline
    examples: NDArray[np.uint8]
    sources: list[str]
    nondigits: NDArray[np.float32]
    card: dict[str, Any]


def save(model: Model, folder: str | os.PathLike[str]) -> dict[str, Any]:
    """Write a model; an interruption leaves the old one as it was.

    Parameters
    ----------
    model : Model
    folder : str or os.PathLike
        Made if there is none.

    Returns
    -------
    dict
        The card as written, with digests and versions.
    """
    names = sorted(set(model.sources))
    examples = io.BytesIO()
    np.savez_compressed(
        examples,
        examples=model.examples,
        sources=np.array([names.index(source) for source in model.sources], np.uint8),
        source_names=np.array(names, dtype=np.str_),
        nondigits=model.nondigits.astype(np.float16),
    )
    files = {
        PIPELINE_FILE: pickle.dumps(model.pipeline, protocol=5),
        EXAMPLES_FILE: examples.getvalue(),
    }
    card = model.card | {
        "format": FORMAT,
        "sha256": {name: digest(data) for name, data in files.items()},
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
        },
    }
    files[CARD_FILE] = (json.dumps(card, indent=2) + "\n").encode()
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = {folder / f"{name}.new": folder / name for name in files}
    try:
        for new, data in zip(written, files.values(), strict=True):
            new.write_bytes(data)
        for new, path in written.items():
            new.replace(path)
    finally:
        for new in written:
            new.unlink(missing_ok=True)
    return card


def load(path: str | os.PathLike[str] | None = None) -> Model:
    """Load a model after checking that it is the one its card describes.

    Parameters
    ----------
    path : str or os.PathLike, optional
        Its folder, or the pickle in it; by default ``model/`` beside `digitcore`.

    Returns
    -------
    Model

    Raises
    ------
    ModelError
        If a file is missing or damaged, or of another version of scikit-learn.
        No pickle is opened then.
    """
    folder = DEFAULT_FOLDER if path is None else Path(path)
    if folder.suffix == ".pkl":
        folder = folder.parent
    card = _read_card(folder)
    pickled = _read_checked(folder / PIPELINE_FILE, card)
    packed = _read_checked(folder / EXAMPLES_FILE, card)
    try:
        pipeline = pickle.loads(pickled)  # noqa: S301 - its digest is the card's
        with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
            names = arrays["source_names"]
            return Model(
                pipeline=pipeline,
                examples=arrays["examples"],
                sources=[str(name) for name in names[arrays["sources"]]],
                nondigits=arrays["nondigits"].astype(np.float32),
                card=card,
            )
    # What a pickle of an older digitcore raises when its classes have moved.
    except (AttributeError, ImportError, KeyError, pickle.UnpicklingError) as error:
        raise ModelError(
            f"{folder} was made by another version of digitcore. {_REMEDY}"
        ) from error


def digest(data: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal.

    Examples
    --------
    >>> digest(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(data).hexdigest()


def _read_card(folder: Path) -> dict[str, Any]:
    path = folder / CARD_FILE
    try:
        card: dict[str, Any] = json.loads(_read(path))
        version = card["versions"]["scikit-learn"]
        layout = card["format"]
        for name in (PIPELINE_FILE, EXAMPLES_FILE):
            str.lower(card["sha256"][name])
        for name in ("confidence", "strangeness"):
            float(card["thresholds"][name])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path} is damaged. {_REMEDY}") from error
    if layout != FORMAT:
        raise ModelError(
            f"{path} has format {layout}, but this version of digitcore reads "
            f"format {FORMAT}. {_REMEDY}"
        )
    if version != sklearn.__version__:
        raise ModelError(
            f"{path} was made with scikit-learn {version}, but this is "
            f"scikit-learn {sklearn.__version__}. Install that one, or: {_REMEDY}"
        )
    return card


def _read_checked(path: Path, card: dict[str, Any]) -> bytes:
    data = _read(path)
    if digest(data) != card["sha256"][path.name]:
        raise ModelError(f"{path} is not the file its card describes. {_REMEDY}")
    return data


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} can't be read. {_REMEDY}") from error


_REMEDY = "Run `python build_model.py` to make the model anew."
