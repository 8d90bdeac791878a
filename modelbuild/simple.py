"""The tutorial-sized model: `load_digits` and nothing else, in seconds."""

from dataclasses import replace

import numpy as np
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline

from digitcore.tutorial import SOURCE, train_tutorial_model, tutorial_pipeline
from modelbuild.building import Built
from modelbuild.glyphs import rows
from modelbuild.progress import Progress
from modelbuild.scanned import scanned_digits
from modelbuild.selection import CANDIDATES, N_FOLDS, Selection, smoothest


def build_simple(progress: Progress) -> Built:
    """Build the model that the page falls back on.

    Parameters
    ----------
    progress : Progress
        Of which 4 steps are used.

    Returns
    -------
    Built
    """
    progress.step("Normalising load_digits")
    scanned = scanned_digits()
    training, held_out = scanned.training, scanned.held_out
    digits = scanned.glyphs.digits
    samples = rows(scanned.glyphs.views[:, :1])
    progress.step("Choosing the number of neighbours by cross-validation")
    features, *steps = tutorial_pipeline(CANDIDATES[0])
    measured = features.fit_transform(samples)
    search = GridSearchCV(
        make_pipeline(*steps),
        {"kneighborsclassifier__n_neighbors": CANDIDATES},
        cv=StratifiedKFold(N_FOLDS, shuffle=True, random_state=0),
        refit=False,
    ).fit(measured[training], digits[training])
    accuracies = np.transpose(
        [search.cv_results_[f"split{fold}_test_score"] for fold in range(N_FOLDS)]
    )
    n_neighbors = smoothest(accuracies)
    progress.step("Reading the held-out quarter of load_digits")
    pipeline = tutorial_pipeline(n_neighbors)
    pipeline.fit(samples[training], digits[training])
    read = pipeline.predict(samples[held_out])
    progress.step("Training on all of it")
    model = train_tutorial_model(n_neighbors)
    data = {"digits": {SOURCE: len(samples)}}
    model = replace(model, card=model.card | {"data": data})
    selection = Selection(CANDIDATES, accuracies, n_neighbors)
    return Built(model, selection, scanned, read)
