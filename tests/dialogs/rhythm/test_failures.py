"""What went wrong elsewhere and must not here: buttons that say what is no more, a clock that no word restarts.

Zammad #1322, Chatwoot #12079, botpress/v12 #1289, LHC/telegram #26; the chain of deputies (zammad #3694) stands in
`test_absence.py`.
"""

from dataclasses import replace

from tests.dialogs.rhythm.a_desk import NIKO, NORA, VASA, Desk, here


def test_failure_13_words_of_the_association_restart_the_clock_of_the_desk() -> None:
    desk = Desk()
    desk.answer(NORA, "Hej. Vi hör av oss.")
    desk.until("2023-09-20T12:00")
    desk.write("När hör ni av er?")
    assert desk.case.answer_by == "2023-09-27"
    told = "\n".join(desk.until("2023-09-28T09:00"))
    assert told.count("svaret är utlovat senast i morgon, ons 27.9") == 1
    assert told.count("svaret var utlovat senast ons 27.9 och är försenat") == 1


def test_failure_13_whoever_writes_though_the_answer_is_late_is_heard_once_more_a_day_and_it_stays_late() -> None:
    desk = Desk()
    assert len(desk.until("2023-09-11T12:00")) == 4
    desk.write("Vi väntar ännu")
    desk.write("Hallå?")
    assert (desk.case.answer_by, desk.case.written_at) == ("2023-09-08", here(VASA, "2023-09-11T12:00"))
    again = desk.until("2023-09-12T12:00")
    assert [text.partition(": ")[2] for text in again] == [
        "svaret var utlovat senast fre 8.9 och är försenat. Ingen har tagit ärendet."
    ]
    assert desk.until("2023-09-20T12:00") == []
    desk.write("Nu har det gått en vecka till")
    assert len(desk.until("2023-09-21T12:00")) == 1
    assert "Svaret skulle ha kommit senast fredag 8 september." in desk.status()


def test_when_an_answer_is_late_anybody_can_answer_it_or_take_it_over_from_where_it_is_told() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.say(NORA, "jag ringer dem", reply_to=desk.card.number)
    desk.until("2023-09-07T12:00")
    desk.say(NORA, "ingen svarade", reply_to=desk.card.number)
    [told] = desk.until("2023-09-11T09:00")[-1:]
    assert told.endswith("är försenat. Nora har ärendet.")
    assert [offer.label for offer in desk.last.offers] == ["Svara föreningen", "Ta över"]
    desk.press(NIKO, "Ta över")
    assert desk.case.owner == NIKO


def test_failure_12_after_a_case_has_gone_back_no_button_says_what_is_no_more() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    release, index = desk.stage.button(desk.chat, "Släpp ärendet")
    old = replace(release, offers=tuple(release.offers))
    desk.until("2023-09-08T09:00")
    assert "Släpp ärendet" not in [offer.label for offer in desk.card.offers]
    before = desk.case
    desk.stage.press_at(desk.chat, NORA, old, index, name="Nora")
    assert desk.case == before
    assert "Ta ärendet" in [offer.label for offer in desk.last.offers] or "Inget har ändrats" in desk.last.text


def test_failure_12_who_was_writing_when_it_went_back_still_answers_and_has_it_again() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.until("2023-09-07T16:00")
    desk.say(NORA, "svara föreningen K7WM4")
    desk.say(NORA, "Hej. Vi ses på torsdag.")
    desk.until("2023-09-08T10:00")
    assert desk.case.owner == 0
    desk.press(NORA, "Skicka")
    assert (desk.case.state, desk.case.owner) == ("answered", NORA)
