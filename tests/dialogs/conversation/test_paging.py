"""Long lists come a page at a time, and each page leads on by a button or a word, in every language."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.compose import TEXT_LIMIT, Destination, compose
from dialogs.conversation.events import Chose, Commanded, Said, Sender
from dialogs.conversation.paging import ROWS, Page, page, turned, ways
from dialogs.conversation.session import Outcome, Post, Session, Snapshot
from dialogs.conversation.turn import ABOUT_NOTHING
from dialogs.conversation.world import World
from dialogs.finding import need
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from dialogs.step import step
from tests.stages.staff_group import NORA
from tests.stages.standing import STAFF, standing, verbs, world

NOW = standing(Session(101, 101)).now
ANNA = Sender(101, 101, "Anna", "sv")
DRAFTS = tuple(
    Proposal(f"p{number}", 101, "vasa", "2023", "sv", created_at=NOW + timedelta(minutes=number))
    for number in range(200)
)
CASES = tuple(
    Case(f"K{number}", "vasa", 101, "sv", f"Idé {number}", Need(), (), opened_at=NOW + timedelta(minutes=number))
    for number in range(300)
)
MORE = {"sv": ("Visa nästa", "fler"), "fi": ("Näytä seuraavat", "lisää"), "en": ("Show the next", "more")}


def fits(outcome: Outcome) -> bool:
    """Whether an answer is one message with no more buttons than Telegram takes."""
    [reply] = outcome.replies
    messages = compose(reply, Destination(101, None, 1))
    return len(messages) == 1 and len(reply.offers) <= 100 and len(reply.text) <= TEXT_LIMIT


@given(st.integers(0, 100), st.text(max_size=3), st.integers(1, 20))
def test_every_page_holds_something_of_a_list_that_has_something(total: int, first: str, size: int) -> None:
    some = page(range(total), first, size)
    assert len(some.shown) == min(size, total - some.first)
    assert bool(some.shown) == bool(total)


@given(st.integers(0, 60), st.integers(1, 10))
def test_whoever_goes_on_sees_all_of_a_list_once(total: int, size: int) -> None:
    turn, seen, first = standing(Session(101, 101, "sv")), [], "0"
    while first:
        some = page(range(total), first, size)
        seen += some.shown
        offers = [offer for offer in ways(turn, some, "list", "x") if offer.label == "Visa nästa"]
        first = offers[0].action.argument.partition(" ")[0] if offers else ""
    assert seen == list(range(total))


@pytest.mark.parametrize("code", MORE)
@pytest.mark.parametrize("command", ["proposals", "status"])
def test_two_hundred_drafts_are_shown_a_page_at_a_time_the_newest_first(code: str, command: str) -> None:
    snapshot, session = Snapshot(proposals=DRAFTS), Session(101, 101, code, "vasa", greeted=True)
    outcome = step(session, Commanded(ANNA, command, ""), world(), NOW, snapshot)
    assert fits(outcome)
    assert verbs(outcome)[:ROWS] == [f"proposal.resume p{number}" for number in range(192, 200)]
    for typed in MORE[code]:
        outcome = step(outcome.session, Said(ANNA, typed, 9), world(), NOW, snapshot)
        assert fits(outcome)
    assert verbs(outcome)[:ROWS] == [f"proposal.resume p{number}" for number in range(176, 184)]
    assert "17–24" in outcome.replies[0].text


def test_cases_are_among_the_drafts_by_when_somebody_last_did_something() -> None:
    snapshot, session = Snapshot(proposals=DRAFTS[:4], cases=CASES[:10]), Session(101, 101, "sv", "vasa", greeted=True)
    first = step(session, Commanded(ANNA, "proposals", ""), world(), NOW, snapshot)
    second = step(first.session, Said(ANNA, "fler", 9), world(), NOW, snapshot)
    shown = [verb for outcome in (first, second) for verb in verbs(outcome) if verb.startswith(("case ", "proposal."))]
    assert (len(shown), len(set(shown))) == (14, 14)
    assert shown[:2] == ["proposal.resume p3", "case K3"]


@pytest.mark.parametrize("code", MORE)
def test_three_hundred_cases_of_a_desk_are_shown_a_page_at_a_time(code: str) -> None:
    mine = CASES[250].but(owner=201, owner_name="Nora", state="claimed")
    cases = (*CASES[:250], mine, *CASES[251:])
    session = Session(STAFF, 201, code, "vasa", "desk")
    snapshot = Snapshot(cases=cases, staff={"vasa": STAFF})
    listed = step(session, Commanded(NORA, "desk", ""), world(), NOW, snapshot)
    [first] = listed.replies
    assert fits(listed)
    assert ("K250 ·" in first.text, "K6 ·" in first.text, "K7 ·" in first.text) == (True, True, False)
    post = Post(ABOUT_NOTHING, first.offers)
    pressed = step(session, Chose(NORA, 0, 0, 9, pushed=True), world(), NOW, snapshot.but(post=post))
    typed = [step(listed.session, Said(NORA, words, 9), world(), NOW, snapshot) for words in MORE[code]]
    assert [outcome.replies for outcome in typed] == [pressed.replies, pressed.replies]
    assert ("K250 ·" in pressed.replies[0].text, "K7 ·" in pressed.replies[0].text) == (False, True)


def test_a_list_of_what_was_looked_for_stays_that_list() -> None:
    session = Session(STAFF, 201, "sv", "vasa", "desk")
    snapshot = Snapshot(cases=CASES, staff={"vasa": STAFF})
    listed = step(session, Commanded(NORA, "desk", "idé 1"), world(), NOW, snapshot)
    assert "1–8 av 138" in listed.replies[0].text
    more = step(listed.session, Said(NORA, "visa fler", 9), world(), NOW, snapshot)
    assert "9–16 av 138" in more.replies[0].text


def test_while_an_answer_is_written_words_do_not_turn_the_page() -> None:
    session = Session(STAFF, 201, "sv", "vasa", "desk.write")
    listed = step(session, Commanded(NORA, "desk", ""), world(), NOW, Snapshot(cases=CASES, staff={"vasa": STAFF}))
    assert (listed.session.offers, listed.replies[0].offers[0].label) == ((), "Visa nästa")


def many_topics(count: int) -> tuple[World, str]:
    """Vasa with so many topics under its first heading."""
    pack = world().packs["vasa"]
    first, *others = pack.catalogue.challenges
    topics = tuple(replace(first.topics[0], id=f"t{number}") for number in range(count))
    catalogue = replace(pack.catalogue, challenges=(replace(first, topics=topics), *others))
    return replace(world(), packs={"vasa": replace(pack, catalogue=catalogue)}), first.id


def test_a_heading_with_many_topics_has_pages() -> None:
    large, heading = many_topics(150)
    session = Session(101, 101, "sv", "vasa", "need.catalogue", greeted=True)
    turn = replace(standing(session), world=large)
    outcome = need.heading(turn, heading)
    assert fits(outcome)
    assert verbs(outcome)[19:22] == ["topic t19", f"heading.page 20 {heading}", "go need.catalogue"]
    more = need.topics_under(turn, f"20 {heading}")
    assert verbs(more)[:1] == ["topic t20"]


def test_many_municipalities_have_pages_and_each_can_be_typed() -> None:
    pack = world().packs["vasa"]
    names = [f"Kommun{number:03}x" for number in range(300)]
    packs = {name: replace(pack, id=name, name={"sv": name, "fi": name, "en": name}) for name in names}
    large = replace(world(), packs=packs)
    session = Session(101, 101, "sv", "", "municipality", greeted=True)
    outcome = step(session, Said(ANNA, "okänd ort", 9), large, NOW, Snapshot())
    assert fits(outcome)
    more = step(outcome.session, Said(ANNA, "nästa", 10), large, NOW, Snapshot())
    assert verbs(more)[:1] == ["municipality Kommun020x"]
    assert step(more.session, Said(ANNA, "kommun250x", 11), large, NOW, Snapshot()).session.municipality == "Kommun250x"


def test_words_for_more_turn_no_page_where_there_is_none() -> None:
    assert turned("fler", ()) is None
    assert ways(standing(Session(101, 101)), Page((1,), 0, 8, 1), "list") == ()
