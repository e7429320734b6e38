"""What else than the truth may come back for a call, by name: a firewall's page, half an answer, a list, nothing.

For the faults "lie_before" (the call is not carried out) and "lie_after" (it took effect). The pages are written as
proxies write theirs; the refusals are the rarer ones of Telegram's own server.
"""

import msgspec

from bot.demo.rules.refusals import UNAUTHORIZED, Refusal

LEVELS = 100_000
"""More levels of brackets than any reader of JSON follows (Python's own limit is a thousand)."""
MUCH = 2 * 2**20
"""Bytes of a body that nobody should read to its end: many times the longest message."""
HALF = "half"
"""The true answer, cut in the middle."""


def page(status: int, title: str) -> tuple[int, bytes]:
    """A page of somebody on the way, in HTML."""
    head = f"<html>\r\n<head><title>{status} {title}</title></head>\r\n"
    return status, f"{head}<body><h1>{title}</h1></body>\r\n</html>\r\n".encode()


def result(json: str) -> tuple[int, bytes]:
    """A success with a result that is none."""
    return 200, f'{{"ok":true,"result":{json}}}'.encode()


def refusal(code: int, description: str) -> tuple[int, bytes]:
    """Telegram's own JSON."""
    return code, msgspec.json.encode(Refusal(code, description).body())


LIES: dict[str, tuple[int, bytes]] = {
    "welcome": page(200, "Welcome to the guest network"),
    "empty": (200, b""),
    "no_result": (200, b'{"ok":true}'),
    "list": result("[1,2,3]"),
    "string": result('"sent"'),
    "number": result("7"),
    "true": result("true"),
    "nothing": result("null"),
    "no_number": result("{}"),
    "endless_number": result('{"message_id":' + "9" * 40 + "}"),
    "deep": (200, b'{"ok":true,"result":' + b"[" * LEVELS),
    "huge": (200, b"x" * MUCH),
    "portal": page(302, "Found"),
    "login": page(401, "Authorization Required"),
    "firewall": page(403, "Forbidden"),
    "no_backend": page(404, "Not Found"),
    "proxy_login": page(407, "Proxy Authentication Required"),
    "too_many": page(429, "Too Many Requests"),
    "broken": page(500, "Internal Server Error"),
    "bad_gateway": page(502, "Bad Gateway"),
    "away": page(503, "Service Unavailable"),
    "no_answer": page(504, "Gateway Time-out"),
    "unauthorized": refusal(*UNAUTHORIZED),
    "not_found": refusal(404, "Not Found"),
    "too_large": refusal(413, "Request Entity Too Large"),
    "unsupported": refusal(415, "Unsupported Media Type"),
    "misdirected": refusal(421, "Misdirected Request"),
    "headers_too_large": refusal(431, "Request Header Fields Too Large"),
    "http_version": refusal(505, "HTTP Version Not Supported"),
    "restart": refusal(500, "Internal Server Error: restart"),
    "aborted": refusal(500, "Internal Server Error: Request aborted"),
    "deleted": refusal(500, "Internal Server Error: sent message was immediately deleted and can't be returned"),
    "no_documents": refusal(400, "Bad Request: not enough rights to send documents to the chat"),
    "no_photos": refusal(400, "Bad Request: not enough rights to send photos to the chat"),
    "no_markup": refusal(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
}
"""Name, and status with body."""


def told(lie: str, truth: tuple[int, bytes]) -> tuple[int, bytes]:
    """Status and body of a lie by its name; `truth` is what should have come."""
    status, body = truth
    return (status, body[: len(body) // 2]) if lie == HALF else LIES[lie]
