"""The message of a decision: what was decided, why, another way, whom to ask, in the association's language."""

from dataclasses import replace

import pytest

from dialogs.conversation.session import AnswerDraft, Session
from dialogs.conversation.turn import Turn
from dialogs.decisions import told
from dialogs.records.case import Case, CaseMessage, Decision, DecisionKind
from dialogs.records.run import Run
from tests.stages.staff_answer import CASE, NOW
from tests.stages.standing import STAFF, standing, world

NOT_CHOSEN = AnswerDraft(
    "d1", "Vi har pengar till fem idéer.", closing=True, decision="not_chosen", way="own", way_words="Leader Norden"
)
MESSAGES = {
    "sv": "Beslut i ärende K7WM4 (Byalaget):\n\n"
    "Kommunen går inte vidare med er idé den här gången.\n\n"
    "Skäl: Vi har pengar till fem idéer.\n\n"
    "En annan väg: Leader Norden\n\n"
    "Ärendet är avslutat. Har ni frågor? Skriv här, så läser kontaktpersonen vid välfärdstjänsterna det.",
    "fi": "Päätös asiassa K7WM4 (Byalaget):\n\n"
    "Kunta ei vie ideaanne eteenpäin tällä kertaa.\n\n"
    "Syy: Vi har pengar till fem idéer.\n\n"
    "Toinen vaihtoehto: Leader Norden\n\n"
    "Asia on päätetty. Jos teillä on kysyttävää, kirjoittakaa tähän. "
    "Viestin lukee hyvinvointipalvelujen yhteyshenkilö.",
    "en": "Decision in case K7WM4 (Byalaget):\n\n"
    "The municipality does not go on with your idea this time.\n\n"
    "The reason: Vi har pengar till fem idéer.\n\n"
    "Another way: Leader Norden\n\n"
    "The case is closed. If you have questions, write here. "
    "They are read by the contact person at the welfare services.",
}


def at_desk(case: Case = CASE) -> Turn:
    return standing(Session(STAFF, 201, "sv", "vasa"), case=case, staff="vasa")


@pytest.mark.parametrize(("language", "message"), MESSAGES.items())
def test_a_no_is_told_with_its_reason_another_way_and_whom_to_ask(language: str, message: str) -> None:
    assert told.message(at_desk(), CASE.but(language=language), NOT_CHOSEN) == message


NO_ANSWER = "Kontaktpersonen har inte fått något svar från er. Därför avslutas ärendet. Skriv här om ni vill gå vidare."
NOT_OURS = "Det ni beskriver är ingen uppgift för kommunen.\n\nSkäl: Regionen gör det.\n\nEn annan väg: Leader Norden"


@pytest.mark.parametrize(
    ("kind", "text", "told_as"),
    [
        ("chosen", "", "Kommunen går vidare med er idé."),
        ("chosen", "Vi ringer.", "Kommunen går vidare med er idé.\n\nVi ringer."),
        ("no_answer", "", NO_ANSWER),
        ("not_ours", "Regionen gör det.", NOT_OURS),
    ],
)
def test_each_kind_has_its_own_sentence(kind: str, text: str, told_as: str) -> None:
    way = {"way": "own", "way_words": "Leader Norden"} if kind == "not_ours" else {}
    draft = AnswerDraft("d1", text, closing=True, decision=kind, **way)
    head, _, rest = told.message(at_desk(), CASE, draft).partition("\n\n")
    assert (head, rest.startswith(f"{told_as}\n\nÄrendet är avslutat.")) == ("Beslut i ärende K7WM4 (Byalaget):", True)


@pytest.mark.parametrize("decision", ["", "other", "of-a-later-release"])
def test_any_other_end_is_told_in_the_navigators_words_alone(decision: str) -> None:
    draft = AnswerDraft("d1", "Tack <alla>", closing=True, decision=decision, formatted=(Run("Tack <alla>", ("b",)),))
    assert told.message(at_desk(), CASE, draft) == (
        "Slutligt svar i ärende K7WM4 (Byalaget):\n\n<b>Tack &lt;alla&gt;</b>\n\n"
        "Ärendet är avslutat. Ni kan ändå skriva till kontaktpersonen om det."
    )
    assert told.noted(at_desk(), CASE, draft) == ()


def test_a_contact_that_the_operator_has_set_is_told() -> None:
    vasa = world().packs["vasa"]
    role = replace(vasa.roles["navigator"], contact="06 325 0000")
    packs = {"vasa": replace(vasa, roles={**vasa.roles, "navigator": role})}
    turn = replace(at_desk(), world=replace(world(), packs=packs))
    assert told.message(turn, CASE, NOT_CHOSEN).endswith("kontaktpersonen vid välfärdstjänsterna det (06 325 0000).")


@pytest.mark.parametrize(
    ("draft", "words", "way"),
    [
        (AnswerDraft("d1", closing=True, decision="not_chosen"), True, True),
        (AnswerDraft("d1", "Nej", closing=True, decision="not_ours"), False, True),
        (AnswerDraft("d1", "Nej", closing=True, decision="not_ours", way="office:no-more"), False, True),
        (NOT_CHOSEN, False, False),
        (AnswerDraft("d1", closing=True, decision="chosen"), False, False),
        (AnswerDraft("d1", closing=True, decision="no_answer"), False, False),
        (AnswerDraft("d1", closing=True), True, False),
        (AnswerDraft("d1"), False, False),
    ],
)
def test_a_no_wants_a_reason_and_another_way_that_is_known(draft: AnswerDraft, words: bool, way: bool) -> None:
    assert (told.wants_words(draft), told.wants_way(at_desk(), CASE, draft)) == (words, way)


def test_where_nobody_can_be_told_no_other_way_is_wanted() -> None:
    assert not told.wants_way(at_desk(), CASE.but(chat=0), AnswerDraft("d1", "Nej", closing=True, decision="not_ours"))


def test_the_decision_is_kept_as_the_association_read_it() -> None:
    turn = at_desk()
    kept = Decision(DecisionKind.NOT_CHOSEN, "Vi har pengar till fem idéer.", "own", "Leader Norden", NOW, "Anna")
    assert told.decision_of(turn, CASE, NOT_CHOSEN) == kept
    office = NOT_CHOSEN.but(way="office:integration", way_words="")
    assert told.decision_of(turn, CASE.but(language="fi"), office).way_words.startswith("Kotoutuminen. ")
    assert told.last_words(turn, CASE, AnswerDraft("d1", closing=True, decision="chosen")) == (
        "Kommunen går vidare med er idé."
    )
    values = (
        ("kind", "decisions.kind_not_chosen"),
        ("name", "Anna"),
        ("reference", "K7WM4"),
        ("way", "Leader Norden"),
    )
    text = "Anna har avslutat ärende K7WM4: inte vald. En annan väg: Leader Norden"
    noted = CaseMessage("lots", text, NOW, internal=True, name="Anna", key="decisions.noted", values=values)
    assert told.noted(turn, CASE, NOT_CHOSEN) == (noted,)
