"""What a desk sees of a proposal that was changed after it had got it, in the language of who reads.

The association's words stand as they were written.
"""

from dialogs import texts
from dialogs.cards import access
from dialogs.cards.card import offer
from dialogs.cards.case_at_hand import is_told_there
from dialogs.cards.from_association import not_seen_yet
from dialogs.cards.languages import desk_language
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.case_states import CaseAct
from dialogs.records.versions.amendment import Amendment
from dialogs.versions.rows import labels, rows
from knowledge.language import Language


def told(turn: Turn, case: Case, amendment: Amendment) -> tuple[Reply, ...]:
    """The news under the card that a proposal was changed, for all who read there, with what changed."""
    pack = turn.world.packs[case.municipality]
    language, desk = desk_language(turn, pack), turn.desk_of(case.municipality)
    versions = [_version(turn, case, amendment, language)]
    text = texts.say(language, "versions.at_desk", reference=case.reference, versions=versions, wanted=[])
    news = Reply(text, (offer(language, "desk.answer", "desk.answer", case),), chat=desk, about=case.reference)
    return (news.but(under_card=True, receipt=not_seen_yet(turn, case, desk)),)


def show(turn: Turn, case: Case) -> Outcome:
    """Show what changed since the case came in, the newest version first, to the navigator who asks."""
    text = turn.say(
        "versions.at_desk" if case.amendments else "versions.none_at_desk",
        reference=case.reference,
        versions=[_version(turn, case, one, turn.language) for one in reversed(case.amendments)],
        wanted=labels(turn.world.packs[case.municipality], case.reopened, turn.language),
    )
    shown = Reply(text, about=case.reference, under_card=is_told_there(turn, case))
    return Outcome(turn.session, (shown,), access.noted(turn, case, CaseAct.SHOW))


def _version(turn: Turn, case: Case, amendment: Amendment, language: Language) -> dict[str, object]:
    pack = turn.world.packs[case.municipality]
    return {
        "at": amendment.at.astimezone(pack.zone),
        "whole": amendment.whole,
        "rows": rows(pack, amendment, language),
    }
