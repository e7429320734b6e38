"""What may come back for a call, as examples of the rows of `bot/telegram/calls/response.py`: statuses and bodies.

Most are the lies that the local Bot API can tell, by their names; the rest is what its methods refuse by themselves.
"""

import msgspec

from bot.demo.rules.refusals import OTHER_POLLER, Refusal, bad_request, flood, forbidden, migrated
from bot.demo.world.lies import LIES, page

Answer = tuple[int, bytes]
SENT = b'{"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":101}}}'


def said(refusal: Refusal) -> Answer:
    """A refusal as Telegram sends it."""
    return refusal.code, msgspec.json.encode(refusal.body())


def odd(**changes: object) -> Answer:
    """A refusal that is not quite as Telegram writes them."""
    return 400, msgspec.json.encode({**bad_request("chat not found").body(), **changes})


def cut(length: int) -> Answer:
    """The front of a success."""
    return 200, SENT[:length]


def lies(*names: str) -> tuple[Answer, ...]:
    """Lies by their names."""
    return tuple(LIES[name] for name in names)


BROKEN_OFF = (cut(10), cut(11), cut(21), cut(33), cut(36), cut(len(SENT) - 1), (200, SENT + b"</html>"))
EXAMPLES: tuple[tuple[Answer, ...], ...] = (
    BROKEN_OFF,
    (*lies("no_result"), (404, SENT), (502, SENT), (302, b'{"ok":true}')),
    (
        *lies("welcome", "empty", "deep", "huge"),
        cut(9),
        (204, b""),
        (200, b"null"),
        (200, b'{"ok":"true","result":{}}'),
    ),
    (*lies("broken", "bad_gateway", "away", "no_answer"), (520, b""), (500, b'{"ok":false,"error_code":"500"}')),
    (
        *lies("portal", "login", "firewall", "no_backend", "proxy_login", "too_many"),
        page(400, "Bad Request"),
        odd(ok=0),
        odd(ok=None),
        odd(error_code="400"),
        odd(error_code=True),
        odd(description=None),
        (403, b'{"error":"blocked by policy"}'),
        (400, b'["Bad Request: chat not found"]'),
    ),
    lies("deleted"),
    (said(migrated(-1009)), (200, said(migrated(-1009))[1])),
    (said(flood(7)), said(Refusal(420, "FLOOD_WAIT", retry_after=7))),
    lies("unauthorized", "not_found"),
    (said(Refusal(*OTHER_POLLER)), odd(error_code=429, parameters={"retry_after": "soon"}), odd(error_code=408)),
    (*lies("http_version"), said(Refusal(501, "Not Implemented"))),
    lies("restart", "aborted"),
    (
        said(forbidden("bot was blocked by the user")),
        said(forbidden("bot was kicked from the supergroup chat")),
        said(forbidden("the group chat was deleted")),
        said(forbidden("user is deactivated")),
        said(bad_request("chat not found")),
        said(bad_request("not enough rights to send text messages to the chat")),
    ),
    (
        said(bad_request("message text is empty")),
        said(forbidden("something new")),
        odd(description="Bad Request: " + "x" * 5000),
    ),
    (*lies("too_large", "unsupported", "misdirected", "headers_too_large"), said(Refusal(303, "See Other"))),
)
"""For each row of `ROWS`, in their order."""
