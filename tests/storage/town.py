"""A small town in a database: three chats with a value of each kind."""

from dialogs.conversation.session import Post
from dialogs.records.staff.call import Call
from dialogs.records.staff.desk import Desk
from storage.database import Database
from tests.storage.building import (
    NOW,
    OFFERS,
    a_case,
    a_change,
    a_correction,
    a_mail,
    a_proposal,
    a_session,
    a_sharing,
    outgoing,
    received,
    said,
)

REFERENCES = ("K7WM4", "P3QX9", "C8RV2")


def town(database: Database) -> Database:
    """Put three chats in, each with a session, a proposal, a case with an utterance, a correction, a post ..."""
    with database.transaction() as work:
        for chat, reference in enumerate(REFERENCES, 1):
            work.sessions.save([a_session(chat)])
            work.proposals.save([a_proposal(f"p{chat}", chat)])
            work.cases.save(a_case(reference, chat, version=1), 0)
            work.cases.add_messages([(reference, said(f"hej {chat}"))])
            work.posts.keep([((chat, 5), Post(reference, OFFERS), False)])
            work.corrections.save([a_correction(f"c{chat}", chat)])
            work.inbox.remember([received(chat, chat)])
            work.outbox.add([outgoing(chat)])
            work.sharings.save(a_sharing(f"p{chat}", chat), 0)
            work.answer_changes.add([a_change(f"p{chat}", chat)])
            work.mails.add([a_mail(f"m{chat}", chat, f"p{chat}")], NOW)
        for municipality in ("vasa", "vaxjo"):
            work.desks.save(Desk(municipality, version=1), 0)
            work.calls.save(Call(municipality, "autumn", version=1), 0)
    return database
