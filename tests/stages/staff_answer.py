"""An answer that is being written, and what its sending looks like: what the tests of answers share."""

from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import AnswerDraft, Session
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import at
from tests.stages.standing import STAFF

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (("Förening", "Byalaget rf"),))
DRAFT = AnswerDraft("d1", "Kom på onsdag")
SESSION = Session(STAFF, 201, "sv", "vasa", "desk.preview", case="K7WM4", drafts={"K7WM4": DRAFT})
PLAN = Attachment("document", "file-1", "plan.pdf")
PHOTO = Attachment("photo", "file-2")
WRITE_BACK = (Offer("Svara K7WM4", Action("case.write", "K7WM4")),)
RECEIPT = Receipt(
    STAFF,
    "Levererat till föreningen, ärende K7WM4.",
    "Svaret i ärende K7WM4 nådde inte föreningen. Telegram tog inte emot det. "
    "/undelivered visar det. Använd annars ett annat sätt.",
    "K7WM4",
    "Jag vet inte om svaret i ärende K7WM4 kom fram. Jag har försökt flera gånger. "
    "Med /undelivered går det att skicka igen. Du kan också ringa.",
    "En del av svaret i ärende K7WM4 har kanske inte kommit fram. Fråga föreningen.",
    shut_out="Svaret i ärende K7WM4 nådde inte föreningen. Svaret är sparat och går ut om den skriver igen. "
    "Använd så länge ett annat sätt att nå den.",
)


def to_association(outcome_replies: tuple[Reply, ...]) -> list[Reply]:
    """The messages that go to the association."""
    return [reply for reply in outcome_replies if reply.chat == 101]
