"""What the desk is shown when it asks: the open cases, one of them, everything of one."""

from dialogs.conversation.events import Commanded
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Snapshot
from dialogs.desk import listing
from dialogs.records.attachment import Attachment
from dialogs.records.case import CaseMessage
from dialogs.step import step
from tests.stages.staff_group import CASE, NORA, NOW, OTHER, PHOTO, SESSION, taken
from tests.stages.standing import STAFF, standing, world

PLAN = Attachment("document", "file-2", "plan.pdf")


def test_the_list_tells_what_waits_what_is_late_and_who_has_written() -> None:
    late = CASE.but(answer_by="2023-08-31", written_at=NOW, owner=201, owner_name="Nora", state="claimed")
    answered = OTHER.but(owner=202, owner_name="Niko", state="answered", chat=0)
    free = CASE.but(reference="P3QX9", title="Byahuset")
    snapshot = Snapshot(cases=(late, answered, free), staff={"vasa": STAFF})
    [listed] = step(SESSION, Commanded(NORA, "desk", ""), world(), NOW, snapshot).replies
    assert listed.text == (
        "Mina:\n"
        "K7WM4 · Byalaget · tagen · svar senast tors 31.8, försenat · föreningen har skrivit\n"
        "\nLediga:\n"
        "P3QX9 · Byahuset · ny · svar senast fre 8.9\n"
        "\nHos andra:\n"
        "C8RV2 · Kören · Niko · besvarad · chatten är raderad"
    )


def test_the_desk_looks_up_a_case_by_its_number_and_open_ones_by_words_of_their_titles() -> None:
    one = taken(Commanded(NORA, "desk", "k7wm4"), case=CASE)
    assert one.replies[0].text.startswith("<b>K7WM4 · Byalaget</b>")
    assert one.replies[0].offers[0].label == "Ta ärendet"
    snapshot = Snapshot(cases=(CASE, OTHER), staff={"vasa": STAFF})
    [found] = step(SESSION, Commanded(NORA, "desk", "kören"), world(), NOW, snapshot).replies
    assert ("C8RV2 · Kören" in found.text, "K7WM4" in found.text) == (True, False)
    [none] = step(SESSION, Commanded(NORA, "desk", "simhallen"), world(), NOW, snapshot).replies
    assert none.text == "Inget öppet ärende har simhallen i titeln. Skriv /desk så ser du alla."


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
