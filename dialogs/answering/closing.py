"""A case that ends with a decision: its kind is asked, then the reason, then another way; and all of it is seen first.

Nobody is told a no without a reason and another way (V19). Words that are written where the kind is asked are the last
words of a case that ends in some other way.
"""

from dialogs.answering import canned, drafting
from dialogs.answering.preview import offer_of, previewed
from dialogs.cards.languages import chat_language
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn
from dialogs.decisions import other_ways
from dialogs.decisions.told import SAYS_ENOUGH, wants_way, wants_words
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, DecisionKind

OWN_WAY = "desk.way_own"
"""The place where another way is written in own words."""


def begin(turn: Turn, case: Case) -> Outcome:
    """Ask how a case ends."""
    draft = AnswerDraft(turn.snapshot.new_id, closing=True)
    offers = tuple(_offer(turn, case, draft, f"decisions.kind_{kind}", "desk.decide", kind) for kind in DecisionKind)
    return drafting.asked(turn, case, draft, offers, "desk.closing")


def decide(turn: Turn, case: Case, which: str) -> Outcome:
    """Ask for the words that go with a decision. `which` are the id of the draft and the kind."""
    draft_id, _, kind = which.partition(" ")
    draft = drafting.standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    if kind not in set(DecisionKind):
        return begin(turn, case)
    draft = draft.but(id=turn.snapshot.new_id, decision=kind)
    enough = DecisionKind(kind) in SAYS_ENOUGH
    offers = (offer_of(turn, case, draft, "decisions.no_words", "desk.no_words"),) if enough else ()
    return drafting.asked(turn, case, draft, offers)


def without_words(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Show a decision that says enough by itself."""
    draft = drafting.standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    if wants_words(draft):
        return drafting.asked(turn, case, draft)
    return _shown(turn, case, draft.but(id=turn.snapshot.new_id, text="", formatted=(), messages=()))


def said(turn: Turn, case: Case, text: str, attachment: Attachment | None) -> Outcome:
    """Take words for a case that ends: another way in own words, or the reason; those of other answers go their way."""
    draft = turn.session.drafts.get(case.reference)
    if draft is None or not draft.closing:
        return canned.said(turn, case, text, attachment)
    here = turn.session.place in ("desk.way", OWN_WAY) and turn.session.case == case.reference
    if here and text.strip():
        way = {"way": other_ways.OWN, "way_words": " ".join(text.split())}
        return _shown(turn.at(heard=None), case, draft.but(id=turn.snapshot.new_id, **way))
    return drafting.drafted(turn, case, text, attachment, _shown)


def ask_way(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Ask once more which other way is shown."""
    draft = drafting.standing(turn, case, draft_id)
    return draft if isinstance(draft, Outcome) else _ask_way(turn, case, draft.but(id=turn.snapshot.new_id))


def choose_way(turn: Turn, case: Case, which: str) -> Outcome:
    """Take another way. `which` are the id of the draft and the name of the way; one's own is asked for in words."""
    draft_id, _, name = which.partition(" ")
    draft = drafting.standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    draft = draft.but(id=turn.snapshot.new_id)
    if name == other_ways.OWN:
        return _ask(turn, case, draft, turn.say("decisions.write_way", **_about(turn, case)), (), OWN_WAY)
    return _shown(turn, case, draft.but(way=name, way_words=""))


def _shown(turn: Turn, case: Case, draft: AnswerDraft) -> Outcome:
    """Ask for another way where one is wanted, else show the decision as the association will see it."""
    if (refused := drafting.refused_now(turn, case, draft)) is not None:
        return refused
    return _ask_way(turn, case, draft) if wants_way(turn, case, draft) else previewed(turn, case, draft)


def _ask_way(turn: Turn, case: Case, draft: AnswerDraft) -> Outcome:
    ways = other_ways.other_ways(turn, case, chat_language(turn, case))
    offers = tuple(Offer(way.label, _action(case, draft, "desk.way_is", way.name)) for way in ways)
    own = _offer(turn, case, draft, "decisions.own_way", "desk.way_is", other_ways.OWN)
    return _ask(turn, case, draft, turn.say("decisions.which_way", **_about(turn, case)), (*offers, own), "desk.way")


def _ask(turn: Turn, case: Case, draft: AnswerDraft, text: str, offers: tuple[Offer, ...], place: str) -> Outcome:
    cancel = offer_of(turn, case, draft, "common.cancel", "desk.cancel")
    drafts = {**turn.session.drafts, case.reference: draft}
    return turn.ask(text, (*offers, cancel), place=place, case=case.reference, drafts=drafts)


def _about(turn: Turn, case: Case) -> dict[str, str]:
    theirs = turn.plain(f"desk.language_{chat_language(turn, case)}")
    return {"reference": case.reference, "name": turn.event.sender.name, "language_name": theirs}


def _offer(turn: Turn, case: Case, draft: AnswerDraft, key: str, verb: str, what: str) -> Offer:
    return Offer(turn.plain(key), _action(case, draft, verb, what))


def _action(case: Case, draft: AnswerDraft, verb: str, what: str) -> Action:
    """What a button does that belongs to one wording of a draft, and says something beside it."""
    return Action(verb, f"{case.reference} {draft.id} {what}")
