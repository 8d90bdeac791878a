"""A model is loaded only if it is the one that its card describes."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import sklearn
from drawing import draw_digit
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

from digitcore import ModelError, Recognizer, store


def small_model() -> store.Model:
    rows = np.eye(10, 20, dtype=np.float32)
    pipeline = make_pipeline(KNeighborsClassifier(1, algorithm="brute"))
    pipeline.fit(rows, np.arange(10))
    return store.Model(
        pipeline=pipeline,
        examples=np.arange(10 * 4, dtype=np.uint8).reshape(10, 2, 2),
        sources=["first", "second"] * 5,
        nondigits=np.linspace(0, 1, 40, dtype=np.float32).reshape(2, 20),
        card={"thresholds": {"confidence": 0.7, "strangeness": 1.0}},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store.save(small_model(), tmp_path)
    return tmp_path


def change_card(folder: Path, **changes: object) -> None:
    path = folder / store.CARD_FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


class Trap:
    """Writes a file when it is unpickled, as a malicious pickle could."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


def test_what_is_saved_is_loaded(folder: Path) -> None:
    model, expected = store.load(folder), small_model()
    assert model.sources == expected.sources
    assert model.card["thresholds"] == expected.card["thresholds"]
    np.testing.assert_array_equal(model.examples, expected.examples)
    # Stored in half precision.
    np.testing.assert_allclose(model.nondigits, expected.nondigits, atol=1e-3)
    assert model.nondigits.dtype == np.float32
    rows = np.eye(10, 20, dtype=np.float32)
    np.testing.assert_array_equal(model.pipeline.predict(rows), np.arange(10))


def test_a_recogniser_survives_the_disk(
    tutorial_recognizer: Recognizer, tmp_path: Path
) -> None:
    store.save(tutorial_recognizer.model, tmp_path)
    before = tutorial_recognizer.recognize(draw_digit(3))
    after = Recognizer.load(tmp_path).recognize(draw_digit(3))
    np.testing.assert_array_equal(before.probabilities, after.probabilities)
    assert [n.distance for n in before.neighbors] == [
        n.distance for n in after.neighbors
    ]


def test_folder_or_pickle_may_be_named(folder: Path) -> None:
    store.load(str(folder))
    store.load(folder / store.PIPELINE_FILE)


def test_saving_twice_gives_the_same_digests(folder: Path, tmp_path: Path) -> None:
    first = json.loads((folder / store.CARD_FILE).read_text())["sha256"]
    assert store.save(small_model(), tmp_path / "again")["sha256"] == first


def test_the_card_says_digests_and_versions(folder: Path) -> None:
    card = json.loads((folder / store.CARD_FILE).read_text())
    assert card["sha256"].keys() == {store.PIPELINE_FILE, store.EXAMPLES_FILE}
    assert card["versions"]["scikit-learn"] == sklearn.__version__
    assert card["versions"]["numpy"] == np.__version__


@pytest.mark.parametrize("name", [store.PIPELINE_FILE, store.EXAMPLES_FILE])
@pytest.mark.parametrize("damage", ["cut", "empty", "one byte", "missing"])
def test_damaged_files_are_refused(folder: Path, name: str, damage: str) -> None:
    path = folder / name
    data = bytearray(path.read_bytes())
    if damage == "missing":
        path.unlink()
    elif damage == "one byte":
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    else:
        path.write_bytes(data[: len(data) // 2 if damage == "cut" else 0])
    with pytest.raises(ModelError, match=f"{name}.*build_model.py"):
        store.load(folder)


def test_a_wrong_digest_is_refused_before_unpickling(folder: Path) -> None:
    sprung = folder / "sprung"
    (folder / store.PIPELINE_FILE).write_bytes(pickle.dumps(Trap(sprung)))
    with pytest.raises(ModelError, match="not the file its card describes"):
        store.load(folder)
    assert not sprung.exists()
    pickle.loads(pickle.dumps(Trap(sprung)))  # noqa: S301 - the trap does work
    assert sprung.exists()


def test_another_scikit_learn_is_refused_before_unpickling(folder: Path) -> None:
    sprung = folder / "sprung"
    data = pickle.dumps(Trap(sprung))
    (folder / store.PIPELINE_FILE).write_bytes(data)
    digests = json.loads((folder / store.CARD_FILE).read_text())["sha256"]
    change_card(
        folder,
        versions={"scikit-learn": "1.7.0"},
        sha256=digests | {store.PIPELINE_FILE: store.digest(data)},
    )
    with pytest.raises(ModelError, match=r"scikit-learn 1\.7\.0.*build_model\.py"):
        store.load(folder)
    assert not sprung.exists()


@pytest.mark.parametrize(
    "card",
    ["", "{", "[]", "{}", '{"versions": 3, "format": 1}', '{"format": 1}', "\xff"],
)
def test_damaged_cards_are_refused(folder: Path, card: str) -> None:
    (folder / store.CARD_FILE).write_bytes(card.encode("latin-1"))
    with pytest.raises(ModelError, match=r"digits\.json is damaged.*build_model"):
        store.load(folder)


@pytest.mark.parametrize(
    "changes", [{"sha256": {}}, {"sha256": []}, {"sha256": None}, {"thresholds": {}}]
)
def test_cards_that_lack_something_are_refused(
    folder: Path, changes: dict[str, object]
) -> None:
    change_card(folder, **changes)
    with pytest.raises(ModelError, match=r"digits\.json is damaged.*build_model"):
        store.load(folder)


def test_a_class_that_is_gone_is_refused(folder: Path) -> None:
    data = b"cdigitcore.metric\nGone\n."  # the pickle of a class by its name
    (folder / store.PIPELINE_FILE).write_bytes(data)
    digests = json.loads((folder / store.CARD_FILE).read_text())["sha256"]
    change_card(folder, sha256=digests | {store.PIPELINE_FILE: store.digest(data)})
    with pytest.raises(ModelError, match="another version of digitcore"):
        store.load(folder)


def test_other_formats_are_refused(folder: Path) -> None:
    change_card(folder, format=99)
    with pytest.raises(ModelError, match=r"format 99.*build_model\.py"):
        store.load(folder)


def test_no_model_at_all(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"build_model\.py"):
        store.load(tmp_path / "nowhere")


def test_loading_never_writes(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    store.load(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_an_interrupted_save_leaves_the_old_model(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = (folder / store.CARD_FILE).read_text()
    write = Path.write_bytes

    def run_out_of_space(path: Path, data: bytes) -> int:
        if store.CARD_FILE in path.name:
            raise OSError("No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", run_out_of_space)
    other = small_model()
    other.examples[:] = 7
    with pytest.raises(OSError, match="No space"):
        store.save(other, folder)
    assert (folder / store.CARD_FILE).read_text() == old
    assert store.load(folder).examples.max() == 39
    assert not list(folder.glob("*.new"))
