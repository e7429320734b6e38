"""What the desk answers for an agreement: read by the same kinds, seen before it is kept, told to the association."""

from dialogs.agreement import municipality_part as part
from dialogs.agreement.ladder import planned
from dialogs.conversation.effects import PlanReminders, SaveCase
from dialogs.conversation.session import Outcome
from dialogs.records.case import Case
from tests.dialogs.agreement.decided import CHOSEN, TERM, at_desk, opened
from tests.stages.standing import verbs


def written(case: Case, field: str, text: str) -> Outcome:
    """What a navigator sees who was asked for an answer and writes it."""
    asked = part.ask(at_desk(case), case, field)
    shown = part.said(at_desk(case, asked.session, text), text)
    assert shown is not None
    return shown


def test_a_question_says_what_to_write_and_what_stands() -> None:
    case = opened(KM04=TERM)
    asked = part.ask(at_desk(case), case, "KM04")
    assert asked.replies[0].text == (
        "Anna, ärende K7WM4 · Avtalstid\n\n<b>Från vilken dag till vilken dag gäller avtalet?</b>\n"
        "Skriv första och sista dagen.\nExempel: 1.1.2027–31.12.2028\n"
        "Båda sidor påminns 180 och 60 dagar före slutet.\nNu står: 1 januari 2024 – 31 december 2025"
    )
    assert (asked.session.place, asked.session.case, verbs(asked)) == (part.WRITE, "K7WM4", ["desk.agree_drop K7WM4"])
    assert "Välj bland: Pengar, Lokal" in part.ask(at_desk(case), case, "KM02").replies[0].text
    for other in ("AG01", "KM99"):
        assert verbs(part.ask(at_desk(CHOSEN), CHOSEN, other))[0] == "desk.agree_open K7WM4"


def test_an_answer_is_shown_with_its_reminders_and_with_what_the_association_will_hear() -> None:
    shown = written(opened(), "KM04", "1.1.2024-31.12.2025")
    text = shown.replies[0].text
    assert text.startswith("Anna, ärende K7WM4 · Avtalstid:\n1 januari 2024 – 31 december 2025\n")
    assert "Nästa påminnelser till båda: fredag 4 juli 2025, fredag 31 oktober 2025." in text
    assert text.endswith(
        "Föreningen får det här:\nKontaktpersonen har skrivit in det här i ärende K7WM4 (Onsdagsköket):\n"
        "Avtalstid: 1 januari 2024 – 31 december 2025"
    )
    assert (verbs(shown), shown.effects) == (
        ["desk.agree_keep K7WM4 p9", "desk.agree_set K7WM4 KM04", "desk.agree_drop K7WM4"],
        (),
    )


def test_what_is_not_understood_is_explained_and_the_question_waits() -> None:
    shown = written(opened(), "KM05", "någon gång")
    assert shown.replies[0].text.startswith('Ärende K7WM4: Jag hittade ingen dag i "någon gång".')
    assert shown.session.place == part.WRITE


def test_what_was_seen_is_kept_planned_and_told() -> None:
    case = opened()
    seen = written(case, "KM04", "1.1.2024-31.12.2025")
    kept = part.keep(at_desk(case, seen.session), case, "p9")
    [saved] = [effect for effect in kept.effects if isinstance(effect, SaveCase)]
    assert saved.case.agreement is not None
    assert (saved.case.agreement.answers, saved.case.version, saved.was) == ({"KM04": TERM}, 4, 3)
    assert [effect for effect in kept.effects if isinstance(effect, PlanReminders)] == [planned(at_desk(), saved.case)]
    assert "Anna har skrivit in avtalstid för skede 2 i ärende K7WM4." in [reply.text for reply in kept.replies]
    assert [reply.offers[0].action.verb for reply in kept.replies if reply.chat == 101] == ["agreement"]
    assert (kept.session.place, kept.session.desk.agreeing) == ("desk", {})


def test_nothing_is_kept_that_was_not_seen_as_it_now_is() -> None:
    case = opened()
    seen = written(case, "KM04", "1.1.2024-31.12.2025")
    for session, wording in ((at_desk().session, "p9"), (seen.session, "p8")):
        assert part.keep(at_desk(case, session), case, wording).effects == ()
    gone = case.but(chat=0)
    assert part.keep(at_desk(gone, seen.session), gone, "p9").effects == ()


def test_a_dropped_answer_leaves_what_was_kept_before() -> None:
    case = opened(KM04=TERM)
    asked = part.ask(at_desk(case), case, "KM04")
    left = part.drop(at_desk(case, asked.session), case)
    assert (left.effects, left.session.place, left.session.desk.agreeing) == ((), "desk", {})
    assert left.replies[0].text == "Inget är ändrat i ärende K7WM4."


def test_other_words_are_no_answer() -> None:
    assert part.said(at_desk(opened(), text="hej"), "hej") is None
