"""Move imports from the top of a module into the functions that use them.

Runs at build time inside Pyodide. The meaning stays the same, so long as the
name is used in functions only; where it is not, the build stops.
"""

import ast
import importlib.util
from pathlib import Path

DEFERRED_TAIL = """

_DEFERRED = {origins!r}


def __getattr__(name):
    if name not in _DEFERRED:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    from importlib import import_module

    module, attribute = _DEFERRED[name]
    return getattr(import_module(module), attribute)
"""

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def defer_imports(module: str, names: list[str]) -> str:
    """Rewrite `module` so that `names` are imported when a function needs them.

    Returns
    -------
    str
        The file that was rewritten.

    Raises
    ------
    ValueError
        If a name is not imported at the top of the module by exactly one
        statement, or is used outside functions.
    """
    file = Path(importlib.util.find_spec(module).origin)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    origins = {name: _take_import(tree, module, name) for name in names}
    outside = _names_outside_functions(tree)
    if early := sorted(outside.intersection(names)):
        raise ValueError(f"{module} uses {early} outside functions")
    for function in _outermost_functions(tree):
        used = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
        statements = [
            ast.ImportFrom(origin, [ast.alias(attribute, name)], 0)
            for name, (origin, attribute) in origins.items()
            if name in used
        ]
        place = 1 if ast.get_docstring(function, clean=False) is not None else 0
        function.body[place:place] = statements
    text = ast.unparse(ast.fix_missing_locations(tree))
    file.write_text(text + DEFERRED_TAIL.format(origins=origins))
    return str(file)


def _take_import(tree: ast.Module, module: str, name: str) -> tuple[str, str]:
    found = [
        (node, alias)
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if (alias.asname or alias.name) == name
    ]
    if len(found) != 1:
        raise ValueError(f"{module} imports {name} {len(found)} times, expected once")
    node, alias = found[0]
    node.names.remove(alias)
    if not node.names:
        tree.body.remove(node)
    relative = "." * node.level + (node.module or "")
    package = module.rpartition(".")[0]
    return importlib.util.resolve_name(relative, package), alias.name


def _outermost_functions(node: ast.AST) -> list[ast.AST]:
    functions = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            functions.append(child)
        else:
            functions += _outermost_functions(child)
    return functions


def _names_outside_functions(tree: ast.Module) -> set[str]:
    """Return what is looked up while the module itself is being run."""
    names: set[str] = set()
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, FUNCTIONS):
            # Decorators, defaults and annotations are evaluated at once.
            pending += [*node.decorator_list, node.args]
            pending += [node.returns] if node.returns else []
            continue
        if isinstance(node, ast.Name):
            names.add(node.id)
        pending += ast.iter_child_nodes(node)
    return names
