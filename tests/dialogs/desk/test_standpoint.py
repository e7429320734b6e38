"""Where a navigator stands follows the topic: each has its own question in hand, and what was sent is there no more."""

import pytest

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, AtDesk, Session, Standpoint
from dialogs.desk.standpoint import KEPT, in_topic
from dialogs.records.offices.inquiry import InquiryDraft
from tests.stages.staff_group import NORA
from tests.stages.standing import STAFF

CANCEL = (Offer("Avbryt", Action("desk.cancel", "K7WM4 d1")),)
DRAFTS = {"K7WM4": AnswerDraft("d1"), "C8RV2": AnswerDraft("d2")}
WRITING = Session(STAFF, 201, "sv", "vasa", "desk.write", case="K7WM4", offers=CANCEL, drafts=DRAFTS)
GENERAL, FIRST, SECOND = NORA, NORA.but(thread=7), NORA.but(thread=9)


def test_each_topic_has_its_own_question_in_hand() -> None:
    first = WRITING.but(desk=AtDesk(thread=7))
    second = in_topic(first, SECOND)
    assert (second.place, second.case, second.offers) == ("desk", "", ())
    second = second.but(place="desk.preview", case="C8RV2")
    again = in_topic(second, FIRST)
    assert (again.place, again.case, again.offers) == ("desk.write", "K7WM4", CANCEL)
    back = in_topic(in_topic(again, GENERAL), SECOND)
    assert (back.place, back.case, back.offers) == ("desk.preview", "C8RV2", ())
    assert back.drafts == DRAFTS


def test_nothing_changes_where_somebody_stays_and_in_a_group_without_topics() -> None:
    for session, sender in ((WRITING, GENERAL), (WRITING.but(desk=AtDesk(thread=7)), FIRST)):
        assert in_topic(session, sender) is session
    stranger = NORA.but(staff="", thread=7)
    assert in_topic(WRITING, stranger) is WRITING


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("desk.write", True),
        ("desk.preview", True),
        ("desk.ask_write", False),
        ("desk.ask_preview", False),
        ("desk.ask_which", True),
    ],
)
def test_what_was_sent_or_dropped_elsewhere_is_in_hand_no_more(place: str, *, kept: bool) -> None:
    desk = AtDesk(thread=7, elsewhere={9: Standpoint(place, "K7WM4")})
    here = in_topic(WRITING.but(desk=desk), SECOND)
    assert (here.place == place) is kept
    gone = in_topic(WRITING.but(desk=desk, drafts={}), SECOND)
    assert (gone.place == place) is (place == "desk.ask_which")
    asked = desk.but(inquiries={"K7WM4": InquiryDraft("d1", ("welfare",), due="2023-09-08")})
    assert in_topic(WRITING.but(desk=asked), SECOND).place == place


def test_only_so_many_topics_are_remembered_and_none_where_nothing_is_asked() -> None:
    session = WRITING
    for thread in range(1, KEPT + 5):
        session = in_topic(session, NORA.but(thread=thread)).but(place="desk.write", case="K7WM4")
    assert sorted(session.desk.elsewhere) == list(range(4, KEPT + 4))
    quiet = in_topic(in_topic(Session(STAFF, 201), FIRST), SECOND)
    assert quiet.desk == AtDesk(thread=9)
