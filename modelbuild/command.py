"""The command line of `build_model.py`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from threadpoolctl import threadpool_limits

from digitcore import store
from modelbuild.building import FULL, Scale, build
from modelbuild.drawings import load_drawings
from modelbuild.errors import BuildError
from modelbuild.mnist import load_mnist, mnist_drawings, mnist_group
from modelbuild.progress import Progress
from modelbuild.publishing import publish, publish_evaluation
from modelbuild.samples import load_samples, samples_group
from modelbuild.simple import build_simple

N_STEPS = 6
N_STEPS_SIMPLE = 5
SIMPLE_REPORT = 20  # drawings of each digit: it shall be done in seconds

DESCRIPTION = """\
Trains the recogniser, evaluates it and writes it to model/: digits.pkl (the pickled
scikit-learn pipeline), digits.npz (the training glyphs shown as neighbours),
digits.json (the model card), README.md and report/. The old model stays as it is
until the new one is complete.
"""


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    result = argparse.ArgumentParser(prog="build_model.py", description=DESCRIPTION)
    what = result.add_mutually_exclusive_group()
    what.add_argument(
        "--simple",
        action="store_true",
        help="only scikit-learn's load_digits, as in the tutorial: done in seconds, "
        "reads nine drawings of ten",
    )
    what.add_argument(
        "--mnist",
        nargs="?",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="FOLDER",
        help="learn from MNIST too: from the IDX files in FOLDER, or without one "
        "from OpenML (scikit-learn's fetch_openml)",
    )
    what.add_argument(
        "--evaluate",
        action="store_true",
        help="train nothing: judge the model that is there and write its report anew",
    )
    result.add_argument(
        "--samples",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="learn from drawings exported from the page too "
        "(the format is described in modelbuild/samples.py); can be repeated",
    )
    result.add_argument(
        "--drawings",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="judge by more drawings: an .npz file with images (uint8, paper 255) and "
        "digits; only figures of them go into the report; can be repeated",
    )
    result.add_argument(
        "--output",
        type=Path,
        default=store.DEFAULT_FOLDER,
        metavar="FOLDER",
        help="where to put the model (default: model/)",
    )
    return result


def main(arguments: Sequence[str] | None = None, scale: Scale = FULL) -> int:
    """Run the command; 0 if all went well, 2 with a message if not."""
    options = parser().parse_args(arguments)
    if options.samples and (options.simple or options.evaluate):
        parser().error("--samples is for training the full model")
    try:
        # One thread each: sums come out the same however many cores there are.
        with threadpool_limits(1):
            _run(options, scale)
    except (BuildError, store.ModelError) as error:
        sys.stderr.write(f"build_model.py: {error}\n")
        return 2
    return 0


def _run(options: argparse.Namespace, scale: Scale) -> None:
    # Everything that can be wrong with what was given shows before the work begins.
    judges = [load_drawings(path) for path in options.drawings]
    samples = [sample for path in options.samples for sample in load_samples(path)]
    mnist = load_mnist(options.mnist) if "mnist" in options else None
    if options.evaluate:
        publish_evaluation(options.output, judges, scale.n_report, Progress(1))
        return
    progress = Progress(N_STEPS_SIMPLE if options.simple else N_STEPS + bool(mnist))
    more = [samples_group(samples)] if samples else []
    if mnist:
        progress.step("Normalising MNIST")
        more.append(mnist_group(mnist.training, scale.mnist_prototypes))
        judges.append(mnist_drawings(mnist.test))
    if options.simple:
        built, n_report = build_simple(progress), SIMPLE_REPORT
    else:
        built, n_report = build(scale, more, progress), scale.n_report
    publish(built, judges, n_report, options.output, progress)
