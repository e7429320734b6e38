"""The law of what is typed: it is kept or passed on, or the answer says that it was not taken.

Messages of every sort, in every place: cut in two by the client, line by line, under photos, with links, with the
reference of a case before them, changed afterwards. Each carries a mark of its own, which is looked for in what is
kept and at the desk. What the session remembers of the last words does not count.
"""

import re
from collections.abc import Callable
from itertools import count

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs import texts
from dialogs.conversation.session import Session
from knowledge.language import Language
from tests.stages.moments import MEMBER, Chat
from tests.stages.screens import CASES, DRAFT, SCREENS, screen

pytestmark = pytest.mark.slow

NOT_TAKEN = (
    "common.choose",
    "common.too_long",
    "common.rest_not_taken",
    "common.edited",
    "common.not_here",
    "common.cannot_be_done_here",
    "speaking.other_language",
    "idea.press_or_type",
    "idea.name_too_long",
    "idea.not_added",
    "proposal.asked_back",
    "proposal.choose_row",
    "proposal.explained",
    "proposal.measured",
    "proposal.no_such_row",
    "doors.chat",
    "need.elsewhere",
    "need.outside",
    "need.too_short",
    "need.hello",
    "need.not_read",
    "welcome.unknown_municipality",
    "advice.not_understood",
    "questions.unanswered",
)
SENTENCES = (
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "vi lagar mat ihop varje onsdag i byagården",
    "kylän vanhukset ovat yksin talvella",
    "ja så var det en sak till",
    "Hyra 1 200",
    "12 500",
    "okej",
    "<b>fet</b> & {{ 7 }} *x*",
)
marks = count(1)
Sort = Callable[[Chat, str], None]


def plainly(chat: Chat, text: str) -> None:
    chat.send(text)


def cut_in_two(chat: Chat, text: str) -> None:
    words = f"{text} " * (1 + 4300 // (len(text) + 1))
    chat.send(words[:4096].strip())
    chat.send(words[4096:].strip(), second=1)


def line_by_line(chat: Chat, text: str) -> None:
    chat.at_once(*(f"{part} {mark()}" for part in (text, "en rad till", "och en sista rad")))


def under_a_photo(chat: Chat, text: str) -> None:
    chat.show("photo", mark(), caption=text, album="77")
    chat.show("photo", mark(), album="77")


def with_a_link(chat: Chat, text: str) -> None:
    chat.send(f"{text} (https://exempel.fi/{mark()})")


def for_a_case(chat: Chat, text: str) -> None:
    chat.send(f"P3QX9 {text}")


def changed_afterwards(chat: Chat, text: str) -> None:
    chat.send(text)
    chat.edit(chat.sent, f"{text} {mark()}")


SORTS = (plainly, cut_in_two, line_by_line, under_a_photo, with_a_link, for_a_case, changed_afterwards)


def mark() -> str:
    """A word that nobody else types."""
    return f"märke{next(marks)}x"


def at_screen(name: str) -> Chat:
    """A chat that stands at a screen, with a draft and two cases."""
    chat = Chat()
    chat.stage.sessions[MEMBER, MEMBER] = screen(name)
    chat.stage.proposals[DRAFT.id] = DRAFT
    chat.stage.cases = {case.reference: case.but(version=1) for case in CASES}
    return chat


def kept(chat: Chat) -> str:
    """Everything that is kept of the chat, and what stands at the desk."""
    session: Session = chat.session.but(heard=None, offers=())
    held = msgspec.json.encode([session, list(chat.stage.proposals.values()), list(chat.stage.cases.values())])
    return held.decode() + "".join(chat.desk())


def says_not_taken(said: str) -> bool:
    """Whether an answer tells that words were not taken, in any language and whatever stands in it."""
    return any(pattern.search(said) for pattern in _patterns())


def _patterns() -> list[re.Pattern[str]]:
    sources = [texts.keys(language)[key] for language in Language for key in NOT_TAKEN]
    longest = [max(re.split(r"\{\{.*?\}\}|\{%.*?%\}|\n", source), key=len).strip() for source in sources]
    return [re.compile(re.escape(part)) for part in longest]


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.__name__)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(SCREENS), sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
def test_what_is_typed_is_kept_or_refused_in_words(sort: Sort, name: str, sentences: list[str]) -> None:
    chat = at_screen(name)
    for sentence in sentences:
        chat.pause()
        shown, first = len(chat.stage.chats.get(MEMBER, [])), next(marks)
        sort(chat, f"{sentence} {mark()}")
        said = "\n".join(item.text for item in chat.stage.chats.get(MEMBER, [])[shown:])
        made = [f"märke{number}x" for number in range(first + 1, next(marks))]
        held = kept(chat)
        lost = [word for word in made if word not in held]
        assert not lost or says_not_taken(said), (name, sort.__name__, sentence, said)
