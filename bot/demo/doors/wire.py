"""Reading requests and writing answers of the people's door: JSON by msgspec, numbers of the query.

Nothing is decided here; a request that cannot be read raises, and `server.py` answers 400.
"""

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from bot.demo.authors import NotPossible


def reply(content: Any, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(msgspec.json.encode(content), status, media_type="application/json")


def number(request: Request, name: str, default: int = 0) -> int:
    """An integer of the query; the default where it is none."""
    try:
        return int(request.query_params.get(name, default))
    except ValueError:
        return default


async def given(request: Request) -> dict[str, Any]:
    """The JSON object of the body; empty where there is no body."""
    body = await request.body()
    found = msgspec.json.decode(body) if body else {}
    if not isinstance(found, dict):
        raise NotPossible("the body is no JSON object")
    return found
