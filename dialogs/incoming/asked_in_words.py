"""What people say in many words: that they agree, or want a person, a proposal written, a question explained.

It is heard where every word of a short message belongs to it: what is done, what with, and the words around.
"""

import re
from functools import cache

from dialogs import texts
from knowledge.language import Language

TOKEN = re.compile(r"\w+")
NOUNS_AND_VERBS = ("nouns", "verbs", "rest")
EXPLAIN = ("strong", "asked", "verbs", "rest")
"""The lists in the texts that the words for each wish stand in."""
THUMB = re.compile("[\N{THUMBS UP SIGN}\N{OK HAND SIGN}][\U0001f3fb-\U0001f3ff]?")
"""A thumb that is up and a hand that says it is fine, whatever colour their skin has."""
MOST_TOKENS = 12
"""In words: that is all that is said; a longer text says more."""


def asks_for_a_person(text: str) -> bool:
    """Tell whether all that is said is that a person is wanted, in any of the languages."""
    return any(_wants_a_person(language, tokens) for language, tokens in _said(text))


def asks_to_write(text: str) -> bool:
    """Tell whether all that is said is that a proposal is to be written, in any of the languages."""
    return any(_wants_to_write(language, tokens) for language, tokens in _said(text))


def asks_what_is_meant(text: str) -> bool:
    """Tell whether all that is said is that a question wants to be explained, in any of the languages."""
    return any(_wants_it_explained(language, tokens) for language, tokens in _said(text))


def agrees(text: str) -> bool:
    """Tell whether all that is said is a yes, in any of the languages: "ja det är rätt", or a thumb that is up."""
    if THUMB.fullmatch(text.strip()):
        return True
    kinds = ("strong", "rest")
    for language, tokens in _said(text):
        strong, rest = (texts.listed(f"common.agree_{kind}", language) for kind in kinds)
        if not strong.isdisjoint(tokens) and (strong | rest).issuperset(tokens):
            return True
    return False


def _said(text: str) -> list[tuple[Language, list[str]]]:
    tokens = TOKEN.findall(text.casefold())
    return [(language, tokens) for language in Language] if 0 < len(tokens) <= MOST_TOKENS else []


def _wants_a_person(language: Language, tokens: list[str]) -> bool:
    people, talk, _ = _lists("person", NOUNS_AND_VERBS, language)
    if not _all("person", NOUNS_AND_VERBS, language).issuperset(tokens) or people.isdisjoint(tokens):
        return False
    return not talk.isdisjoint(tokens) or not texts.listed("common.person_strong", language).isdisjoint(tokens)


def _wants_to_write(language: Language, tokens: list[str]) -> bool:
    if " ".join(tokens) in texts.listed("common.write_words", language):
        return True
    papers, write, _ = _lists("write", NOUNS_AND_VERBS, language)
    both = not papers.isdisjoint(tokens) and not write.isdisjoint(tokens)
    return both and _all("write", NOUNS_AND_VERBS, language).issuperset(tokens)


def _wants_it_explained(language: Language, tokens: list[str]) -> bool:
    if not _all("explain", EXPLAIN, language).issuperset(tokens):
        return False
    strong, asked, verbs, _ = _lists("explain", EXPLAIN, language)
    return not strong.isdisjoint(tokens) or not (asked.isdisjoint(tokens) or verbs.isdisjoint(tokens))


@cache
def _lists(wish: str, kinds: tuple[str, ...], language: Language) -> tuple[frozenset[str], ...]:
    return tuple(texts.listed(f"common.{wish}_{kind}", language) for kind in kinds)


@cache
def _all(wish: str, kinds: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset().union(*_lists(wish, kinds, language))
