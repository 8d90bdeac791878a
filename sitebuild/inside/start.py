"""What the slim runtime does before anything else: make heavy imports lazy.

Runs in the browser, as ``sitecustomize``, whenever Python starts. A module named
here is loaded when one of its attributes is first asked for, not when it is
imported: most of scikit-learn's and SciPy's imports serve code that never runs.
"""

import sys
from importlib.machinery import PathFinder
from types import ModuleType

LAZY_PACKAGES = ("joblib.", "scipy.", "sklearn.")
LAZY_MODULES = """
    ctypes html joblib multiprocessing numpy.ctypeslib numpy.f2py numpy.fft
    numpy.ma numpy.polynomial numpy.random numpy.rec numpy.testing pydoc
    subprocess tempfile threadpoolctl unittest urllib.parse
"""
REPORT_EVERY = 8  # modules

lazy_modules = frozenset(LAZY_MODULES.split())


class LazyModule(ModuleType):
    """A module whose code has not run yet.

    Unlike `importlib.util`'s own it stays lazy when it is imported again, for
    which the import system asks for its spec.
    """

    def __getattribute__(self, name):
        """Load the module, unless only its spec is wanted."""
        if name == "__spec__":
            return object.__getattribute__(self, name)
        # An ordinary module first: its own imports may come back to it.
        object.__setattr__(self, "__class__", ModuleType)
        self.__spec__.loader.exec_module(self)
        return getattr(self, name)


class LazyLoader:
    """Loads a module as far as its name."""

    def __init__(self, loader):
        """Take the loader that will do the rest."""
        self.loader = loader

    def create_module(self, spec):
        """Leave the making of the module to the real loader."""
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Put off running the module's code."""
        module.__spec__.loader = module.__loader__ = self.loader
        module.__class__ = LazyModule


class LazyFinder:
    """Finds what Python's own path finder finds, and has it loaded lazily."""

    count = 0
    report = None

    @classmethod
    def find_spec(cls, name, path, target=None):
        """Return the spec of a module that is to be lazy, else None."""
        cls.count += 1
        if cls.report and cls.count % REPORT_EVERY == 0:
            cls.report(cls.count)
        if name not in lazy_modules and not name.startswith(LAZY_PACKAGES):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.origin and spec.origin.endswith((".py", ".pyc")):
            spec.loader = LazyLoader(spec.loader)
        return spec


sys.meta_path.insert(0, LazyFinder)


def watch(report):
    """Have `report` called now and then with the number of modules so far."""
    LazyFinder.count = 0
    LazyFinder.report = staticmethod(report)
