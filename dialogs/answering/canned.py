"""A ready-made text as the answer to an association: chosen in the navigator's language, filled in the association's.

What its case does not tell is asked for, one thing at a time, and nothing can be sent before: a text with a hole is no
draft. What comes of it is a draft like any other, seen before it is sent.
"""

from dialogs import texts
from dialogs.answering import drafting
from dialogs.answering.case_values import known, round_is_over
from dialogs.answering.preview import offer_of, previewed
from dialogs.cards.languages import chat_language
from dialogs.conversation.events import Said
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from knowledge.language import Language, words
from knowledge.municipality.canned import filled, names_in
from knowledge.municipality.pack import Canned

GENERAL = ("received", "costs", "goals", "not-ours", "invitation", "round-closed")
"""The texts that Lots brings along for every municipality; a pack may have its own under the same ids."""
ONLY_AFTER_ITS_ROUND = "round-closed"


def ready_made(turn: Turn, case: Case) -> tuple[Canned, ...]:
    """The texts that may be sent in a case: those for all that are true of it, then those of its municipality."""
    own = turn.world.packs[case.municipality].canned
    named = {item.id for item in own}
    general = (name for name in GENERAL if name not in named)
    true = (name for name in general if name != ONLY_AFTER_ITS_ROUND or round_is_over(turn, case))
    return (*(_general(name) for name in true), *own)


def ask(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Ask which text, each by its label in the language of who asks."""
    draft = drafting.standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    offers = tuple(
        Offer(words(item.label, turn.language), Action("desk.canned_text", f"{case.reference} {draft.id} {item.id}"))
        for item in ready_made(turn, case)
    )
    text = turn.say("canned.which", reference=case.reference, name=turn.event.sender.name)
    cancel = offer_of(turn, case, draft, "common.cancel", "desk.cancel")
    return turn.ask(text, (*offers, cancel), place="desk.canned", case=case.reference)


def choose(turn: Turn, case: Case, which: str) -> Outcome:
    """Take a text as the answer. `which` are the id of the draft that it is for and that of the text."""
    draft_id, _, text_id = which.partition(" ")
    draft = drafting.standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    if _text(turn, case, text_id) is None:
        return ask(turn, case, draft_id)
    chosen = draft.but(id=turn.snapshot.new_id, canned=text_id, filled=(), text="", formatted=(), messages=())
    return _gone_on(turn.at(heard=None), case, chosen)


def said(turn: Turn, case: Case, text: str, attachment: Attachment | None) -> Outcome:
    """Take words or a file for an answer: into the next gap of a ready-made text, if one waits, else as the answer."""
    draft = turn.session.drafts.get(case.reference)
    if draft is None or draft.text or not draft.canned:
        return drafting.drafted(turn, case, text, attachment)
    draft = draft.but(id=turn.snapshot.new_id, files=(*draft.files, *((attachment,) if attachment else ())))
    value, gap = " ".join(text.split()), next(iter(_gaps(turn, case, draft)), "")
    if value and isinstance(turn.event, Said):
        draft = draft.but(filled=(*draft.filled, (gap, value)), messages=(*draft.messages, turn.event.message))
    # What follows at once is for the next gap, and is not joined to this one.
    return _gone_on(turn.at(heard=None), case, draft)


def _gone_on(turn: Turn, case: Case, draft: AnswerDraft) -> Outcome:
    """Ask for the next gap, or show the text that has none any more."""
    if (refused := drafting.refused_now(turn, case, draft)) is not None:
        return refused
    source = _text(turn, case, draft.canned)
    if source is None:
        return ask(turn.at(drafts={**turn.session.drafts, case.reference: draft}), case, draft.id)
    gaps = _gaps(turn, case, draft)
    if gaps:
        return _asked(turn, case, draft, source, gaps[0])
    return previewed(turn, case, draft.but(text=filled(source, _values(turn, case, draft))))


def _asked(turn: Turn, case: Case, draft: AnswerDraft, source: str, gap: str) -> Outcome:
    """Ask for what the case does not tell, and show where it will stand."""
    theirs = chat_language(turn, case)
    holes = {name: f"[{texts.plain(theirs, f'canned.missing.{name}')}]" for name in _gaps(turn, case, draft)}
    text = turn.say(
        "canned.gap",
        name=turn.event.sender.name,
        reference=case.reference,
        what=turn.plain(f"canned.missing.{gap}"),
        language_name=turn.plain(f"desk.language_{theirs}"),
        text=filled(source, {**_values(turn, case, draft), **holes}),
    )
    offers = (
        offer_of(turn, case, draft, "canned.another", "desk.canned"),
        offer_of(turn, case, draft, "common.cancel", "desk.cancel"),
    )
    drafts = {**turn.session.drafts, case.reference: draft}
    return turn.ask(text, offers, place="desk.write", case=case.reference, drafts=drafts)


def _gaps(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[str, ...]:
    """What a text names and neither its case nor the navigator has told, in the order of the text."""
    source, values = _text(turn, case, draft.canned), _values(turn, case, draft)
    return tuple(name for name in names_in(source) if name not in values) if source is not None else ()


def _values(turn: Turn, case: Case, draft: AnswerDraft) -> dict[str, str]:
    return {**known(turn, case, chat_language(turn, case)), **dict(draft.filled)}


def _text(turn: Turn, case: Case, text_id: str) -> str | None:
    """A text in the association's language; None if there is none such any more."""
    found = next((item for item in ready_made(turn, case) if item.id == text_id), None)
    return words(found.text, chat_language(turn, case)) if found is not None else None


def _general(name: str) -> Canned:
    """One of Lots' own texts. What stands between its braces is filled as in those of packs."""
    label = {language: texts.plain(language, f"canned.{name}.label") for language in Language}
    return Canned(name, label, {language: texts.keys(language)[f"canned.{name}.text"] for language in Language})
