"""What the tests of the build work on: as small as it can be."""

import hashlib

from sitebuild.pins import Pin

PAGE = """<!doctype html>
<html lang="en" data-state="loading">
<head>
<meta charset="utf-8">
<meta property="og:image" content="web/card.png">
<script src="web/boot.js"></script>
<link rel="icon" href="web/icon.svg">
<link rel="manifest" href="web/manifest.webmanifest">
<link rel="stylesheet" href="web/style.css">
<script src="web/pad.js" defer></script>
<!-- build: runtime -->
</head>
<body>
<!-- source only --><p>run build_site.py</p><!-- /source only -->
<a id="take" href="digitpad.html" download>Take it</a>
<script type="mpy" src="main.py"></script>
<script type="py" worker name="recognizer" src="worker.py"></script>
</body>
</html>
"""
FILES = {
    "index.html": PAGE,
    "main.py": "print('page')\n",
    "worker.py": "print('worker')\n",
    "page/app.py": "app = 1\n",
    "digitcore/core.py": '"""Core.\n\n>>> 1 + 1\n2\n"""\n',
    "pyscript.toml": 'files = ["page/*.py"]\n'
    '[worker]\npackages = ["numpy"]\nfiles = ["digitcore/*.py"]\n',
    "web/boot.js": 'const tag = "</script>";\n',
    **{
        f"web/worker/{name}.js": f"self.{name} = true;\n"
        for name in ("progress", "mailbox", "packs", "python")
    },
    "web/pad.js": "window.pad = true;\n",
    "web/style.css": 'body { background: url("icon.svg") }\n',
    "web/icon.svg": "<svg/>",
    "web/manifest.webmanifest": "{}",
    "web/messages/en.json": "{}",
    "web/service-worker.js": 'const V = "@version@";\nconst F = "@files@";\n',
}


def pin_of(name: str, data: bytes, package: str = "demo") -> Pin:
    """Pin a file to a content."""
    return Pin(package, "1.0", name, hashlib.sha256(data).hexdigest(), len(data))
