"""A person's own data: what is kept and why, all of it as a file, and its erasure."""

from dialogs.cards import from_association
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import EraseChat, SendExport
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn, with_offers
from dialogs.finding import corrections
from dialogs.records.letters import mailing
from dialogs.together import going_away


def privacy(turn: Turn, _argument: str = "") -> Outcome:
    """What is kept, for what, who sees it, and how to have it removed."""
    text = turn.say("asides.privacy", consent=turn.session.consent.given)
    if turn.world.mail_from:
        told = {"host": turn.world.mail_host, "sender": turn.world.mail_from, "days": mailing.KEPT.days}
        text = f"{text}\n{turn.say('asides.privacy_mail', **told)}"
    return with_offers(turn.aside(text), *corrections.ways(turn))


def my_data(turn: Turn, _argument: str = "") -> Outcome:
    """Send everything that is kept about this chat as a file."""
    export = SendExport(turn.session.chat, turn.language.value, statements.of_files(turn))
    return turn.aside(turn.say("asides.my_data"), effects=(export,))


def delete(turn: Turn, _argument: str = "") -> Outcome:
    """Ask before everything is removed, and say what the municipality keeps."""
    return turn.present() if turn.session.place == "delete" else turn.detour("delete", turn.session.place)


def ask_delete(turn: Turn) -> Outcome:
    """Put the question whether to remove everything."""
    kept = [item.reference for item in turn.snapshot.cases]
    others = going_away.of_others(turn)
    shared = [own_proposals.title(turn, item) for item in going_away.own_shared(turn)]
    offers = (
        *going_away.ways(turn),
        turn.offer("asides.delete_yes", "delete.yes"),
        turn.offer("common.cancel", "cancel"),
    )
    drafts = len(turn.snapshot.proposals) - len(others)
    return turn.ask(turn.say("asides.delete", drafts=drafts, kept=kept, shared=shared, others=len(others)), offers)


def deleted(turn: Turn, _argument: str = "") -> Outcome:
    """Remove everything about this chat and say goodbye; who writes again begins anew."""
    if turn.session.place != "delete":
        return turn.present()
    nobody = Session(turn.session.chat, turn.session.user)
    said = (Reply(turn.say("asides.deleted")), *from_association.erased(turn), *going_away.news(turn))
    return Outcome(nobody, said, (*going_away.effects(turn), EraseChat(turn.session.chat)))
