"""What an older Lots wrote is read as what it meant."""

from typing import Any

import msgspec
import pytest

from dialogs.conversation.replies import Receipt
from dialogs.conversation.session import (
    ADVICE,
    ASIDE,
    CHANGE,
    CRITERIA,
    LANGUAGE,
    AdviceAnswers,
    AnswerDraft,
    AtDesk,
    Filling,
    Heard,
    Idea,
    Search,
    Session,
    WaitingQuestion,
    Way,
)
from dialogs.records.case import Stray
from storage.encryption.codec import decode, to_json
from storage.queue_items import Content, Kind, Notes, Paper
from tests.storage.building import a_proposal

SAID_SO = {"chat_id": 7, "text": "hej"}
OF_DESK = {"chat": -5, "delivered": "fram", "refused": "inte fram", "about": "K7WM4"}
A_DRAFT = a_proposal()


@pytest.mark.parametrize(
    ("method", "payload", "meant"),
    [
        ("sendMessage", SAID_SO, Content("sendMessage", SAID_SO)),
        ("card", SAID_SO, Content("sendMessage", SAID_SO, kind=Kind.CARD)),
        ("sendPhoto", SAID_SO | {"_under_card": "K7WM4"}, Content("sendPhoto", SAID_SO, notes=Notes(under_card=True))),
        (
            "sendMessage",
            SAID_SO | {"_under_card": "", "_receipt": OF_DESK},
            Content("sendMessage", SAID_SO, notes=Notes(receipt=Receipt(-5, "fram", "inte fram", "K7WM4"))),
        ),
        (
            "documents",
            {"proposal": to_json(A_DRAFT), "language": "fi", "file": 3},
            Content("sendDocument", {}, kind=Kind.PAPER, notes=Notes(paper=Paper(A_DRAFT, "fi", 3))),
        ),
        ("export", {"language": "sv"}, Content("sendDocument", {}, kind=Kind.EXPORT)),
    ],
)
def test_a_message_with_its_notes_among_the_payload_says_the_same_beside_it(
    method: str, payload: dict[str, Any], meant: Content
) -> None:
    stored = [1, {"method": method, "payload": payload, "offers": [], "whom": None}]
    assert decode(msgspec.json.encode(stored), Content) == meant


def older(**kept: Any) -> Session:
    """A session of the first shape, with its ways back, its drawer of facts and its `draft`, as it is read today."""
    return decode(msgspec.json.encode([1, {"chat": 5, "user": 6, **kept}]), Session)


HEARD = {"message": 3, "place": "proposal.ask", "returns": "office", "back_to": "proposal.summary", "draft": "more"}
OF_ADVICE = {"who": "wise", "need": "Vi vill", "at": "scope", "returns": "office", "then": "advice.criteria"}
DRAWERS: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({}, {}),
    ({"returns": "person", "back_to": "office"}, {"ways": (Way(ASIDE, "person"), Way(CHANGE, "office"))}),
    (
        {
            "returns": "person",
            "back_to": "proposal.summary",
            "facts": {"language_from": "need", "advice.returns": "office", "advice.then": "advice.criteria"},
        },
        {
            "ways": (
                *(Way(ASIDE, "person"), Way(CHANGE, "proposal.summary"), Way(LANGUAGE, "need"), Way(ADVICE, "office")),
                Way(CRITERIA, "advice.criteria"),
            )
        },
    ),
    ({"draft": "basics"}, {"filling": Filling(part="basics")}),
    ({"draft": "more"}, {"filling": Filling(adding=True)}),
    ({"draft": "changed"}, {"filling": Filling(changed=True)}),
    ({"facts": {"language_from": "need"}}, {"ways": (Way(LANGUAGE, "need"),)}),
    (
        {"facts": {"money": "yes", "office_told": "vasa|sv", "language_offered": "fi"}},
        {"search": Search(money=True, office_told="vasa|sv", language_offered="fi")},
    ),
    (
        {"facts": {f"advice.{key}": value for key, value in OF_ADVICE.items()}},
        {
            "advice": AdviceAnswers({"who": "wise"}, "Vi vill", "scope"),
            "ways": (Way(ADVICE, "office"), Way(CRITERIA, "advice.criteria")),
        },
    ),
    (
        {"facts": {"name": "Byalaget rf", "message": "Hej?", "alone": "yes"}},
        {"idea": Idea("Byalaget rf", "Hej?", alone=True)},
    ),
    ({"facts": {"question": "När?", "question_from": "office"}}, {"waiting": WaitingQuestion("När?", "office")}),
    ({"facts": {"sent": "7 8", "told_nameless": "2023-09-01"}}, {"desk": AtDesk((7, 8), "2023-09-01")}),
    ({"facts": {"stopped": "abc"}}, {"stopped": "abc"}),
    ({"facts": {"stray": "vi flyttar"}}, {"strays": (Stray("vi flyttar"),)}),
    ({"facts": {"of another time": "kept nowhere"}}, {}),
    (
        {"heard": HEARD},
        {
            "heard": Heard(
                3,
                place="proposal.ask",
                ways=(Way(ASIDE, "office"), Way(CHANGE, "proposal.summary")),
                filling=Filling(adding=True),
            )
        },
    ),
)
"""What a session of the first shape kept, and where it is looked for now."""


@pytest.mark.parametrize(("kept", "now"), DRAWERS)
def test_what_stood_in_a_drawer_of_a_session_is_found_where_it_is_looked_for_now(
    kept: dict[str, Any], now: dict[str, Any]
) -> None:
    assert older(**kept) == Session(5, 6, **now)


def test_the_one_answer_that_a_navigator_was_writing_is_an_answer_under_way() -> None:
    at_desk = older(place="desk.write", case="K7WM4", draft="Kom på onsdag", facts={"mode": "close"})
    answer = AnswerDraft("", "Kom på onsdag", closing=True)
    assert at_desk == Session(5, 6, place="desk.write", case="K7WM4", drafts={"K7WM4": answer})
