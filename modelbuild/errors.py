"""The one exception that ends a build with a message instead of a traceback."""


class BuildError(RuntimeError):
    """The model can't be built; the message says why and what to do."""
