"""A session outlives what it names: a step, a topic, a field or its kind, a button's verb. All are answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import texts
from dialogs.conversation.effects import EraseChat, SaveProposal
from dialogs.conversation.events import Chose, Commanded, Edited, Event, Said, Sender, Unreadable
from dialogs.conversation.session import ASIDE, CHANGE, Outcome, Session, Snapshot, Way
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.need import Match
from dialogs.records.proposal import Proposal
from dialogs.step import PLACES, step
from knowledge.answers import KINDS
from knowledge.language import Language
from storage.encryption.codec import decode
from tests.storage.released.reading import RELEASED, rows
from tests.storage.released.town import MORNING, STAFF, world

LETS_GO = frozenset({"delete.yes", "case.withdrawn"})
"""What a person presses who wants to lose something."""
WORDS = ("1", "ja", "Vi ses på onsdag", "gubbarna i byn sitter hemma hela vintern och pratar inte med någon")
COMMANDS = ("start", "help", "new", "proposals", "dates", "forms", "contact", "language", "delete", "cancel", "mydata")


def every(table: str, kind: Any) -> list[Any]:
    return [decode(msgspec.json.encode(row["data"]), kind) for release in RELEASED for row in rows(release, table)]


SESSIONS = [item for item in every("sessions", Session) if item.chat > 0]
PROPOSALS, CASES = every("proposals", Proposal), every("cases", Case)


FIELDS = [field.id for field in world().packs["vasa"].fields]
WRITING = [item for item in SESSIONS if item.proposal]


def with_kinds(kinds: Mapping[str, str]) -> World:
    """The world after Vasa has changed the kinds of some fields."""
    vasa = world().packs["vasa"]
    fields = tuple(replace(field, kind=kinds.get(field.id, field.kind)) for field in vasa.fields)
    return World({**world().packs, "vasa": replace(vasa, fields=fields)}, world().lexicon)


def without_offers(session: Session, **changes: str) -> Session:
    offers = tuple(item.but(action=item.action.but(**changes)) for item in session.offers)
    return session.but(offers=offers)


OLD_MATCHES = (Match("old/topic", 0.9, ("ensamma",)), Match("another/old", 0.85, ("byn",)))
OLD_ADVICE = dict.fromkeys(("who", "want", "initiative", "market", "plan"), "old-option")
GONE: Mapping[str, Callable[[Session], Session]] = {
    "the place": lambda session: session.but(place="a.place.of.old"),
    "the way back": lambda session: session.but(ways=tuple(Way(of, "a.place.of.old") for of in (ASIDE, CHANGE))),
    "the field": lambda session: session.but(asking="OLD01"),
    "the topics": lambda session: session.but(need=session.need.but(matches=OLD_MATCHES, topics=("old/topic",))),
    "some topics": lambda session: session.but(need=session.need.but(matches=session.need.matches + OLD_MATCHES)),
    "the need's words": lambda session: session.but(need=session.need.but(text="", matches=OLD_MATCHES)),
    "the municipality": lambda session: session.but(municipality="old-town"),
    "another municipality": lambda session: session.but(municipality="ostersund"),
    "the advice": lambda session: session.but(advice=session.advice.but(answers=OLD_ADVICE)),
    "the offices": lambda session: session.but(need=session.need.but(offices=("old-office",))),
    "the verbs": lambda session: without_offers(session, verb="an.old.verb"),
    "the arguments": lambda session: without_offers(session, argument="old"),
    "the form": lambda session: session.but(form="OLD"),
    "the draft": lambda session: session.but(proposal="old"),
    "the case": lambda session: session.but(case="22222"),
    "the language": lambda session: session.but(language="xx"),
    "the question of the advice": lambda session: session.but(advice=session.advice.but(opened="old")),
}
OF_DRAFTS: Mapping[str, Callable[[Proposal], Proposal]] = {
    "the fields": lambda draft: draft.but(answers={f"{key}9": item for key, item in draft.answers.items()}),
    "the round": lambda draft: draft.but(round="round-of-old"),
    "the municipality": lambda draft: draft.but(municipality="old-town"),
    "the document language": lambda draft: draft.but(document_language="xx"),
    "documents in that language": lambda draft: draft.but(document_language="en"),
    "the topics": lambda draft: draft.but(need=draft.need.but(topics=("old/topic",))),
}


def event(session: Session, number: int) -> Event:
    """One of the things that a person can do now: press, write, send a command, edit, send a sticker."""
    sender = Sender(session.chat, session.user, "Anna", "sv")
    buttons = [index for index, offer in enumerate(session.offers) if offer.action.verb not in LETS_GO]
    events: list[Event] = [Chose(sender, session.revision, index, 5) for index in buttons]
    # "1" and "yes" are buttons, too.
    words = WORDS if len(buttons) == len(session.offers) else WORDS[2:]
    events += [Said(sender, text, 6) for text in words] + [Commanded(sender, name, "") for name in COMMANDS]
    events += [Edited(sender, "nytt", 6), Unreadable(sender, "sticker", 7)]
    return events[number % len(events)]


@given(
    st.sampled_from(SESSIONS),
    st.sets(st.sampled_from(sorted(GONE)), min_size=1, max_size=4),
    st.sets(st.sampled_from(sorted(OF_DRAFTS)), max_size=2),
    st.integers(0, 60),
)
@settings(max_examples=400, deadline=None)
def test_who_stands_where_nothing_is_any_more_is_answered(
    session: Session, gone: set[str], of_drafts: set[str], number: int
) -> None:
    for name in sorted(gone):
        session = GONE[name](session)
    drafts = [item for item in PROPOSALS if item.chat == session.chat]
    for name in sorted(of_drafts):
        drafts = [OF_DRAFTS[name](item) for item in drafts]
    answered_and_nothing_lost(session, drafts, event(session, number))


@given(
    st.sampled_from(WRITING),
    st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(sorted(KINDS)), min_size=3, max_size=len(FIELDS)),
    st.integers(0, 60),
)
@settings(max_examples=400, deadline=None)
def test_who_answered_when_the_fields_were_of_other_kinds_is_answered(
    session: Session, kinds: dict[str, str], number: int
) -> None:
    answered_and_nothing_lost(session, PROPOSALS, event(session, number), with_kinds(kinds))


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: f"{session.chat} {session.place}")
def test_a_place_that_is_no_more_leads_to_one_that_is_and_the_draft_is_kept(session: Session) -> None:
    moved = GONE["the place"](session)
    outcome = answered_and_nothing_lost(moved, PROPOSALS, Said(Sender(moved.chat, moved.user), "?", 1))
    assert outcome.session.place in PLACES
    assert (outcome.session.proposal, outcome.session.advice) == (session.proposal, session.advice)


def answered_and_nothing_lost(
    session: Session, drafts: list[Proposal], happened: Event, around: World | None = None
) -> Outcome:
    cases = tuple(item for item in CASES if item.chat == session.chat)
    drafts = [item for item in drafts if item.chat == session.chat]
    case = next((item for item in cases if item.reference == session.case), None)
    snapshot = Snapshot("K7WM4", "p9", tuple(drafts), cases, case, None, {"vasa": STAFF}, "lots_bot")
    outcome = step(session, happened, around or world(), MORNING, snapshot)
    said = "\n".join(reply.text for reply in outcome.replies)
    assert said
    assert [language for language in Language if texts.say(language, "common.apology") in said] == []
    assert lost(outcome, drafts) == []
    return outcome


def lost(outcome: Outcome, drafts: list[Proposal]) -> list[object]:
    """What an outcome takes away: answers, or the whole chat."""
    erased = [effect for effect in outcome.effects if isinstance(effect, EraseChat)]
    before = {item.id: item for item in drafts}
    saved = {effect.proposal.id: effect.proposal for effect in outcome.effects if isinstance(effect, SaveProposal)}
    answers = [before[name].answers.keys() - item.answers.keys() for name, item in saved.items() if name in before]
    return [*erased, *(gone for gone in answers if gone)]
