"""What is remembered of words changes no reading, only the last ones are remembered, and erasing forgets them."""

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.distress.recognise import told
from knowledge.guard import guard
from knowledge.language import Language
from knowledge.needs.crisis import in_distress
from knowledge.needs.understand import understand
from knowledge.questions.recognise import asked, asked_word, concerns_us
from knowledge.remembered import (
    KEPT,
    LONG,
    ReadFirst,
    begin_what_takes_long,
    forget,
    remembered,
    until_forgotten,
    while_others_wait,
)
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

LINES = (
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "När är sista dagen att ansöka?",
    "jag orkar inte leva längre",
    "Anna har cancer och bor på Storgatan 5",
    "vårt skyddade boende behöver någon som lagar mat",
    "nuorilla ei ole paikkaa johon mennä iltaisin",
    "What does co-creation mean?",
    "Hej!",
)
VASA, LEXICON = world().packs["vasa"], world().lexicon
ODD = "zorblaxviken"
WRITTEN = (
    f"gubbarna i {ODD} sitter hemma hela vintern och pratar inte med någon. Vad är {ODD}?",
    "vasa",
    "1",
    "skriva ett förslag",
    "börja",
    ODD,
    "/proposals",
    f"öppna: {ODD}",
    "prata med en person",
    f"Har ni en lokal i {ODD}?",
    "skicka",
    "visa ärendet",
    f"Vi är 40 barn i {ODD}",
    f"till {ODD}",
)
READERS: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "understand": (understand, (VASA, LEXICON, Language.SV)),
    "in_distress": (in_distress, (LEXICON, Language.SV)),
    "told": (told, ()),
    "found_in": (guard.found_in, ()),
    "asked": (asked, (Language.SV,)),
    "asked_word": (asked_word, ()),
    "concerns_us": (concerns_us, ()),
}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=10)
@given(lines=st.lists(st.sampled_from(LINES), min_size=10, max_size=20))
def test_what_is_remembered_is_what_would_be_read(name: str, lines: list[str]) -> None:
    read, more = READERS[name]
    afresh = read.__wrapped__  # type: ignore[attr-defined]
    for end in (len(lines) - 1, len(lines)):
        text = "\n".join(lines[:end])
        assert read(text, *more) == read(text, *more) == afresh(text, *more)


def test_what_is_forgotten_is_read_again() -> None:
    read: list[str] = []
    reader = remembered(read.append)
    reader("a" * (LONG + 1))
    forget()
    reader("a" * (LONG + 1))
    assert len(read) == 2


def test_only_the_last_long_texts_are_remembered() -> None:
    read: list[str] = []

    @remembered
    def reader(text: str) -> int:
        read.append(text[:1])
        return len(text)

    long = [chr(ord("a") + number) * (LONG + 1) for number in range(KEPT + 1)]
    assert [reader(text) for text in (*long, *long[1:], long[0], "kort", "kort")][-3:] == [LONG + 1, 4, 4]
    assert read == [*(text[0] for text in long), "a", "k", "k"]


def test_while_others_wait_only_what_is_remembered_is_read() -> None:
    read: list[str] = []

    @until_forgotten(2)
    def slow(text: str) -> int:
        begin_what_takes_long()
        read.append(text)
        return len(text)

    for _ in range(2):
        with pytest.raises(ReadFirst), while_others_wait():
            slow("lång text")
    assert slow("lång text") == len("lång text")
    with while_others_wait():
        assert slow("lång text") == len("lång text")
        with pytest.raises(ReadFirst):
            slow("en annan")
    forget()
    with pytest.raises(ReadFirst), while_others_wait():
        slow("lång text")
    assert read == ["lång text"]


def test_nothing_that_somebody_wrote_is_remembered_once_it_is_erased() -> None:
    stage, anna = Stage(world(), at("2023-09-01T06:00")), {"chat": 101, "user": 101, "name": "Anna"}
    for text in WRITTEN:
        stage.say(**anna, text=text)
    assert memories_of(ODD) != set()
    stage.say(**anna, text="/delete")
    stage.press(**anna, label="Ja, ta bort allt")
    assert memories_of(ODD) == set()


def memories_of(word: str) -> set[str]:
    """The functions that remember something that they were asked with a word in it."""
    gc.unfreeze()  # a start of Lots within another test sets aside what there is, and it is listed no more
    memories = [one for one in gc.get_objects() if type(one) is type(lru_cache(len))]
    return {one.__qualname__ for one in memories for kept in gc.get_referents(one) if asked_with(word, kept)}


def asked_with(word: str, kept: object) -> bool:
    return isinstance(kept, dict) and any(holds(word, arguments) for arguments in kept)


def holds(word: str, thing: object) -> bool:
    if isinstance(thing, str):
        return word in thing.casefold()
    return isinstance(thing, list | tuple) and any(holds(word, part) for part in thing)
