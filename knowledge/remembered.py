"""What was read of the last words, sentences and long texts, so that the same is not read again at once.

Reading is pure, so nothing depends on what is remembered but the time that it takes. Whoever plays steps for many
people, one after another, plays them `while_others_wait`: what takes long and is not remembered is not begun there.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast
from weakref import WeakSet

Read = TypeVar("Read", bound=Callable[..., Any])
LONG = 500
"""In characters: shorter texts, of which are nearly all, are read in a millisecond and not remembered."""
KEPT = 12
"""So many long texts are remembered by each reader: of one message at most three are read, and few people write long
messages at the same moment. Twelve of the longest take some 300 kB."""

LONGEST_SENTENCE = 300
"""In characters: longer sentences are rare and are not remembered by themselves."""
SENTENCES_KEPT = 512
"""So many sentences are remembered by each reader: those of the longest need, which grows by a line at a time."""
_MEMORIES: WeakSet[Any] = WeakSet()
_OTHERS_WAIT: ContextVar[bool] = ContextVar("others_wait", default=False)


class ReadFirst(Exception):  # noqa: N818 - nothing went wrong
    """Something takes long to read and is not remembered: play the same where nobody waits, then once more here."""


@contextmanager
def while_others_wait() -> Iterator[None]:
    """Let what takes long raise `ReadFirst` inside instead of being read."""
    before = _OTHERS_WAIT.set(True)
    try:
        yield
    finally:
        _OTHERS_WAIT.reset(before)


def begin_what_takes_long() -> None:
    """Say that what follows takes longer than a commit. Raise `ReadFirst` where others wait for its end."""
    if _OTHERS_WAIT.get():
        raise ReadFirst


def forget() -> None:
    """Forget all words that were read, so that nothing of them is left in memory."""
    for memory in list(_MEMORIES):
        memory.cache_clear()


def until_forgotten(most: int) -> Callable[[Read], Read]:
    """Make a pure function remember what came of its last arguments, `most` of them. Those are words of people; what
    else is worth keeping is kept by `lru_cache` alone.
    """

    def remembering(read: Read) -> Read:
        memory = lru_cache(maxsize=most)(read)
        _MEMORIES.add(memory)
        return cast("Read", memory)

    return remembering


def remembered_sentence(read: Read) -> Read:
    """Make a pure function of a sentence remember the last ones, so that a text that grows is not read anew."""
    return _if_so_long(read, range(LONGEST_SENTENCE + 1), SENTENCES_KEPT)


def remembered(read: Read) -> Read:
    """Make a pure function of a text, its first argument, remember the last long ones. All arguments are hashable."""
    return _if_so_long(read, range(LONG + 1, sys.maxsize), KEPT)


def _if_so_long(read: Read, lengths: range, most: int) -> Read:
    memory = until_forgotten(most)(read)

    @wraps(read)
    def asked(text: str, *more: Any, **named: Any) -> Any:
        return (memory if len(text) in lengths else read)(text, *more, **named)

    return cast("Read", asked)
