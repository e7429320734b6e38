"""The log of a case: who of the municipality saw it or did something with it, as the desk reads it."""

from datetime import timedelta

import pytest

from dialogs import texts
from dialogs.conversation.effects import NoteAccess
from dialogs.conversation.events import Commanded
from dialogs.conversation.session import Session, Snapshot
from dialogs.desk import access_log
from dialogs.records.case import Case
from dialogs.records.case_states import TABLE, CaseAct, Who
from dialogs.records.for_a_time.access import CALL, CARD, EXPORT, KEPT, LET_BE, LOG, SENT_AGAIN, Access, of_all
from dialogs.step import step
from knowledge.language import Language
from tests.stages.in_memory import Stage, no_papers
from tests.stages.staff_group import CARD as POST
from tests.stages.staff_group import CASE, HIDDEN, NORA, NOW
from tests.stages.standing import STAFF, world

NOBODY = Session(STAFF, 201, "sv", "vasa")
SEEN = (Access(NOW, "K7WM4", 201, CaseAct.CLAIM), Access(NOW - timedelta(days=1), "K7WM4", 202, CARD))
NOTED = (NoteAccess(Access(NOW, "K7WM4", 201, LOG)),)


def asked(argument: str, case: Case | None = CASE, *seen: Access, reply_to: int | None = None) -> tuple[str, object]:
    snapshot = Snapshot(case=case, post=POST if reply_to else None, accesses=seen, names={201: "Nora"})
    outcome = step(NOBODY, Commanded(NORA.but(reply_to=reply_to), "log", argument), world(), NOW, snapshot)
    return outcome.replies[0].text, outcome.effects


def test_it_tells_when_and_who_and_what_and_whoever_looks_is_in_it_too() -> None:
    text, effects = asked("K7WM4", CASE, *SEEN)
    assert text.splitlines() == [
        "<b>Loggen för ärende K7WM4</b>",
        "Det nyaste först. Loggen sparas i 2 år. Den säger inte vad någon skrev.",
        "fredag 1 september kl. 09.00 · Nora tog ärendet",
        "torsdag 31 augusti kl. 09.00 · Person 202 såg kortet",
    ]
    assert effects == NOTED


def test_the_card_that_is_answered_is_meant_where_none_is_named() -> None:
    assert asked("", CASE, reply_to=8) == (asked("K7WM4")[0], NOTED)
    seen = Access(NOW, of_all("vasa"), 201, EXPORT)
    assert asked("", CASE, seen)[0].splitlines()[0] == "<b>Loggen för alla ärenden</b>"
    assert asked("", CASE, seen)[0].endswith(" · Nora hämtade alla ärenden som tabell")
    assert asked("")[1] == ()
    assert asked("C8RV2", None) == (texts.say(Language.SV, "access.which"), ())


def test_lots_itself_and_hidden_people_have_no_number() -> None:
    text, _ = asked("K7WM4", CASE, Access(NOW, "K7WM4", 0, CaseAct.LAPSE), Access(NOW, "K7WM4", STAFF, CaseAct.NOTE))
    assert [line.partition(" · ")[2] for line in text.splitlines()[2:]] == [
        "Lots gav tillbaka ärendet till alla",
        "Någon vars namn gruppen döljer gjorde en anteckning",
    ]


def test_of_a_long_log_the_newest_entries_are_shown_and_that_there_are_others() -> None:
    text, _ = asked("K7WM4", CASE, *(SEEN[:1] * (access_log.SHOWN + 1)))
    assert (text.count("tog ärendet"), "äldre rader" in text) == (access_log.SHOWN, True)


@pytest.mark.parametrize("language", Language)
def test_everything_that_can_be_noted_has_words(language: Language) -> None:
    acts = {act for act in CaseAct if TABLE[act].who is not Who.ASSOCIATION}
    noted = acts | {CARD, LOG, EXPORT, CALL, SENT_AGAIN, LET_BE}
    said = {key.removeprefix("access.did_") for key in texts.keys(language) if key.startswith("access.did_")}
    assert said == noted
    assert timedelta(days=730) == KEPT
    years = {Language.SV: "i två år", Language.FI: "kaksi vuotta", Language.EN: "for two years"}
    assert years[language] in texts.plain(language, "asides.privacy", consent=None)


def test_a_day_at_the_desk_is_told_by_name() -> None:
    stage = Stage(world(), NOW, render=no_papers)
    stage.cases["K7WM4"] = CASE.but(opened_at=NOW)
    stage.say(STAFF, 201, "/desk K7WM4", name="Nora")
    stage.press(STAFF, 202, "Ta ärendet", name="Niko")
    stage.press(STAFF, 201, "Visa allt", name="Nora")
    stage.press(STAFF, 201, "Släpp ärendet", name="Nora")
    stage.say(STAFF, 202, "/log K7WM4", name="Niko")
    told = [line.partition(" · ")[2] for line in stage.chats[STAFF][-1].text.splitlines()[2:]]
    assert told == ["Nora läste allt", "Niko tog ärendet", "Nora såg kortet"]
    assert [(item.user, item.act) for item in stage.accesses] == [
        (201, CARD),
        (202, CaseAct.CLAIM),
        (201, CaseAct.SHOW),
        (202, LOG),
    ]


def test_a_stranger_sees_no_log_and_is_in_none() -> None:
    stage = Stage(world(), NOW, render=no_papers, strangers={203})
    stage.cases["K7WM4"] = CASE.but(opened_at=NOW)
    stage.say(STAFF, 203, "/log K7WM4", name="Sara")
    assert ("Loggen" in stage.chats[STAFF][-1].text, stage.accesses) == (False, [])


def test_who_hides_is_asked_to_show_themselves() -> None:
    outcome = step(NOBODY.but(user=STAFF), Commanded(HIDDEN, "log", "K7WM4"), world(), NOW, Snapshot(case=CASE))
    assert (outcome.replies[0].text, outcome.effects) == (texts.say(Language.SV, "desk.nameless"), ())
