"""A moment of the bot's CPU is put to the account of the room that wanted it and of the tool that ran."""

import pytest

from tests.benchmarks.profiling.attribution import Frame, room, tool

WORKER: list[Frame] = [
    ("bot/turns/batch.py", "play"),
    ("bot/turns/handler.py", "_handle"),
    ("bot/database_thread.py", "run"),
]
POSTS: Frame = ("storage/repositories/outgoing/posts.py", "of")
LOOP: list[Frame] = [("asyncio/runners.py", "run"), ("bot/commands/run.py", "run")]


@pytest.mark.parametrize(
    ("stack", "expected"),
    [
        ([("dialogs/conversation/turn.py", "say"), *WORKER], ("step: dialogs", "our own code")),
        (
            [("knowledge/needs/fold.py", "fold"), ("dialogs/finding/need.py", "told")],
            ("step: knowledge", "our own code"),
        ),
        ([("<string>", "__init__"), ("dialogs/finding/need.py", "told")], ("step: dialogs", "our own code")),
        ([("jinja2/runtime.py", "call"), ("dialogs/conversation/turn.py", "say")], ("step: dialogs", "jinja2")),
        (
            [("sqlalchemy/engine/default.py", "do_execute"), ("storage/repositories/sessions.py", "load"), *WORKER],
            ("storage: sessions", "database driver and database"),
        ),
        (
            [("sqlalchemy/engine/base.py", "_execute"), ("storage/engine/statements.py", "find_pairs"), POSTS, *WORKER],
            ("storage: posts", "SQLAlchemy"),
        ),
        (
            [
                ("storage/encryption/cipher.py", "seal"),
                ("storage/encryption/vault.py", "lock"),
                ("storage/repositories/outgoing/outbox.py", "_row"),
                *WORKER,
            ],
            ("storage: outbox", "encryption"),
        ),
        (
            [("sqlalchemy/engine/default.py", "do_commit"), ("storage/database.py", "transaction"), *WORKER],
            ("transactions: begin, commit", "commit and fsync"),
        ),
        ([("copy.py", "replace"), *WORKER], ("worker", "standard library")),
        (
            [("aiohttp/client.py", "_request"), ("bot/telegram/calls/http_client.py", "do_request")],
            ("Bot API calls", "HTTP client"),
        ),
        (LOOP, ("event loop, threads", "event loop, threads")),
        ([("concurrent/futures/thread.py", "_worker")], ("event loop, threads", "event loop, threads")),
    ],
)
def test_each_moment_has_a_room_and_a_tool(stack: list[Frame], expected: tuple[str, str]) -> None:
    assert (room(stack), tool(stack)) == expected
