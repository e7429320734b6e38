"""Files of a proposal go to the desk with its case, each once, and later only those that are new."""

import pytest

from dialogs.cards.own_files import passed_on
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.session import Outcome, Session
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, HandedOver, Proposal
from knowledge.answers.kinds.attached.files import Sent
from tests.stages.in_memory import STAFF, at
from tests.stages.standing import standing

TURN = standing(Session(101, 101, "en", "vasa"))
BUDGET = Sent("document", "f1", "u1", "Budget.pdf", 240_000, "application/pdf")
PHOTO = Sent("photo", "f2", "u2", "", 90_000, "")
CASE = Case("K7WM4", "vasa", 101, "en", "The kitchen", Need(), (), at("2023-09-01T06:00"))
NOTHING = Outcome(TURN.session)


def proposal(*files: Sent, handed: tuple[Sent, ...] | None = None) -> Proposal:
    def answers(sent: tuple[Sent, ...]) -> dict[str, Answer]:
        return {"GU19": Answer("given", "files", [{"said": "more to come"}, *(file.kept for file in sent)])}

    versions = () if handed is None else (HandedOver(TURN.now, answers(handed)),)
    return Proposal("p1", 101, "vasa", "2023", "en", answers(files), handed=versions)


def test_every_file_goes_under_the_card_in_the_language_of_the_desk_and_is_kept_with_the_case() -> None:
    outcome = passed_on(TURN, NOTHING, CASE, proposal(BUDGET, PHOTO))
    files = [
        Attachment("document", "f1", "Budget.pdf", 240_000, "u1", "application/pdf"),
        Attachment("photo", "f2", "Bild 2.jpg", 90_000, "u2"),
    ]
    words = ["Bilaga till förslaget: Budget.pdf", "Bilaga till förslaget: Bild 2.jpg"]
    assert [(reply.chat, reply.under_card, reply.attachment) for reply in outcome.replies] == [
        (STAFF, True, file) for file in files
    ]
    assert [line in reply.text for line, reply in zip(words, outcome.replies, strict=True)] == [True, True]
    assert outcome.effects == tuple(
        AddMessage("K7WM4", CaseMessage("association", line, TURN.now, attachment=file))
        for line, file in zip(words, files, strict=True)
    )


@pytest.mark.parametrize(
    ("handed", "expected"), [(None, ["f1", "f2"]), ((), ["f1", "f2"]), ((BUDGET,), ["f2"]), ((BUDGET, PHOTO), [])]
)
def test_what_the_desk_has_got_before_does_not_go_again(handed: tuple[Sent, ...] | None, expected: list[str]) -> None:
    outcome = passed_on(TURN, NOTHING, CASE, proposal(BUDGET, PHOTO, handed=handed))
    assert [reply.attachment.file_id for reply in outcome.replies if reply.attachment] == expected


def test_a_file_that_telegram_has_no_more_is_told_by_its_name_in_the_language_of_the_association() -> None:
    [reply] = passed_on(TURN, NOTHING, CASE, proposal(BUDGET)).replies
    receipt = reply.receipt
    assert receipt is not None
    assert receipt.part == receipt.refused
    assert receipt.part.startswith("Telegram no longer has the file Budget.pdf")
    assert (receipt.chat, "K7WM4" in receipt.shut_out) == (101, True)


def test_without_a_proposal_there_is_nothing_to_follow() -> None:
    assert passed_on(TURN, NOTHING, CASE, None) == NOTHING
