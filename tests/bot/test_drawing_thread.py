"""Files are drawn one after another, and what drawing leaves behind is gone at once."""

import asyncio
import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.drawing_thread import DrawingThread, give_back


class Circle:
    """Something that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self


@contextmanager
def seldom() -> Iterator[None]:
    """Let the collector look only when it is told to."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def test_one_is_drawn_after_another_in_the_same_thread() -> None:
    drawn: list[str] = []

    def draw(name: str) -> str:
        drawn.append(name)
        return threading.current_thread().name

    async def order() -> set[str]:
        thread = DrawingThread()
        return set(await asyncio.gather(*(thread.run(draw, name=name) for name in "abc")))

    assert (asyncio.run(order()), drawn) == ({"drawing_0"}, ["a", "b", "c"])


def test_circles_are_gone_when_something_is_drawn() -> None:
    with seldom():
        left = asyncio.run(DrawingThread().run(lambda: weakref.ref(Circle())))
        assert left() is None


def test_what_cannot_be_drawn_raises_and_leaves_nothing_either() -> None:
    left: list[weakref.ref[Circle]] = []

    def draw() -> None:
        left.append(weakref.ref(Circle()))
        raise ValueError("no such paper")

    with seldom():
        with pytest.raises(ValueError, match="no such paper"):
            asyncio.run(DrawingThread().run(draw))
        assert left[0]() is None


def test_a_c_library_without_such_a_way_is_none_the_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _name: object())
    assert give_back() is False
