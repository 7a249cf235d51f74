"""Bodies of pages come in; a small site of our own goes out, on which the checks have something to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checks.subject import Subject

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>A page</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css">
</head>
<body>
<main><h1>A page</h1>
{body}
</main>
</body>
</html>
"""
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"
BODY_LINE = 13
STYLE = "a:focus { outline: 3px solid #00f } a { outline: 0; display: inline-block; font-size: 24px }\n"


def site(folder: Path, body: str, *, style: str = "", script: str = "", policy: str = POLICY) -> Subject:
    """A site with a home page of that body, and an article that it may link to."""
    pages = {"index.html": body, "article.html": "<h2 id='s1'>One</h2>"}
    files = {path: PAGE.format(body=text, policy=policy) for path, text in pages.items()}
    files |= {"style.css": STYLE + style, "script.js": script, "icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Subject(folder, {"index.html": "home", "article.html": "article"})
