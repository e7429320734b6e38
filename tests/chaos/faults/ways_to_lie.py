"""The ways in which a proxy answers wrongly, twenty of them, most like what proxies do in life.

Thirteen answer without passing the call on; seven pass it on, and hide what came of it, so that the call took effect
and nobody can know it from the answer.
"""

from dataclasses import dataclass

HTML = "text/html"
JSON = "application/json"
PAGES = {
    401: "Authorization Required",
    403: "Forbidden",
    404: "Not Found",
    407: "Proxy Authentication Required",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Time-out",
}
PORTAL = (
    "<!doctype html><html><head><title>Logga in på nätet</title></head><body><form>Kod: <input></form></body></html>"
)
REST = 40
"""How many bytes more than come are announced before a connection is cut."""


@dataclass(frozen=True, slots=True)
class Way:
    """A wrong answer. `after`: the call was passed on first. `body` None: the true answer, half of it; `cut`: the
    connection breaks, within the answer where there is one.
    """

    name: str
    after: bool = False
    status: int = 200
    body: str | None = ""
    kind: str = HTML
    cut: bool = False
    to: str = ""


def _page(status: int) -> Way:
    title = f"{status} {PAGES[status]}"
    body = f"<html>\r\n<head><title>{title}</title></head>\r\n<body><h1>{title}</h1><hr>nginx</body>\r\n</html>\r\n"
    return Way(f"{status} page", status=status, body=body)


WAYS = (
    *map(_page, PAGES),
    Way("sign-in page with 200", body=PORTAL),
    Way("sent on to a sign-in page", status=302, to="/sign-in"),
    Way("nothing with 200", kind=JSON),
    Way("cut before", cut=True),
    Way("list", after=True, body="[]", kind=JSON),
    Way("string", after=True, body='"ok"', kind=JSON),
    Way("ok without result", after=True, body='{"ok":true}', kind=JSON),
    Way("half the JSON", after=True, body=None, kind=JSON),
    Way("page with 200", after=True, body=PORTAL),
    Way(
        "500 in JSON",
        after=True,
        status=500,
        body='{"ok":false,"error_code":500,"description":"Internal Server Error"}',
        kind=JSON,
    ),
    Way("cut within the answer", after=True, body=None, kind=JSON, cut=True),
)
"""Each as likely as any other."""
