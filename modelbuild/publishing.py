"""A finished model, judged, written and described."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from digitcore import store
from digitcore.recognizer import Recognizer
from modelbuild.building import Built
from modelbuild.card import write_readme
from modelbuild.comparison import compare
from modelbuild.drawings import Drawings
from modelbuild.evaluation import Share
from modelbuild.judging import Judgement, judge
from modelbuild.progress import Progress, say
from modelbuild.report import (
    comparison_figures,
    held_out_report,
    judgement_report,
    share_figures,
)
from modelbuild.scanned import Scanned, scanned_digits

OURS = "this model"
REPORT = "report"
README = "README.md"


def publish(
    built: Built,
    elsewhere: list[Drawings],
    n_per_digit: int,
    folder: Path,
    progress: Progress,
) -> None:
    """Judge a new model, write it, and report on it.

    Parameters
    ----------
    built : Built
    elsewhere : list of Drawings
        To judge it by, besides our own.
    n_per_digit : int
        How many of our own, of each digit.
    folder : Path
    progress : Progress
        Of which a step is used.
    """
    progress.step("Judging it by fresh drawings")
    scanned = built.scanned
    right = built.held_out == scanned.glyphs.digits[scanned.held_out]
    model = built.model
    held_out = share_figures(Share.of(right))
    report = folder / REPORT
    judgement = judge(Recognizer(model), elsewhere, n_per_digit)
    figures = figures_of(judgement, scanned, held_out, report)
    card = store.save(replace(model, card=model.card | {"figures": figures}), folder)
    say(held_out_report(built, report))
    write_readme(card, folder / README)
    progress.finish(f"Wrote {folder}: {summary(figures)}")


def publish_evaluation(
    folder: Path, elsewhere: list[Drawings], n_per_digit: int, progress: Progress
) -> None:
    """Judge the model in a folder and report on it anew; it stays as it is.

    Parameters
    ----------
    folder : Path
    elsewhere : list of Drawings
    n_per_digit : int
    progress : Progress
        Of which a step is used.
    """
    progress.step(f"Judging the model in {folder} by fresh drawings")
    model = store.load(folder)
    # Trained on all of load_digits, it can't be judged by them any more.
    held_out = next(iter(model.card["figures"]["comparison"][OURS].values()))
    judgement = judge(Recognizer(model), elsewhere, n_per_digit)
    figures = figures_of(judgement, scanned_digits(), held_out, folder / REPORT)
    card = model.card | {"figures": figures}
    new = folder / f"{store.CARD_FILE}.new"
    new.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    new.replace(folder / store.CARD_FILE)
    write_readme(card, folder / README)
    progress.finish(f"Reported in {folder / REPORT}: {summary(figures)}")


def figures_of(
    judgement: Judgement, scanned: Scanned, held_out: dict[str, Any], report: Path
) -> dict[str, Any]:
    """Collect all figures, those of other approaches too; write the plots."""
    figures = judgement_report(judgement, report)
    comparison = comparison_figures(compare(scanned, judgement.sets))
    held_out_name, *_ = next(iter(comparison.values()))
    ours = {held_out_name: held_out} | {
        drawings.name: share_figures(Share.of(readings.right))
        for drawings, readings in zip(judgement.sets, judgement.readings, strict=True)
    }
    return {"comparison": comparison | {OURS: ours}} | figures


def summary(figures: dict[str, Any]) -> str:
    """Say in a line how good a model is."""
    return ", ".join(
        f"{100 * figure['share']:.2f} % of {name}"
        for name, figure in figures["comparison"][OURS].items()
    )
