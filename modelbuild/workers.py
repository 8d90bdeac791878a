"""The same small task, thousands of times, on all cores."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from modelbuild.progress import counted

CHUNK = 100  # tasks handed to a process at a time

Task = TypeVar("Task")
Result = TypeVar("Result")


def spread(
    function: Callable[[Task], Result], tasks: Sequence[Task]
) -> Iterator[Result]:
    """Do tasks on all cores, in order, and show progress.

    Parameters
    ----------
    function : callable
        A function of a module, so that other processes find it.
    tasks : sequence

    Yields
    ------
    The function's results, in the order of the tasks.
    """
    if len(tasks) <= CHUNK:
        yield from map(function, tasks)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(function, tasks, chunksize=CHUNK)
        yield from counted(results, len(tasks))
