"""Lists of feeds in OPML 1 and 2 (http://opml.org/spec2.opml), in and out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from digests.model import Source
from digests.sources.clean import clean_url, title
from digests.sources.encoding import decode
from digests.sources.errors import BadList
from digests.sources.parse import without_declaration
from digests.sources.salvage import mended


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list. ``folder`` is the path of titles above it, joined by ``/``.

    ``url`` is as the list has it where that is no address of a feed (`clean_url`).
    """

    url: str
    title: str
    language: str | None = None
    page: str | None = None
    folder: str = ""


def read_opml(data: bytes) -> list[Outline]:
    """Every feed in *data*, each address once, in order.

    :raises BadList: it is not OPML.
    """
    document = without_declaration(decode(data).lstrip("\ufeff \t\r\n"))
    reader = _Reader()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = reader.declared
    try:
        parser.Parse(mended(document).encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise BadList(f"the file is not OPML: {error}") from error
    if not reader.is_opml:
        raise BadList("the file is not OPML: its root is not <opml>")
    found: dict[str, Outline] = {}
    for outline in reader.found:
        found.setdefault(outline.url, outline)
    return list(found.values())


def write_opml(sources: Iterable[Source], heading: str = "Mujaz") -> bytes:
    """*sources* as OPML 2.0, UTF-8."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0"><head><title>{_escaped(heading)}</title></head><body>',
    ]
    for source in sources:
        shown = quoteattr(source.name)
        lines.append(
            f'<outline type="rss" text={shown} title={shown} xmlUrl={quoteattr(source.url)} '
            f"language={quoteattr(source.language)}/>"
        )
    lines.append("</body></opml>\n")
    return "\n".join(lines).encode()


class _Reader:
    def __init__(self) -> None:
        self.is_opml = False
        self.found: list[Outline] = []
        self._folders: list[str] = []
        self._depth = 0

    def declared(self, *_: object) -> None:
        raise BadList("the file declares entities, which no list of feeds needs")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.lower()
        self._depth += 1
        if self._depth == 1:
            self.is_opml = name == "opml"
        if self._depth > 100:
            raise BadList("the file is nested too deep")
        if name != "outline":
            return
        lowered = {key.lower(): value for key, value in attributes.items()}
        shown = title(lowered.get("title") or lowered.get("text") or "", markup=False)
        url = clean_url(lowered.get("xmlurl")) or title(lowered.get("xmlurl") or "", markup=False)
        if url and self.is_opml:
            self.found.append(
                Outline(
                    url=url,
                    title=shown,
                    language=(lowered.get("language") or "").strip()[:2].lower() or None,
                    page=clean_url(lowered.get("htmlurl")),
                    folder="/".join(filter(None, self._folders)),
                )
            )
        self._folders.append("" if url else shown)

    def end(self, name: str) -> None:
        self._depth -= 1
        if name.lower() == "outline":
            self._folders.pop()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
