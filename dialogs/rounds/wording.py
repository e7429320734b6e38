"""The words of a decision for several cases: its kind, the reason in each of their languages, another way.

One thing is asked at a time. Where words are there in one language, they can stand for those in another.
"""

from dialogs.conversation.events import Said, Unreadable
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome, RoundDecision
from dialogs.conversation.turn import Turn
from dialogs.decisions import other_ways
from dialogs.decisions.told import SAYS_ENOUGH
from dialogs.incoming.formatted import formatted_as
from dialogs.records.case import DecisionKind
from dialogs.rounds.draft import cases_of, file_names, kept, languages_of, offer, standing, wants_way, ways
from dialogs.rounds.picking import CANCEL, of_round
from dialogs.rounds.telling import previewed
from knowledge.language import Language

WRITE, CHOOSE_WAY = "desk.round_write", "desk.round_choose_way"
"""The places where words are wanted, and where another way is chosen or written."""
KIND, NO_WORDS, SAME, WAY, CHANGE, CHANGE_WAY = (
    "desk.round_kind",
    "desk.round_no_words",
    "desk.round_same",
    "desk.round_way",
    "desk.round_change",
    "desk.round_change_way",
)


def go_on(turn: Turn, draft_id: str) -> Outcome:
    """Ask how the chosen cases end."""
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    draft = draft.but(id=turn.snapshot.new_id)
    if not cases_of(turn, draft):
        return of_round(turn, draft.round)
    offers = tuple(offer(turn, draft, f"decisions.kind_{kind}", KIND, kind) for kind in DecisionKind)
    return _ask(turn, draft, turn.say("rounds.which_kind", **_about(turn, draft)), offers, "desk.round")


def choose_kind(turn: Turn, which: str) -> Outcome:
    """Take a kind, and ask for the words that go with it. `which` are the id of the decision and the kind."""
    draft_id, _, kind = which.partition(" ")
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    if kind not in set(DecisionKind):
        return go_on(turn, draft_id)
    return _gone_on(turn, draft.but(kind=kind, reasons={}, formatted={}, way="", way_words={}))


def without_words(turn: Turn, draft_id: str) -> Outcome:
    """Tell a decision that says enough by itself to all without words of one's own."""
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    nothing = {language.value: "" for language in languages_of(turn, draft)} if draft.kind in SAYS_ENOUGH else {}
    return _gone_on(turn, draft.but(reasons=nothing, formatted={}))


def same_words(turn: Turn, draft_id: str) -> Outcome:
    """Let the words in one language stand for those that are asked for."""
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    first = next(iter(draft.reasons), "")
    wanted = _without_reason(turn, draft)
    if wanted is not None and first:
        marks = {wanted.value: draft.formatted[first]} if first in draft.formatted else {}
        reasons = {**draft.reasons, wanted.value: draft.reasons[first]}
        return _gone_on(turn, draft.but(reasons=reasons, formatted={**draft.formatted, **marks}))
    wanted, first = _without_way(turn, draft), next(iter(draft.way_words), "")
    if wanted is not None and first:
        draft = draft.but(way_words={**draft.way_words, wanted.value: draft.way_words[first]})
    return _gone_on(turn, draft)


def choose_way(turn: Turn, which: str) -> Outcome:
    """Take another way for all. `which` are the id of the decision and the way's name; one's own is asked in words."""
    draft_id, _, name = which.partition(" ")
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    return _gone_on(turn, draft.but(way=name, way_words={}))


def change(turn: Turn, draft_id: str) -> Outcome:
    """Write the reason anew, and choose its files anew."""
    draft = standing(turn, draft_id)
    return draft if isinstance(draft, Outcome) else _gone_on(turn, draft.but(reasons={}, formatted={}, files=()))


def change_way(turn: Turn, draft_id: str) -> Outcome:
    """Choose another way once more."""
    draft = standing(turn, draft_id)
    return draft if isinstance(draft, Outcome) else _gone_on(turn, draft.but(way="", way_words={}))


def said(turn: Turn, text: str) -> Outcome | None:
    """Take the words that are asked for, and a file that goes to all; None for a note under a card."""
    draft, event = turn.session.desk.deciding, turn.event
    post = turn.snapshot.post if event.sender.reply_to is not None else None
    if draft is None or (post is not None and post.whom is None):
        return None
    file = event.attachment if isinstance(event, Said | Unreadable) else None
    draft = draft.but(files=(*draft.files, file)) if file is not None else draft
    if not isinstance(event, Said) or not text.strip():
        return _gone_on(turn, draft) if file is not None else None
    draft = _without_the_last(draft) if turn.session.heard and turn.session.heard.pieces > 1 else draft
    wanted = _without_reason(turn, draft)
    if wanted is not None:
        marks = formatted_as(event, text)
        formatted = {**draft.formatted, wanted.value: marks} if marks else draft.formatted
        return _gone_on(turn, draft.but(reasons={**draft.reasons, wanted.value: text}, formatted=formatted))
    own = draft.but(way=other_ways.OWN) if turn.session.place == CHOOSE_WAY else draft
    language = _without_way(turn, own)
    if language is None:
        return None
    return _gone_on(turn, own.but(way_words={**own.way_words, language.value: " ".join(text.split())}))


def file_came(turn: Turn, text: str) -> Outcome | None:
    """Take a file that comes without words while all of it is seen; None for anything else."""
    replies = turn.event.sender.reply_to is not None
    return said(turn, "") if isinstance(turn.event, Unreadable) and not text and not replies else None


def _without_the_last(draft: RoundDecision) -> RoundDecision:
    """The decision without the words that a text goes on with: they come once more, together with the rest."""
    if draft.way_words:
        return draft.but(way_words=dict(list(draft.way_words.items())[:-1]))
    last = next(reversed(draft.reasons), "")
    formatted = {language: runs for language, runs in draft.formatted.items() if language != last}
    return draft.but(reasons=dict(list(draft.reasons.items())[:-1]), formatted=formatted)


def _gone_on(turn: Turn, draft: RoundDecision) -> Outcome:
    """Ask for what is still wanted, or show all that the associations will see."""
    draft = draft.but(id=turn.snapshot.new_id)
    if not cases_of(turn, draft):
        return of_round(turn, draft.round)
    wanted = _without_reason(turn, draft)
    if wanted is not None:
        return _ask_reason(turn, draft, wanted)
    if wants_way(turn, draft) and not _is_way(turn, draft):
        return _ask_way(turn, draft)
    wanted = _without_way(turn, draft)
    return _ask_own_way(turn, draft, wanted) if wanted is not None else previewed(turn, draft)


def _without_reason(turn: Turn, draft: RoundDecision) -> Language | None:
    """The next language that a reason is wanted in, None if there is one in each."""
    return next((language for language in languages_of(turn, draft) if language.value not in draft.reasons), None)


def _without_way(turn: Turn, draft: RoundDecision) -> Language | None:
    """The next language that one's own other way is wanted in, None if it is there in each, or a known way is meant."""
    if not wants_way(turn, draft) or draft.way != other_ways.OWN:
        return None
    return next((language for language in languages_of(turn, draft) if language.value not in draft.way_words), None)


def _is_way(turn: Turn, draft: RoundDecision) -> bool:
    return draft.way == other_ways.OWN or draft.way in {way.name for way in ways(turn, draft)}


def _ask_reason(turn: Turn, draft: RoundDecision, language: Language) -> Outcome:
    what = turn.plain(f"rounds.what_{draft.kind}")
    text = turn.say("rounds.write", **_about(turn, draft, language), what=what)
    enough = draft.kind in SAYS_ENOUGH and not draft.reasons
    offers = (
        *((offer(turn, draft, "decisions.no_words", NO_WORDS),) if enough else ()),
        *((offer(turn, draft, "rounds.same_words", SAME),) if draft.reasons else ()),
    )
    return _ask(turn, draft, text, offers, WRITE)


def _ask_way(turn: Turn, draft: RoundDecision) -> Outcome:
    offers = (
        *(Offer(way.label, Action(WAY, f"{draft.id} {way.name}")) for way in ways(turn, draft)),
        offer(turn, draft, "decisions.own_way", WAY, other_ways.OWN),
    )
    first = languages_of(turn, draft)[0]
    return _ask(turn, draft, turn.say("rounds.which_way", **_about(turn, draft, first)), offers, CHOOSE_WAY)


def _ask_own_way(turn: Turn, draft: RoundDecision, language: Language) -> Outcome:
    text = turn.say("rounds.write_way", **_about(turn, draft, language))
    offers = (offer(turn, draft, "rounds.same_words", SAME),) if draft.way_words else ()
    return _ask(turn, draft, text, offers, WRITE)


def _about(turn: Turn, draft: RoundDecision, language: Language | None = None) -> dict[str, object]:
    return {
        "name": turn.event.sender.name,
        "names": [case.reference for case in cases_of(turn, draft)],
        "language_name": turn.plain(f"desk.language_{language}") if language else "",
        "files": file_names(turn, draft),
    }


def _ask(turn: Turn, draft: RoundDecision, text: str, offers: tuple[Offer, ...], place: str) -> Outcome:
    cancel = offer(turn, draft, "common.cancel", CANCEL)
    return kept(turn, draft).ask(text, (*offers, cancel), place=place)
