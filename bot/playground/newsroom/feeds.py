"""The newsroom's web server: a feed for each outlet, a page for each article, and the catalogue.

``/<outlet>/feed`` answers conditional requests; ``/<outlet>/<article>`` is the page that a link
opens; ``/<outlet>`` says that the outlet is an example; ``/sources.yaml`` is the catalogue.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from html import escape

import yaml
from aiohttp import web

from bot.playground.newsroom import desk, dialects

Now = Callable[[], datetime]

START = web.AppKey("start", datetime)
NOW: web.AppKey[Now] = web.AppKey("now")

#: The day on which the sample outlets and their owners were made up.
CHECKED = "2026-11-25"


def catalogue(base_url: str) -> str:
    """The outlets as the text of a sources.yaml, their feeds under *base_url*."""
    base = base_url.rstrip("/")
    entries = [
        {
            "id": o.id,
            "name": {"ar": o.name, "original": o.original},
            "url": f"{base}/{o.id}/feed",
            "language": o.language,
            "country": o.country,
            "ownership": {
                "funding": o.funding,
                "owner": {"ar": o.owner_ar, "en": o.owner_en},
                "evidence": f"{base}/{o.id}",
                "checked": CHECKED,
            },
        }
        for o in desk.outlets().values()
    ]
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)


def application(now: Now, start: datetime | None = None) -> web.Application:
    """The server. *now* gives the aware present moment; *start* defaults to that moment now."""
    app = web.Application()
    app[NOW] = now
    app[START] = start or now()
    app.router.add_get("/sources.yaml", _catalogue)
    app.router.add_get("/{outlet}", _outlet)
    app.router.add_get("/{outlet}/feed", _feed)
    app.router.add_get("/{outlet}/{article}", _article)
    return app


async def serve(
    now: Now, host: str = "127.0.0.1", port: int = 0, start: datetime | None = None
) -> tuple[web.AppRunner, str]:
    """Listen on *host*; port 0 takes a free one. Returns the runner, to clean up, and the URL."""
    runner = web.AppRunner(application(now, start), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    bound = runner.addresses[0][1]
    return runner, f"http://{host}:{bound}"


async def _catalogue(request: web.Request) -> web.Response:
    return web.Response(text=catalogue(_base(request)), content_type="text/yaml")


async def _feed(request: web.Request) -> web.StreamResponse:
    outlet = _known(request)
    start = request.app[START]
    shown = desk.visible(outlet.id, start, request.app[NOW]())
    document = dialects.write(outlet, [(a, a.published(start)) for a in shown], _base(request))
    etag = hashlib.sha256(document.body).hexdigest()[:16]
    response = web.Response(body=document.body, content_type=document.content_type)
    response.etag = etag
    if shown:
        response.last_modified = shown[0].published(start)
    asked = request.if_none_match
    if asked and any(tag.value in (etag, "*") for tag in asked):
        return web.Response(status=304, headers={"ETag": f'"{etag}"'})
    return response


async def _article(request: web.Request) -> web.Response:
    outlet = _known(request)
    start = request.app[START]
    for article in desk.visible(outlet.id, start, request.app[NOW]()):
        if article.id == request.match_info["article"]:
            body = "".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)
            lead = f"<h1>{escape(article.title)}</h1><p><b>{escape(article.summary)}</b></p>"
            return _page(outlet, article.title, f"<article>{lead}{body}</article>")
    raise web.HTTPNotFound


async def _outlet(request: web.Request) -> web.Response:
    outlet = _known(request)
    owner = outlet.owner_en if outlet.language == "en" else outlet.owner_ar
    return _page(outlet, outlet.original, f"<h1>{escape(outlet.original)}</h1><p>{escape(owner)}")


def _page(outlet: desk.Outlet, title: str, body: str) -> web.Response:
    direction = "ltr" if outlet.language == "en" else "rtl"
    text = (
        f'<!doctype html><html lang="{outlet.language}" dir="{direction}"><meta charset="utf-8">'
        f"<title>{escape(title)}</title>"
        f'{body}<footer lang="ar" dir="rtl"><p>{desk.MARK}</p></footer></html>'
    )
    return web.Response(text=text, content_type="text/html")


def _known(request: web.Request) -> desk.Outlet:
    outlet = desk.outlets().get(request.match_info["outlet"])
    if outlet is None:
        raise web.HTTPNotFound
    return outlet


def _base(request: web.Request) -> str:
    return f"{request.scheme}://{request.host}"
