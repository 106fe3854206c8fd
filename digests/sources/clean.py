"""Entry markup to plain text, titles to one line, URLs without tracking.

Rule: the text that we keep differs from the source only by markup, white space, bidi controls and
control characters. Block elements end a line, list items and rows stand on lines of their own;
scripts, styles, embedded media and captions of images go; entities are decoded, also where a feed
escaped them twice. A text without a single tag keeps its own line breaks.

May be wrong: an article *about* HTML that escapes its examples twice loses the tags of the
examples; a caption that a site marks up as a paragraph stays. Escape hatch: none is needed, the
link leads to the original.
"""

from __future__ import annotations

import html
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[|\]\]>"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)>"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)([^<>]*+)>"
    r"|<[!?][^<>]*+>"
    r"|<[a-zA-Z][a-zA-Z0-9]*+\s[^<>=]{0,60}=\s*[\"'][^<>]*+(?=<|\Z)"  # a tag that never ends
    r"|</?[a-zA-Z]?[a-zA-Z0-9]*\Z",
    re.S,
)
#: Elements whose content is not the article's text.
_DROPPED = frozenset(
    "script style template iframe object embed svg math audio video canvas head title select "
    "button noscript figcaption map textarea".split()
)
_BLOCK = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary "
    "table tbody tfoot thead tr ul".split()
)
_CELL = frozenset(("td", "th"))
_CAPTION = re.compile(
    r"\bclass\s*=\s*[\"'][^\"']*\b(?:wp-caption-text|image-caption|photo-credit)\b"
)
#: Names by which escaped markup is told from a text that merely holds "<".
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|img|ul|ol|li|h[1-6]|table|tr|td|blockquote|font|figure|"
    r"iframe|script|style|sub|sup|small|code|pre|section|article|q|cite|abbr|time|center|hr)"
    r"(?:\s[^<>]*)?/?>",
    re.I,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_BIDI = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], None
)
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0x0085: "\n", 0x000B: "\n", 0x000C: "\n"}
_CONTROLS = {code: " " for code in range(32) if code not in (9, 10, 11, 12, 13)} | {0x7F: " "}
#: Windows-1252 characters that came as C1 controls, which no text uses.
_C1 = {
    code: bytes([code]).decode("cp1252", "ignore") or " "
    for code in range(0x80, 0xA0)
    if code != 0x85
}
_TABLE = _BIDI | _LINE_ENDS | _CONTROLS | _C1
_BLANKS = re.compile(r"[^\S\n]+")
_EDGES = re.compile(r" ?\n[ \n]*")
_SPACES = re.compile(r"\s+")


def text(markup: str) -> str:
    """*markup* as plain text, paragraphs separated by ``\\n``."""
    out = _unwrapped(markup)
    if "&" in out or "<" in out:
        out = _again(out)
    return lines(out)


def plain(value: str) -> str:
    """A text that the feed calls plain: only a second escaping is undone."""
    return lines(_again(value) if "&" in value else value)


def lines(plain: str) -> str:
    """A plain text without control characters, blanks collapsed, no empty lines."""
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return _EDGES.sub("\n", _BLANKS.sub(" ", plain)).strip()


def title(value: str, *, markup: bool | None = None) -> str:
    """A title as one line. *markup* None: told from the look, as RSS leaves it open."""
    if markup or (markup is None and ("<" in value or "&" in value)):
        if markup or _MARKUP.search(value):
            value = _unwrapped(value)
        elif "&" in value:
            value = html.unescape(value)
        if "&" in value or "<" in value:
            value = _again(value)
    return _SPACES.sub(" ", value.translate(_TABLE)).strip()


def _again(out: str) -> str:
    """Undo a second escaping: references and tags that stand as text."""
    if _REFERENCE.search(out):
        out = html.unescape(out)
    return _unwrapped(out) if _MARKUP.search(out) else out


def _unwrapped(markup: str) -> str:
    """*markup* without tags, entities decoded once."""
    if "<" not in markup:
        return html.unescape(markup) if "&" in markup else markup
    parts: list[str] = []
    unclosed: set[str] = set()
    at, preformatted, tags = 0, 0, False
    for token in _TOKEN.finditer(markup):
        start, end = token.span()
        if start < at:
            continue
        parts.append(_piece(markup[at:start], preformatted > 0))
        at = end
        name = (token[2] or token[5] or "").lower()
        if not name:
            continue
        closing, attributes = token[1] or token[4], token[3] or token[6] or ""
        tags = True
        if name == "pre":
            preformatted = max(0, preformatted + (-1 if closing else 1))
        if name in _BLOCK:
            parts.append("\n")
        elif name in _CELL:
            parts.append(" ")
        dropped = name in _DROPPED or (name in _BLOCK and bool(_CAPTION.search(attributes)))
        if dropped and not closing and not attributes.endswith("/") and name != "embed":
            at = _after(markup, name, end, unclosed)
    parts.append(_piece(markup[at:], preformatted > 0))
    return "".join(parts) if tags else html.unescape(_TOKEN.sub("", markup))


def _piece(raw: str, preformatted: bool) -> str:
    if not raw:
        return ""
    if not preformatted:
        raw = _SPACES.sub(" ", raw)
    return html.unescape(raw) if "&" in raw else raw


def _after(markup: str, name: str, start: int, unclosed: set[str]) -> int:
    """Where the element opened at *start* ends; unclosed, only scripts swallow the rest."""
    if name not in unclosed:
        closer = re.compile(rf"</{re.escape(name)}\s*>", re.I).search(markup, start)
        if closer:
            return closer.end()
        unclosed.add(name)
    return len(markup) if name in ("script", "style") else start


# --- URLs ------------------------------------------------------------------------------------

_TRACKING_PREFIXES = ("utm_", "mc_", "ns_", "at_", "pk_", "mtm_", "hsa_", "_hs", "oly_", "vero_")
_TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh "
    "mkt_tok xtor cmp cmpid s_cid ito wt_mc wt.mc_id wt_zmc ref_src ref_url soc_src soc_trk smid "
    "smtyp guccounter guce_referrer guce_referrer_sig traffic_source maca ocid ncid icid intcid "
    "partnercode fb_action_ids fb_source echobox rss_id __twitter_impression _ga _gl spm".split()
)
#: Names that sites also use for their own ends: they go only with a value that names a channel.
_MAYBE = frozenset("ref source src from via partner origin share emc feed referrer medium".split())
_CHANNEL = re.compile(
    r"(?:rss|atom|feed|xml|twitter|facebook|fb|telegram|whatsapp|instagram|linkedin|social|email|"
    r"newsletter|home|homepage|share|sharing|topnav|google|yahoo|flipboard)(?:[-_.].*)?",
    re.I,
)
_TRACKING_FRAGMENT = re.compile(
    r"(?:\??(?:utm_|xtor=|at_|ref=|rss|tk\.|echobox=|intcid=|mc_|ns_|cmp=|source=)|:~:).*",
    re.I | re.S,
)
#: Longer than any address that a browser or a Telegram link takes.
_LONGEST_URL = 4096
_UNSAFE = ' "<>\\^`{|}'


def clean_url(url: str | None, base: str = "") -> str | None:
    """*url* resolved against *base*, without tracking; None unless it is plain http or https.

    URLs with credentials, without a host or beyond 4,096 characters are not kept.
    """
    url = re.sub(r"[\x00-\x1f\x7f]", "", url or "").translate(_BIDI).strip()
    if not url:
        return None
    try:
        url = urljoin(base, url) if base else url
        parts = urlsplit(url)
        host, user = parts.hostname, "@" in parts.netloc
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or user:
        return None
    if len(url) > _LONGEST_URL:
        return None
    query, fragment = parts.query, parts.fragment
    if query:
        query = "&".join(part for part in query.split("&") if part and not _tracks(part))
    if fragment and _TRACKING_FRAGMENT.fullmatch(fragment):
        fragment = ""
    if (query, fragment) != (parts.query, parts.fragment):
        url = urlunsplit(parts._replace(query=query, fragment=fragment))
    if any(c in url for c in _UNSAFE):
        url = "".join(quote(c) if c in _UNSAFE else c for c in url)
    return url


def _tracks(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    name = name.lower().removeprefix("amp;")
    if name in _TRACKING or name.startswith(_TRACKING_PREFIXES):
        return True
    return name in _MAYBE and bool(_CHANNEL.fullmatch(value))
