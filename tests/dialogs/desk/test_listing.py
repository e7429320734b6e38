"""What the desk is shown when it asks: the open cases, one of them, everything of one."""

import pytest

from dialogs.conversation.events import Commanded, Said
from dialogs.conversation.replies import Action, Reply
from dialogs.conversation.session import Session, Snapshot
from dialogs.desk import listing
from dialogs.records.attachment import Attachment
from dialogs.records.case import CaseMessage
from dialogs.step import step
from tests.stages.staff_group import CASE, NORA, NOW, OTHER, PHOTO, SESSION, taken
from tests.stages.standing import STAFF, standing, world

AT_DESK = Session(STAFF, 201, "sv", "vasa", "desk")
PLAN = Attachment("document", "file-2", "plan.pdf")


def test_the_list_tells_what_waits_what_is_late_and_who_has_written() -> None:
    late = CASE.but(answer_by="2023-08-31", written_at=NOW, owner=201, owner_name="Nora", state="claimed")
    answered = OTHER.but(owner=202, owner_name="Niko", state="answered", chat=0)
    free = CASE.but(reference="P3QX9", title="Byahuset")
    snapshot = Snapshot(cases=(late, answered, free), staff={"vasa": STAFF})
    [listed] = step(SESSION, Commanded(NORA, "desk", ""), world(), NOW, snapshot).replies
    assert listed.text == (
        "Försenade:\n"
        "K7WM4 · Byalaget · Nora · tagen · svar senast tors 31.8, försenat · föreningen har skrivit\n"
        "\nMina:\n"
        "inga\n"
        "\nLediga:\n"
        "P3QX9 · Byahuset · ny · svar senast fre 8.9\n"
        "\nHos andra:\n"
        "C8RV2 · Kören · Niko · besvarad · chatten är raderad"
    )


def test_the_list_names_the_cases_that_cannot_be_read() -> None:
    snapshot = Snapshot(cases=(), staff={"vasa": STAFF}, damaged=("K7WM4", "P3QX9"))
    [listed] = step(SESSION, Commanded(NORA, "desk", ""), world(), NOW, snapshot).replies
    assert listed.text.endswith("\n\nGår inte att läsa just nu: K7WM4, P3QX9. Säg till den som driver Lots.")


def test_the_desk_looks_up_a_case_by_its_number_and_by_words_the_only_one_as_its_card() -> None:
    one = taken(Commanded(NORA, "desk", "k7wm4"), case=CASE)
    assert one.replies[0].text.startswith("<b>K7WM4 · Byalaget</b>")
    assert one.replies[0].offers[0].label == "Ta ärendet"
    snapshot = Snapshot(cases=(CASE, OTHER), staff={"vasa": STAFF})
    [found] = step(SESSION, Commanded(NORA, "desk", "kören"), world(), NOW, snapshot).replies
    assert (found.text.startswith("<b>C8RV2 · Kören</b>"), found.about, found.under_card) == (True, "C8RV2", True)
    [none] = step(SESSION, Commanded(NORA, "desk", "simhallen"), world(), NOW, snapshot).replies
    assert none.text == (
        "Jag hittar inget ärende med simhallen. Jag letar bland föreningar, namn på idéer, enheter och lägen. "
        "Skriv /desk så ser du de öppna ärendena."
    )


@pytest.mark.parametrize("command", ["find", "case"])
def test_each_command_says_what_can_be_looked_for(command: str) -> None:
    [told] = taken(Commanded(NORA, command, " "), session=AT_DESK).replies
    assert told.text.startswith("Skriv vad du letar efter, till exempel /find Byalaget eller /case K7WM4.")


@pytest.mark.parametrize(("command", "typed"), [("case", "k7wm4"), ("desk", "K1-WM4"), ("find", "nr. k7 wm4")])
def test_an_ended_case_is_shown_too_and_signs_that_look_alike_are_forgiven(command: str, typed: str) -> None:
    ended = CASE.but(state="closed", closing="Tack", closed_at=NOW)
    [shown] = taken(Commanded(NORA, command, typed), session=AT_DESK, case=ended).replies
    assert (shown.text.splitlines()[:2], [offer.label for offer in shown.offers]) == (
        ["<b>K7WM4 · Byalaget</b>", "avslutad · ingen har tagit det"],
        ["Visa allt"],
    )


def test_what_was_found_comes_a_page_at_a_time_and_its_pages_are_turned_with_buttons_and_words() -> None:
    many = tuple(CASE.but(reference=f"K7W{a}{b}", title=f"Kör {a}{b}") for a in "2345" for b in "678")
    snapshot = Snapshot(cases=many, staff={"vasa": STAFF})
    first = step(AT_DESK, Commanded(NORA, "find", "kör"), world(), NOW, snapshot)
    lines = first.replies[0].text.splitlines()
    assert (lines[0], len(lines), lines[-1]) == ("12 ärenden med kör, det nyaste först:", 11, "1–8 av 12")
    assert [offer.action for offer in first.session.offers] == [Action("desk.found", "8 kör")]
    second = step(first.session, Said(NORA, "nästa", 7), world(), NOW, snapshot)
    assert second.replies[0].text.splitlines()[1:] == [
        *(f"K7W{name} · Kör {name} · ny · svar senast fre 8.9" for name in ("48", "56", "57", "58")),
        "",
        "9–12 av 12",
    ]


def test_everything_of_a_case_names_its_files_and_sends_them_again() -> None:
    said = (
        CaseMessage("association", "Vår plan", NOW, attachment=PLAN),
        CaseMessage("association", "", NOW, attachment=PHOTO),
    )
    case = CASE.but(messages=said, proposal="p1")
    shown, *files = listing.show(standing(SESSION, case=case, staff="vasa"), case).replies
    assert "föreningen: Vår plan [plan.pdf]" in shown.text
    assert "föreningen: [bild]" in shown.text
    assert "Filerna kommer här nedanför." in shown.text
    assert "De går till registratorn och inte hit." in shown.text
    text = "Fil i ärende K7WM4, från föreningen."
    assert files == [Reply(text, about="K7WM4", under_card=True, attachment=item) for item in (PLAN, PHOTO)]
