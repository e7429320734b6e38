"""A case moves to another office with a reason that the association reads; Lots learns from it only after a yes."""

from dataclasses import replace

import pytest

from dialogs.answering import drafting, moving, sending
from dialogs.cards.card import card
from dialogs.conversation.effects import AddMessage, ForgetCorrections, KeepCorrection, NoteAccess, SaveCase
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import NO_CONSENT, AnswerDraft, Consent
from dialogs.conversation.turn import Turn
from dialogs.finding.corrections import ASKED_AT_MOST
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import CaseAct
from dialogs.records.for_a_time.access import Access
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.need import Need
from tests.stages.staff_answer import CASE as KNOWN
from tests.stages.staff_answer import NOW, RECEIPT, SESSION, WRITE_BACK, to_association
from tests.stages.standing import STAFF, standing, verbs, world

WORDS = "kören i byn söker en lokal att öva i"
CASE = KNOWN.but(need=Need(WORDS, topics=("exclusion/meaningful-activity",), offices=("welfare", "integration")))
DRAFT = AnswerDraft("d1", "De har lokaler.", office="culture-leisure")
MOVED = CASE.but(
    need=CASE.need.but(offices=("culture-leisure",)),
    came_to=("welfare", "integration"),
    answered_at=NOW,
    version=1,
)
CORRECTION = Correction(
    "K7WM4",
    101,
    "vasa",
    "sv",
    "2023-09-01",
    WORDS,
    ("welfare", "integration"),
    ("exclusion/meaningful-activity",),
    ("culture-leisure",),
    "navigator",
)
QUESTION = Reply(
    "Jag trodde att ärende K7WM4 hörde till en annan enhet. Om ni vill: får jag spara era ord om behovet för dem som "
    "lär mig att förstå bättre? Ert namn sparas inte.",
    (
        Offer("Ja, spara orden", Action("case.keep_words", "K7WM4")),
        Offer("Nej, spara dem inte", Action("correction.refuse", "K7WM4")),
    ),
    chat=101,
    about="K7WM4",
)


def sent_by(case: Case, consent: Consent = NO_CONSENT, draft: AnswerDraft = DRAFT) -> tuple[Turn, Case]:
    session = SESSION.but(drafts={"K7WM4": draft})
    turn = standing(session, case=case, staff="vasa")
    return replace(turn, snapshot=turn.snapshot.but(consent=consent)), case


def at_desk(case: Case = CASE) -> Turn:
    return standing(SESSION.but(place="desk", case="", drafts={}), case=case, staff="vasa")


def test_the_offices_of_the_municipality_are_offered_but_the_one_that_has_it() -> None:
    assert verbs(moving.begin(at_desk(), CASE)) == [
        f"desk.to K7WM4 {name}" for name in ("welfare", "culture-leisure", "integration")
    ]
    assert verbs(moving.begin(at_desk(MOVED), MOVED)) == [
        f"desk.to K7WM4 {name}" for name in ("welfare", "integration")
    ]


def test_where_there_is_one_office_nothing_moves() -> None:
    alone = CASE.but(municipality="ostersund", need=CASE.need.but(offices=("civil-society-navigator",)))
    turn = standing(SESSION.but(municipality="ostersund", drafts={}), case=alone, staff="ostersund")
    outcome = moving.begin(turn, alone)
    assert (outcome.session, outcome.effects) == (turn.session, ())
    assert "bara till en enhet" in outcome.replies[0].text
    assert "Byt enhet" not in [offer.label for offer in card(turn, alone, STAFF).offers]


def test_nothing_moves_before_a_reason_is_written_and_sent() -> None:
    asked = moving.to_office(at_desk(), CASE, "culture-leisure")
    assert (asked.session.place, asked.effects) == ("desk.write", ())
    assert asked.session.drafts == {"K7WM4": AnswerDraft("p9", seen=0, office="culture-leisure")}
    writing = standing(asked.session, case=CASE, staff="vasa")
    alone = drafting.drafted(writing, CASE, "", Attachment("photo", "file-2"))
    assert alone.replies[0].text == "Skriv svaret i ärende K7WM4 med ord."
    shown = drafting.drafted(writing, CASE, "De har lokaler.")
    assert "hör till en annan enhet: Kultur, idrott och unga." in shown.replies[0].text
    assert (shown.session.place, shown.effects) == ("desk.preview", ())


@pytest.mark.parametrize("office", ["nowhere", ""])
def test_an_office_that_is_not_there_is_asked_about_again(office: str) -> None:
    assert verbs(moving.to_office(at_desk(), CASE, office)) == verbs(moving.begin(at_desk(), CASE))


def test_the_office_that_has_it_already_is_asked_about_again() -> None:
    outcome = moving.to_office(at_desk(MOVED), MOVED, "culture-leisure")
    assert outcome.replies == moving.begin(at_desk(MOVED), MOVED).replies


def test_what_is_sent_moves_the_case_and_tells_the_association_why() -> None:
    turn, _ = sent_by(CASE)
    outcome = sending.send(turn, CASE, "d1")
    noted = CaseMessage("lots", "Anna bytte enhet. Ärendet hör nu till kultur, idrott och unga.", NOW, internal=True)
    known = (("name", "Anna"), ("office", "culture-leisure"), ("reference", "K7WM4"))
    said = CaseMessage("navigator", "De har lokaler.", NOW, name="Anna")
    assert outcome.effects == (
        SaveCase(MOVED, 0),
        NoteAccess(Access(NOW, "K7WM4", 201, CaseAct.MOVE)),
        AddMessage("K7WM4", noted.but(name="Anna", key="desk.moved", values=known)),
        AddMessage("K7WM4", said),
    )
    text = (
        "Ärende K7WM4 (Byalaget) hör till en annan enhet: Kultur, idrott och unga. Kontaktpersonen skriver:\n\n"
        "De har lokaler.\n\nNi kan skriva till kontaktpersonen här som förut."
    )
    moved = Reply(text, WRITE_BACK, chat=101, about="K7WM4", receipt=RECEIPT)
    assert to_association(outcome.replies) == [moved, QUESTION]
    assert outcome.replies[-1] == card(turn, MOVED, STAFF)
    assert "Enhet: Kultur, idrott och unga (först: Välfärdstjänsterna, Integration)" in outcome.replies[-1].text


def test_whoever_has_agreed_is_not_asked_and_it_is_kept() -> None:
    turn, _ = sent_by(CASE, Consent(given=True))
    outcome = sending.send(turn, CASE, "d1")
    assert outcome.effects[-1] == KeepCorrection(CORRECTION)
    assert len(to_association(outcome.replies)) == 1


@pytest.mark.parametrize(
    ("case", "consent"),
    [
        (CASE, Consent(given=False)),
        (CASE, Consent(unanswered=ASKED_AT_MOST)),
        (CASE.but(came_to=("integration",)), NO_CONSENT),
        (CASE.but(need=CASE.need.but(text=f"{WORDS}, ring Pekka")), NO_CONSENT),
        (CASE.but(need=CASE.need.but(text=f"{WORDS}, ring Pekka")), Consent(given=True)),
        (CASE.but(need=Need()), Consent(given=True)),
    ],
    ids=["refused", "two passed", "once a case", "named", "named and agreed", "no need"],
)
def test_else_nothing_is_asked_and_nothing_kept(case: Case, consent: Consent) -> None:
    turn, _ = sent_by(case, consent)
    outcome = sending.send(turn, case, "d1")
    assert [item for item in outcome.effects if isinstance(item, KeepCorrection)] == []
    assert len(to_association(outcome.replies)) == 1


def test_a_case_that_belongs_where_it_came_first_teaches_nothing() -> None:
    back = AnswerDraft("d1", "Vi tar det hos oss.", office="welfare")
    for case in (CASE, MOVED):
        turn, _ = sent_by(case, Consent(given=True), back)
        outcome = sending.send(turn, case, "d1")
        assert outcome.effects[-1] == ForgetCorrections(101, "K7WM4")
        assert len(to_association(outcome.replies)) == 1
        assert "först:" not in outcome.replies[-1].text


def test_an_office_that_is_gone_meanwhile_takes_no_case() -> None:
    turn, _ = sent_by(CASE, draft=DRAFT.but(office="old-office"))
    outcome = sending.send(turn, CASE, "d1")
    assert (outcome.effects, outcome.session.drafts) == ((), {})
    assert "Den enheten finns inte längre" in outcome.replies[0].text


def test_a_changed_reason_is_for_the_same_office() -> None:
    turn, _ = sent_by(CASE)
    changed = drafting.change(turn, CASE, "d1")
    assert changed.session.drafts["K7WM4"].office == "culture-leisure"
    assert "kultur, idrott och unga" in changed.replies[0].text


def test_a_case_of_somebody_who_has_erased_the_chat_is_not_moved() -> None:
    gone = CASE.but(chat=0)
    outcome = moving.begin(at_desk(gone), gone)
    assert (outcome.effects, "har raderat chatten" in outcome.replies[0].text) == ((), True)


def test_each_office_has_a_name_in_the_language_of_the_association() -> None:
    turn, _ = sent_by(CASE.but(language="fi"))
    told = to_association(sending.send(turn, CASE.but(language="fi"), "d1").replies)
    assert world().packs["vasa"].known_office("culture-leisure") is not None
    assert [text.partition(":")[0] for text in (told[0].text, told[1].text.partition(". ")[2])] == [
        "Asia K7WM4 (Byalaget) kuuluu toiselle toimialalle",
        "Jos sopii",
    ]
