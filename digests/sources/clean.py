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

#: Elements whose content is not the article's text.
_DROPPED = (
    "script|style|template|iframe|object|svg|math|audio|video|canvas|head|title|select|button|"
    "noscript|figcaption|map|textarea"
)
_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|embed|fieldset|"
    "figure|figcaption|footer|form|h[1-6]|header|hgroup|hr|html|li|main|nav|ol|p|pre|section|"
    "summary|table|tbody|tfoot|thead|tr|ul"
)
#: Those of them that part nothing where they stand.
_INVISIBLE = frozenset(("script", "style", "template", "noscript", "map", "span"))
#: The inside of a tag, up to its end: quoted values may hold ">", nothing may hold "<".
_INSIDE = r"(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>"
_END = r"(?=[\s/>])"
# Every pattern begins with "<", which lets the search skip to the next one.
_SPECIAL = re.compile(
    rf"<(?:!--|!\[CDATA\[|(?:({_DROPPED})|(pre)){_END}|"
    r"(p|div|span)\s[^<>]*\bclass\s*=\s*[\"'][^\"'<>]*"
    r"\b(?:wp-caption-text|image-caption|photo-credit)\b)",
    re.I,
)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK}){_END}(?:{_INSIDE}|[^<>]*+>)", re.I)
_CELL_TAG = re.compile(rf"</?t[dh]{_END}[^<>]*+>", re.I)
_TAG = re.compile(
    rf"<(?:/?[a-zA-Z][a-zA-Z0-9:-]*+(?:{_END}{_INSIDE}|[^<>]*+>)"
    r"|[!?][^<>]*+>"
    r"|[a-zA-Z][a-zA-Z0-9]*+\s[^<>=]{0,60}=\s*[\"'][^<>]*+(?=<|\Z)"  # a tag that never ends
    r"|/[a-zA-Z0-9]*+\Z|(?:a|p|br|div|em|figure|img|li|span|strong|ul)\Z)"  # or is cut off
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
_ODD = re.compile("[" + "".join(map(chr, sorted(_TABLE))) + "]")


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
    if "\r" in plain:
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    plain = _without_controls(plain)
    return "\n".join([kept for line in plain.split("\n") if (kept := " ".join(line.split()))])


def _without_controls(value: str) -> str:
    """*value* without bidi controls, controls as blanks, every line end as ``\\n``."""
    if value.isprintable() or not _ODD.search(value):
        return value
    return value.translate(_TABLE)


def title(value: str, *, markup: bool | None = None) -> str:
    """A title as one line. *markup* None: told from the look, as RSS leaves it open."""
    if markup or (markup is None and ("<" in value or "&" in value)):
        if markup or _MARKUP.search(value):
            value = _unwrapped(value)
        elif "&" in value:
            value = html.unescape(value)
        if "&" in value or "<" in value:
            value = _again(value)
    return " ".join(_without_controls(value).split())


def _again(out: str) -> str:
    """Undo a second escaping: references and tags that stand as text."""
    if _REFERENCE.search(out):
        out = html.unescape(out)
    return _unwrapped(out.replace("\n", "<br>")) if _MARKUP.search(out) else out


def _unwrapped(markup: str) -> str:
    """*markup* without tags, entities decoded once."""
    if "<" not in markup:
        return html.unescape(markup) if "&" in markup else markup
    if _SPECIAL.search(markup):
        markup = _without_dropped(markup)
    if "]]>" in markup:
        markup = markup.replace("]]>", "")
    if _TAG.search(markup):
        markup = markup.replace("\n", " ").replace("\r", " ")
        markup = _BLOCK_TAG.sub("\n", markup)
        if _CELL_TAG.search(markup):
            markup = _CELL_TAG.sub(" ", markup)
        markup = _TAG.sub("", markup)
    return html.unescape(markup) if "&" in markup else markup


def _without_dropped(markup: str) -> str:
    """*markup* without comments and the elements that are not text; lines of ``pre`` kept."""
    parts: list[str] = []
    unclosed: set[str] = set()
    at = 0
    for special in _SPECIAL.finditer(markup):
        start = special.start()
        if start < at:
            continue
        parts.append(markup[at:start])
        at = special.end()
        name = (special[1] or special[2] or special[3] or "").lower()
        if not name:
            if special[0] == "<!--":
                stop = markup.find("-->", at)
                at = stop + 3 if stop >= 0 else len(markup)
            continue
        stop = _after(markup, name, at, unclosed)
        if special[2]:
            parts.append(markup[start:stop].replace("\r\n", "\n").replace("\n", "<br>"))
        elif stop == at:
            parts.append(special[0])
        else:
            parts.append("" if name in _INVISIBLE else "<br>")
        at = stop
    parts.append(markup[at:])
    return "".join(parts)


def _after(markup: str, name: str, start: int, unclosed: set[str]) -> int:
    """Where the element opened before *start* ends; unclosed, only scripts swallow the rest."""
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
#: A URL that nothing has to be done about.
_PLAIN_URL = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)++(?::\d{1,4})?(?:/[\w~%-]+(?:\.\w+)?)*+/?"
)
#: Longer than any address that a browser or a Telegram link takes.
_LONGEST_URL = 4096
_UNSAFE = ' "<>\\^`{|}'


def clean_url(url: str | None, base: str = "") -> str | None:
    """*url* resolved against *base*, without tracking; None unless it is plain http or https.

    URLs with credentials, without a host or beyond 4,096 characters are not kept.
    """
    if url is not None and len(url) < _LONGEST_URL and _PLAIN_URL.fullmatch(url):
        return url
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
