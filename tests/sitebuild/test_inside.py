"""Rewritten imports: the same names, only later."""

import importlib
import marshal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

INSIDE = Path(__file__).parents[2] / "sitebuild" / "inside"

PACKAGE = {
    "__init__.py": """
from ._heavy import crunch, helper
from .shadow import shadow
from . import _light as light

limit = helper(1)
__all__ = ["crunch", "helper", "light", "shadow"]
del helper
""",
    "_heavy.py": "def crunch(): return 'crunched'\ndef helper(x): return x + 1\n",
    "_light.py": "value = 3\n",
    "shadow.py": "def shadow(): return 'function'\n",
    "user.py": """
from demo_package._heavy import crunch, helper

START = helper(4)

def work():
    '''Work.'''
    return crunch()
""",
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package on the path, and the rewriting modules beside it."""
    folder = tmp_path / "demo_package"
    folder.mkdir()
    for name, text in PACKAGE.items():
        (folder / name).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(INSIDE)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    forget()
    yield folder
    forget()


def forget() -> None:
    """Have the package imported anew."""
    for name in [name for name in sys.modules if name.startswith("demo_package")]:
        del sys.modules[name]
    importlib.invalidate_caches()


def rewriting(name: str) -> ModuleType:
    """Return a module that otherwise runs inside Pyodide."""
    return importlib.import_module(name)


def test_a_lazy_package_offers_the_same_names(package: Path) -> None:
    rewriting("lazy_packages").make_lazy("demo_package")
    forget()
    module = importlib.import_module("demo_package")
    assert module.limit == 2
    assert "demo_package._light" not in sys.modules
    assert module.light.value == 3
    assert module.crunch() == "crunched"
    assert module.shadow() == "function"
    assert {"crunch", "light", "shadow"} <= set(dir(module))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_a_deferred_import_comes_when_it_is_needed(package: Path) -> None:
    rewriting("deferred").defer_imports("demo_package.user", ["crunch"])
    text = (package / "user.py").read_text()
    assert "import crunch as crunch\n" in text.split("def work")[1]
    user = importlib.import_module("demo_package.user")
    assert user.work() == "crunched"
    assert user.START == 5
    assert user.crunch() == "crunched"  # as an attribute, from outside


def test_a_name_used_at_once_cannot_be_deferred(package: Path) -> None:
    with pytest.raises(ValueError, match=r"uses \['helper'\] outside functions"):
        rewriting("deferred").defer_imports("demo_package.user", ["helper"])


def test_a_name_that_is_not_imported_stops_the_build(package: Path) -> None:
    with pytest.raises(ValueError, match="imports gone 0 times, expected once"):
        rewriting("deferred").defer_imports("demo_package.user", ["gone"])


RAISES = """
def outer(values):
    total = 0
    for value in values:
        total += 1 / value

    return total


outer([1, 2, 0])
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (True, [("<module>", 10), ("outer", 5)]),
        (False, [("<module>", 1), ("outer", 2)]),
    ],
)
@pytest.mark.usefixtures("package")
def test_a_traceback_tells_the_line_or_where_the_function_begins(
    lines: bool, expected: list[tuple[str, int]]
) -> None:
    content = rewriting("pack").to_bytecode(RAISES.encode(), "raises.py", lines=lines)
    code = marshal.loads(content[16:])  # noqa: S302 - made in the line above
    with pytest.raises(ZeroDivisionError) as caught:
        exec(code, {})  # noqa: S102 - as above
    frames = traceback.extract_tb(caught.value.__traceback__)
    assert [(frame.name, frame.lineno) for frame in frames[-2:]] == expected


@pytest.mark.usefixtures("package")
def test_without_lines_code_does_the_same() -> None:
    text = "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n" * 3
    text += "result = [fib(n) for n in range(9)]\n"
    names: dict[str, object] = {}
    content = rewriting("pack").to_bytecode(text.encode(), "fib.py", lines=False)
    exec(marshal.loads(content[16:]), names)  # noqa: S102, S302 - our own
    assert names["result"] == [0, 1, 1, 2, 3, 5, 8, 13, 21]
