"""Rewrite the ``__init__`` of packages so that they import their parts on demand.

Runs at build time inside Pyodide, where the real packages can be asked what
their names mean. The rewritten package offers the very same names; each is
imported when it is first asked for, as in PEP 562.
"""

import ast
import importlib
import importlib.util
from pathlib import Path
from types import ModuleType

LAZY_TAIL = """
__all__ = {names!r}
_LAZY = {lazy!r}
_eager_getattr = globals().get("__getattr__")


def __getattr__(name):
    if name in _LAZY:
        from importlib import import_module

        module, attribute = _LAZY[name]
        value = import_module(module)
        if attribute:
            value = getattr(value, attribute)
        globals()[name] = value
        return value
    if _eager_getattr:
        return _eager_getattr(name)
    raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")


def __dir__():
    return sorted({{*globals(), *_LAZY}})
"""


def make_lazy(package: str) -> str:
    """Rewrite one package's ``__init__``; return the name of its file."""
    module = importlib.import_module(package)
    file = Path(module.__file__)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imports = {
        node: names
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (names := own_names(node, module))
    }
    lazy = {name: origin for names in imports.values() for name, origin in names}
    rest = [
        node
        for node in tree.body
        # Tidying up names would import them first.
        if node not in imports and not _sets_all(node) and not _deletes(node)
    ]
    used = {
        child.id
        for node in rest
        for child in ast.walk(node)
        if isinstance(child, ast.Name)
    }
    eager = {name for name in lazy if name in used or _hides(name, lazy, module)}
    body = []
    for node in tree.body:
        if node in imports:
            # One statement for each name that has to stay.
            for name, (origin, attribute) in imports[node]:
                if name in eager:
                    body.append(_statement(name, origin, attribute))
        elif node in rest:
            body.append(node)
    tree.body = body
    lazy = {name: origin for name, origin in lazy.items() if name not in eager}
    names = list(getattr(module, "__all__", []))
    tail = LAZY_TAIL.format(names=names, lazy=lazy)
    if not names:
        tail = tail.replace("__all__ = []\n", "")
    file.write_text(ast.unparse(ast.fix_missing_locations(tree)) + tail)
    return str(file)


def own_names(node: ast.ImportFrom, module: ModuleType) -> list:
    """Return ``(name, (module, attribute))`` for what is imported from within."""
    package = module.__name__
    origin = package if node.level == 1 else ""
    if node.module:
        origin = f"{origin}.{node.module}" if origin else node.module
    if node.level > 1 or not f"{origin}.".startswith(f"{package}."):
        return []
    names = []
    for alias in node.names:
        if alias.name == "*":
            names += [(name, (origin, name)) for name in _public(origin)]
        elif origin == package:
            names.append((alias.asname or alias.name, (f"{package}.{alias.name}", "")))
        else:
            names.append((alias.asname or alias.name, (origin, alias.name)))
    return names


def _public(name: str) -> list[str]:
    module = importlib.import_module(name)
    found = [entry for entry in vars(module) if not entry.startswith("_")]
    return list(getattr(module, "__all__", found))


def _sets_all(node: ast.stmt) -> bool:
    targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
    return any(isinstance(t, ast.Name) and t.id == "__all__" for t in targets)


def _deletes(node: ast.stmt) -> bool:
    return isinstance(node, ast.Delete)


def _hides(name: str, lazy: dict, module: ModuleType) -> bool:
    """Tell whether importing a submodule would put it in the place of `name`."""
    submodule = f"{module.__name__}.{name}"
    if lazy[name] == (submodule, ""):
        return False
    return importlib.util.find_spec(submodule) is not None


def _statement(name: str, origin: str, attribute: str) -> ast.ImportFrom:
    if not attribute:
        origin, attribute = origin.rsplit(".", 1)
    return ast.ImportFrom(origin, [ast.alias(attribute, name)], 0)
