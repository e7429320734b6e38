"""What the contact person will see: exactly what the preview showed, also of a draft made with another pack."""

from dataclasses import replace

import pytest

from dialogs.cards.card import card
from dialogs.case import send_idea
from dialogs.conversation.effects import SaveCase
from dialogs.conversation.session import ASIDE, Idea, Search, Session, Way
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.language import Language
from tests.stages.in_memory import as_plain, at
from tests.stages.standing import STAFF, standing, world

NEED = Need("Gubbarna i byn sitter hemma", topics=("exclusion/loneliness",))
SESSION = Session(101, 101, "sv", "vasa", "idea.preview", proposal="p1", greeted=True, need=NEED)
NAME = {"GU01": Answer("given", "Byalaget rf", "Byalaget rf")}
ANSWERS = {
    **NAME,
    "FP02": Answer("given", "Hyra 500", [{"what": "Hyra", "sum": 500}]),
    "FP07": Answer("given", "Vi vill ses", "Vi vill ses"),
    "FP08": Answer("given", "12", 12),
    "FP13": Answer("given", "ett år", 12),
}
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", ANSWERS)


def label(field_id: str) -> str:
    return world().packs["vasa"].fields_by_id[field_id].label[Language.SV]


def test_answers_of_another_kind_are_seen_and_sent_as_they_were_typed() -> None:
    turn = standing(SESSION, DRAFT)
    shown = send_idea.preview(turn).replies[0].text
    assert [text for text in ("Hyra 500", "Vi vill ses", "12 månader") if text not in shown] == []
    [case] = [effect.case for effect in send_idea.send(turn).effects if isinstance(effect, SaveCase)]
    assert dict(case.lines) | {label("FP02"): "Hyra 500", label("FP07"): "Vi vill ses", label("FP08"): "12"} == dict(
        case.lines
    )


def test_the_need_is_told_where_the_draft_s_own_words_have_no_field_any_more() -> None:
    fields = tuple(field for field in world().packs["vasa"].fields if field.id != "FP02")
    vasa = replace(world().packs["vasa"], fields=fields)
    turn = replace(standing(SESSION, DRAFT), world=World({**world().packs, "vasa": vasa}, world().lexicon))
    assert NEED.text in send_idea.preview(turn).replies[0].text
    told = {**NAME, "FP02": Answer("given", "Vi vill ses", "Vi vill ses")}
    assert NEED.text not in send_idea.preview(standing(SESSION, DRAFT.but(answers=told))).replies[0].text


def opened(session: Session, *drafts: Proposal) -> tuple[str, Case]:
    """The preview, and the case that its press opens."""
    turn = standing(session, *drafts)
    shown = as_plain(send_idea.preview(turn).replies[0].text)
    [case] = [effect.case for effect in send_idea.send(turn).effects if isinstance(effect, SaveCase)]
    return shown, case


QUESTION = Idea("Byalaget rf", "Kan ni ringa?", alone=True)


@pytest.mark.parametrize("drafts", [(), (DRAFT,)], ids=["a need", "a draft"])
def test_a_question_alone_takes_nothing_else_along(drafts: tuple[Proposal, ...]) -> None:
    matched = NEED.but(matches=(Match("exclusion/loneliness", 0.9, ("sitter hemma",)),), offices=("welfare",))
    session = SESSION.but(
        proposal="p1" if drafts else "", need=matched, form="PARTNERSHIP", idea=QUESTION, ways=(Way(ASIDE, "office"),)
    )
    shown, case = opened(session, *drafts)
    assert case == Case(
        "K7WM4",
        "vasa",
        101,
        "sv",
        "Kan ni ringa?",
        Need(),
        (("Namn i Telegram", "Anna"), ("Meddelande", "Kan ni ringa?")),
        opened_at=at("2023-09-01T06:00"),
        answer_by="2023-09-08",
        writer="Anna",
    )
    posted = as_plain(card(standing(session), case, STAFF).text)
    for text in (NEED.text, "sitter hemma", "Ensamhet", "Byalaget", "Enhet", "Form", "Dokument"):
        assert text not in posted
        assert text not in shown
    assert "Namn i Telegram: Anna" in posted
    assert 'Meddelande: "Kan ni ringa?"' in posted


def test_who_writes_is_named_by_the_association_or_by_telegram() -> None:
    shown, case = opened(SESSION.but(proposal="", idea=Idea()))
    assert ("Namn i Telegram\nAnna" in shown, case.who, case.writer) == (True, "", "Anna")
    shown, case = opened(SESSION.but(proposal="", idea=Idea("Byalaget rf")))
    assert ("Namn i Telegram" in shown, case.who, case.writer) == (False, "Byalaget rf", "")


def test_the_case_has_the_challenge_that_the_draft_names_and_only_the_words_that_were_shown() -> None:
    matches = (
        Match("exclusion/loneliness", 0.9, ("sitter hemma", "byn")),
        Match("physical/everyday-exercise", 0.4, ("sitter",)),
    )
    need = NEED.but(text="Gubbarna i byn sitter hemma", matches=matches, offices=("welfare",))
    answers = {
        **NAME,
        "FP02": Answer("given", "Männen sitter hemma", "Männen sitter hemma"),
        "FP04": Answer("given", "…", ["physical/everyday-exercise", "Grannsamverkan"]),
    }
    _, case = opened(SESSION.but(need=need), DRAFT.but(answers=answers, documents_at=at("2023-09-01T05:00")))
    assert case.need == Need(
        "Männen sitter hemma",
        (Match("physical/everyday-exercise", 0.4, ("sitter",)),),
        ("physical/everyday-exercise",),
        case.need.offices,
    )
    assert (case.own_topics, case.round, case.documents, case.sent_at) == (("Grannsamverkan",), "2023", 2, None)


@pytest.mark.parametrize("state", ["unclear", "unknown", "skipped"])
@pytest.mark.parametrize("idea", [Idea(), Idea(message="Hur gör vi?")], ids=["an idea", "a question"])
def test_only_an_answer_that_was_understood_stands_for_the_need(state: str, idea: Idea) -> None:
    answers = {**NAME, "FP02": Answer(state, "vad menas med det?"), "FP04": Answer(state, "vad?")}
    shown, case = opened(SESSION.but(idea=idea), DRAFT.but(answers=answers))
    posted = as_plain(card(standing(SESSION), case, STAFF).text)
    assert (case.need.text, case.need.topics) == (NEED.text, NEED.topics)
    assert [text for text in (NEED.text, "Ensamhet") if text not in shown or text not in posted] == []
    assert ("vad menas med det?" in shown, "vad menas med det?" in posted) == (state == "unclear", False)


def test_the_need_that_is_sent_is_that_of_the_draft_in_hand() -> None:
    draft = DRAFT.but(answers=NAME, need=Need("Det saknas en badplats"))
    shown, case = opened(SESSION, draft)
    assert (draft.need.text in shown, NEED.text in shown, case.need.text) == (True, False, draft.need.text)


@pytest.mark.parametrize("topic", sorted(world().packs["vaxjo"].catalogue.topics))
@pytest.mark.parametrize("money", [True, False])
def test_the_preview_and_the_card_name_the_same_offices(topic: str, money: bool) -> None:
    vaxjo = world().packs["vaxjo"]
    need = NEED.but(topics=(topic,), offices=(vaxjo.offices[-1].id,))
    turn = standing(SESSION.but(municipality="vaxjo", proposal="", need=need, search=Search(money=money)))
    turn = replace(turn, snapshot=turn.snapshot.but(staff={"vaxjo": STAFF}))
    [case] = [effect.case for effect in send_idea.send(turn).effects if isinstance(effect, SaveCase)]
    named = {office.name[Language.SV] for office in vaxjo.offices if office.id in case.need.offices}
    assert set(dict(case.lines)["Enhet"].split(", ")) == named
