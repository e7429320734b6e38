"""Where Telegram brings updates when WEBHOOK_URL is set: one route that stores before it says 200.

The secret is compared in constant time and the body has a limit. When the database is away the answer is 503, so that
Telegram brings the update again; a body that is no update gets 200, because it would not become one by coming again.
"""

import hmac

from starlette.requests import Request
from starlette.responses import Response

from bot.clock import monotonic
from bot.log import log, where
from bot.raw_json import NotJson, salvaged
from bot.receiving.intake import LONGEST_BODY, Intake
from bot.telegram.answer_presses import Acknowledger
from storage.errors import StorageError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
AGAIN_IN_SECONDS = "2"


class Webhook:
    """Takes updates at `path` from whoever knows the secret."""

    def __init__(self, path: str, secret: str, intake: Intake, acknowledger: Acknowledger) -> None:
        self.path = path or "/"
        self._secret = secret.encode()
        self._intake = intake
        self._acknowledger = acknowledger
        self.came_at: float | None = None
        """When an update last came and was stored, in seconds of the monotonic clock."""

    async def take(self, request: Request) -> Response:
        """Store one update: 200 when it is safe, 401, 413 or 503 when it is not."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=401)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        return await self._store(body)

    async def _store(self, body: bytes) -> Response:
        try:
            update = salvaged(body)
            await self._intake.keep_one(update)
        except NotJson:
            log().error("dropped what is no JSON", bytes=len(body))
            return Response(status_code=200)
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": AGAIN_IN_SECONDS})
        except Exception as error:  # noqa: BLE001 - whatever it is, this update is not stored and must come again
            log().error("an update could not be stored", why=where(error))
            return Response(status_code=503, headers={"Retry-After": AGAIN_IN_SECONDS})
        self.came_at = monotonic()
        self._acknowledger.acknowledge([update])
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """Return the body; None if it is larger than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_BODY:
            return None
    return bytes(body)
