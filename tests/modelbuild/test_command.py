"""`build_model.py` from end to end, with very little to learn from."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from digitcore import Recognizer, store
from modelbuild import command
from modelbuild.building import Scale
from modelbuild.command import main
from modelbuild.handwriting import draw_digit

TINY = Scale(
    n_drawn=8,
    n_calibration=3,
    n_nondigits=20,
    drawn_prototypes=4,
    scanned_prototypes=6,
    nondigit_prototypes=8,
    mnist_prototypes=3,
    n_report=2,
)


def digests(folder: Path) -> dict[str, str]:
    card = json.loads((folder / "digits.json").read_text())
    found: dict[str, str] = card["sha256"]
    return found


@pytest.fixture(scope="module")
def arguments(
    tmp_path_factory: pytest.TempPathFactory,
    fill_with_mnist: Callable[[Path], None],
    exported: dict[str, Any],
) -> list[str]:
    """All that a model can be given to learn from and to be judged by."""
    folder = tmp_path_factory.mktemp("given")
    samples = folder / "samples.json"
    samples.write_text(json.dumps(exported))
    fill_with_mnist(folder)
    digits = np.arange(10)
    images = np.stack([draw_digit(int(digit), [77, digit]) for digit in digits])
    np.savez(folder / "others.npz", images=images, digits=digits)
    return [
        *("--mnist", str(folder)),
        *("--samples", str(samples), "--samples", str(samples)),
        *("--drawings", str(folder / "others.npz")),
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, arguments: list[str]) -> Path:
    """A model of all of it."""
    folder = tmp_path_factory.mktemp("model")
    assert main([*arguments, "--output", str(folder)], TINY) == 0
    return folder


def test_the_model_reads(built: Path) -> None:
    recognizer = Recognizer.load(built)
    recognition = recognizer.recognize(draw_digit(0, [6, 1]))
    assert recognition.probabilities.argmax() == 0
    sources = {neighbor.source for neighbor in recognition.neighbors}
    assert sources <= {
        "drawn by program",
        "scikit-learn's load_digits",
        "MNIST",
        "your own drawings",
    }


def test_it_writes_all_that_is_promised(built: Path) -> None:
    report = {path.name for path in (built / "report").iterdir()}
    assert report == {
        "classification_report.txt",
        "conditions.png",
        "confusion_matrix.png",
        "errors_drawn.png",
        "errors_load_digits.png",
        "k_selection.png",
        "reliability.png",
        "strokes.png",
    }
    readme = (built / "README.md").read_text()
    for name in report:
        assert f"report/{name}" in readme
    assert "$" not in readme


def test_the_card_has_the_figures(built: Path) -> None:
    card = json.loads((built / "digits.json").read_text())
    comparison = card["figures"]["comparison"]
    assert list(comparison)[-1] == "this model"
    held_out = comparison["this model"]["scikit-learn's load_digits, held out"]
    assert held_out["of"] == 450
    assert held_out["share"] > 0.9
    assert comparison["this model"]["others"]["of"] == 10
    assert comparison["this model"]["MNIST, test"]["of"] == 20
    assert set(card["thresholds"]) == {"confidence", "strangeness"}
    assert card["data"]["digits"]["scikit-learn's load_digits"] == 1797


def test_a_second_run_gives_the_same_files(
    built: Path, arguments: list[str], tmp_path: Path
) -> None:
    assert main([*arguments, "--output", str(tmp_path)], TINY) == 0
    assert digests(tmp_path) == digests(built)


def test_evaluating_leaves_the_model_alone(built: Path) -> None:
    before = json.loads((built / "digits.json").read_text())
    pickled = (built / "digits.pkl").read_bytes()
    (built / "README.md").unlink()
    assert main(["--output", str(built), "--evaluate"], TINY) == 0
    after = json.loads((built / "digits.json").read_text())
    assert (built / "digits.pkl").read_bytes() == pickled
    assert after["sha256"] == before["sha256"]
    ours = [card["figures"]["comparison"]["this model"] for card in (before, after)]
    # Without --drawings and --mnist, so these are no longer reported on.
    gone = ("others", "MNIST, test")
    assert ours[1] == {name: ours[0][name] for name in ours[0] if name not in gone}
    assert (built / "README.md").exists()


def test_mnist_and_samples_are_learnt_from(built: Path) -> None:
    card = json.loads((built / "digits.json").read_text())
    assert card["data"]["digits"]["MNIST"] == 40
    assert card["data"]["digits"]["your own drawings"] == 4  # a file of two, twice
    # One's own drawings are prototypes themselves.
    assert store.load(built).sources.count("your own drawings") == 4


def test_the_simple_model(tmp_path: Path) -> None:
    assert main(["--simple", "--output", str(tmp_path)], TINY) == 0
    recognizer = Recognizer.load(tmp_path)
    assert recognizer.recognize(draw_digit(0, [6, 1])).digit == 0
    assert recognizer.model.card["data"] == {
        "digits": {"scikit-learn's load_digits": 1797}
    }
    assert (tmp_path / "report" / "k_selection.png").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--samples", "missing.json"],
        ["--mnist", "missing"],
        ["--drawings", "missing.npz"],
    ],
)
def test_bad_files_stop_it_before_anything_is_touched(
    tmp_path: Path,
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    output = tmp_path / "model"
    assert main([*arguments, "--output", str(output)], TINY) == 2
    message = capsys.readouterr().err
    assert message.startswith("build_model.py: ")
    assert message.count("\n") == 1
    assert not output.exists()


def test_an_interruption_leaves_the_old_model(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    before = {path: path.read_bytes() for path in built.glob("digits.*")}
    monkeypatch.setattr(command, "build", interrupted)
    with pytest.raises(KeyboardInterrupt):
        main(["--output", str(built)], TINY)
    assert {path: path.read_bytes() for path in built.glob("digits.*")} == before


def test_evaluating_no_model_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--evaluate", "--output", str(tmp_path / "none")], TINY) == 2
    assert "Run `python build_model.py`" in capsys.readouterr().err


def test_samples_need_the_full_model(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--simple", "--samples", "x.json", "--output", str(tmp_path)], TINY)
