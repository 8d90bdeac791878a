"""Fetch the pinned runtime and write ``dist/``: what ``build_site.py`` is made of."""
