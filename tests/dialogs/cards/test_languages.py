"""Who reads what in which language: the group, one navigator, the association."""

from dataclasses import replace

import pytest

from dialogs.cards.card import card, copy
from dialogs.cards.languages import chat_language, desk_language, lines_as_read, own_language
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.need import Need
from knowledge.language import Language
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, standing, world

NOW = at("2023-09-01T06:00")
NORA = Session(STAFF, 201)
LINES = (("Yhdistys", "Kylätoimikunta ry"), ("Nimi idealle", "Keittiö"), ("Päämäärät", "25 miestä"))
CASE = Case("K7WM4", "vasa", 101, "fi", "Keittiö", Need("Haluamme nähdä toisiamme"), LINES, opened_at=NOW)
VASA = world().packs["vasa"]


def at_desk(session: Session = NORA, *, group: str = "", own: str = "", case: Case = CASE) -> Turn:
    turn = standing(session, case=case, staff="vasa")
    languages = {"vasa": group} if group else {}
    return replace(turn, snapshot=turn.snapshot.but(desk_languages=languages, own_language=own))


@pytest.mark.parametrize(("group", "read"), [("", "sv"), ("fi", "fi"), ("en", "en"), ("xx", "sv")])
def test_a_group_reads_what_it_chose_and_else_the_first_language_of_its_pack(group: str, read: str) -> None:
    assert desk_language(at_desk(group=group), VASA) == read


@pytest.mark.parametrize(
    ("session", "group", "own", "read"),
    [
        (NORA, "", "", "sv"),
        (NORA, "fi", "", "fi"),
        (NORA.but(language="en", language_chosen=True), "fi", "", "en"),
        (NORA.but(language="sv", language_chosen=True), "fi", "", "sv"),
        (NORA.but(language="en", language_chosen=True), "fi", "sv", "sv"),
        (NORA.but(language="sv"), "fi", "", "fi"),
        (NORA.but(language="fi"), "", "", "fi"),
    ],
    ids=[
        "nothing chosen",
        "of the group",
        "here",
        "the first of the pack",
        "alone with Lots",
        "old",
        "old choice",
    ],
)
def test_a_navigator_reads_what_this_person_chose(session: Session, group: str, own: str, read: str) -> None:
    assert own_language(at_desk(session, group=group, own=own), VASA) == read


def test_an_association_is_written_to_in_its_own_language_whatever_the_group_reads() -> None:
    assert chat_language(at_desk(group="en"), CASE) is Language.FI
    assert chat_language(at_desk(group="en"), CASE.but(language="xx")) is Language.SV


@pytest.mark.parametrize(
    ("code", "headings"),
    [
        ("sv", ["Förening", "Namn på idén", "Mål"]),
        ("fi", ["Yhdistys", "Idean nimi", "Tavoitteet"]),
        ("en", ["Association", "Name of the idea", "Goals"]),
    ],
)
def test_headings_are_read_in_ones_own_language_and_the_words_as_they_were_written(
    code: str, headings: list[str]
) -> None:
    known = {field.id: field.label[Language.FI] for field in VASA.fields}
    case = CASE.but(lines=(LINES[0], (known["FP01"], "Keittiö"), (known["FP05"], "25 miestä"), ("Muu", "sana")))
    turn = at_desk(NORA.but(language=code, language_chosen=True), case=case)
    assert lines_as_read(turn.at(language=code), case) == (
        (headings[0], "Kylätoimikunta ry"),
        (headings[1], "Keittiö"),
        (headings[2], "25 miestä"),
        ("Muu", "sana"),
    )


def test_the_card_is_in_the_groups_language_and_its_owner_may_ask_for_another() -> None:
    owned = CASE.but(state="claimed", owner=201, owner_name="Anna", owner_language="fi")
    shown = card(at_desk(), owned, STAFF)
    assert "tagen · Anna har det" in shown.text
    assert [offer.label for offer in shown.offers][-2:] == ["Avsluta med svar", "Omalla kielelläni"]
    theirs = copy(at_desk(NORA.but(language="fi", language_chosen=True)).at(language="fi"), owned)
    assert "käsittelyssä · käsittelijä Anna" in theirs.text
    labels = [offer.label for offer in theirs.offers]
    assert (labels[:4], labels[-1]) == (
        ["Luovu asiasta", "Siirrä minulle", "Vastaa yhdistykselle", "Näytä kaikki"],
        "Vastaa ja päätä",
    )
    assert (theirs.about, theirs.under_card, theirs.card) == ("K7WM4", True, False)
    same = card(at_desk(group="fi"), owned, STAFF)
    assert (same.text, same.offers) == (theirs.text, theirs.offers)
