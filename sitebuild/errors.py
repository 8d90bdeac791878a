"""What stops a build, said so that the reader knows what to do."""


class BuildError(Exception):
    """The site cannot be built; the message says why and what to do."""


class SourceUnavailableError(BuildError):
    """A source cannot be reached or lacks a file; the next one may have it."""
