"""The card of a case: everything that decides what to do next, and nothing that is not true any more."""

import pytest

from dialogs.cards.card import card, next_step
from dialogs.cards.from_association import kept_current
from dialogs.conversation.effects import SaveCase, SaveProposal
from dialogs.conversation.session import Outcome, Session
from dialogs.records.case import Case
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Proposal
from tests.stages.in_memory import as_plain, at
from tests.stages.standing import STAFF, standing, world

NEED = Need(
    "Gubbarna i byn sitter hemma",
    (Match("exclusion/loneliness", 0.9, ("sitter hemma",)),),
    ("exclusion/loneliness",),
    ("welfare",),
)
ROUND = world().packs["vasa"].rounds[-1].id
CASE = Case(
    "K7WM4",
    "vasa",
    101,
    "fi",
    "Onsdagsköket",
    NEED,
    (("Yhdistys", "Byalaget rf"), ("Tarve", NEED.text)),
    form="PARTNERSHIP",
    proposal="p1",
    documents=2,
    answer_by="2023-09-08",
    who="Byalaget rf",
    own_topics=("Grannsamverkan",),
    round=ROUND,
)


def shown(case: Case) -> str:
    return as_plain(card(standing(Session(STAFF, 201, "sv", "vasa"), case=case, staff="vasa"), case, STAFF).text)


def test_a_case_in_an_unknown_language_is_shown_like_one_in_the_desk_s_own() -> None:
    assert shown(CASE.but(language="xx")) == shown(CASE.but(language="sv"))


def test_a_card_says_what_decides_in_the_language_of_the_desk() -> None:
    assert shown(CASE) == (
        "K7WM4 · Onsdagsköket\n"
        "ny · ingen har tagit det\n"
        "\n"
        "Förening: Byalaget rf\n"
        'Behov: "Gubbarna i byn sitter hemma"\n'
        'Utmaning: Ensamhet ("sitter hemma")\n'
        "Utmaning: Grannsamverkan\n"
        "Form: Partnerskapsavtal\n"
        "Enhet: Välfärdstjänsterna\n"
        "Sista dag i omgången: fredag 15 september kl. 15.45\n"
        "Dokument: gjorda. Föreningen har inte sagt att de är skickade till registratorn\n"
        "Språk: finska\n"
        "Svar utlovat: fredag 8 september\n"
        "Nästa steg: någon tar ärendet och svarar\n"
        "Svara på kortet om du vill göra en intern anteckning. I ett eget ämne räcker det att skriva."
    )


@pytest.mark.parametrize(
    ("changes", "step", "lines"),
    [
        (
            {"state": "claimed", "owner": 201, "owner_name": "Nora"},
            "answer",
            ["tagen · Nora har det", "Svar utlovat: fredag 8 september", "Nästa steg: svara föreningen"],
        ),
        (
            {"state": "answered", "owner": 201, "owner_name": "Nora"},
            "wait",
            ["besvarad · Nora har det", "Nästa steg: vänta på föreningen, eller avsluta ärendet"],
        ),
        (
            {"state": "claimed", "owner": 201, "owner_name": "Nora", "written_at": at("2023-09-04T07:05")},
            "answer",
            ["Föreningen har skrivit måndag 4 september kl. 10.05. Det är inte besvarat."],
        ),
        (
            {"chat": 0},
            "gone",
            ["Nästa steg: personen har raderat chatten. Använd ett annat sätt, och avsluta sedan ärendet här"],
        ),
        ({"state": "closed", "closing": "Vi går vidare."}, "", ["Svaret: Vi går vidare."]),
        (
            {"sent_at": at("2023-09-14T08:00")},
            "claim",
            ["Dokument: föreningen sade torsdag 14 september att båda är skickade till registratorn"],
        ),
        (
            {"answer_by": "2023-08-31"},
            "claim",
            ["Svar utlovat: torsdag 31 augusti, försenat"],
        ),
        ({"documents": 0}, "claim", ["Dokument: föreningen har inte gjort dem än"]),
        ({"who": "", "writer": "Anna", "lines": (("Nimi Telegramissa", "Anna"),)}, "claim", ["Namn i Telegram: Anna"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_card_follows_its_case(changes: dict[str, object], step: str, lines: list[str]) -> None:
    case = CASE.but(**changes)
    assert next_step(case) == step
    assert [line for line in lines if line not in shown(case).splitlines()] == []
    assert ("Svar utlovat" in shown(case)) is (step in {"claim", "answer"})


def test_a_case_of_the_first_release_names_its_association_by_its_lines() -> None:
    assert "Förening: Byalaget rf" in shown(CASE.but(who=""))


def test_what_an_association_says_of_its_documents_comes_onto_the_card() -> None:
    case, sent = CASE.but(version=3), at("2023-09-01T05:00")
    draft = Proposal("p1", 101, "vasa", ROUND, "sv", case="K7WM4", documents_at=sent, sent_at=sent, version=7)
    turn = standing(Session(101, 101, "sv", "vasa"), draft, cases=(case,))
    outcome = kept_current(turn, Outcome(turn.session, (), (SaveProposal(draft),)))
    told = case.but(sent_at=sent, version=4)
    assert outcome == Outcome(turn.session, (card(turn, told, STAFF),), (SaveProposal(draft), SaveCase(told, 3)))
    same = standing(turn.session, draft, cases=(told,))
    assert kept_current(same, Outcome(turn.session, (), (SaveProposal(draft),))).replies == ()


def test_a_withdrawn_case_waits_for_nobody() -> None:
    assert "besvarat" not in shown(CASE.but(state="withdrawn", written_at=at("2023-09-04T07:05")))


def test_a_long_need_ends_at_a_word_and_says_that_it_goes_on() -> None:
    long = CASE.but(need=NEED.but(text="Gubbarna sitter hemma " * 40))
    [line] = [line for line in shown(long).splitlines() if line.startswith("Behov: ")]
    assert line.endswith(('hemma …"', 'Gubbarna …"', 'sitter …"'))
    assert len(line) <= len('Behov: ""') + 602
