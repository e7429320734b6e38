"""Two answers to one question: somebody answers what another has answered since the question was shown.

Neither is lost: the one that stands stays, the new one is kept aside, and whoever comes second decides, seeing both.
"""

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import NoteChange, SaveProposal
from dialogs.conversation.question import Question
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.proposal import answering
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.together.beside import Clash, SeenAnswer
from dialogs.records.together.change import Change
from dialogs.together import telling
from dialogs.together.history import answer_in_words

LONGEST_SHOWN = 1_000
"""In characters of each of the two: whoever decides must be able to read both on one screen or two."""


def met(turn: Turn, outcome: Outcome) -> Outcome | None:
    """Ask which of two answers is to stand, if a step would replace one that its writer has not seen; else None.

    `turn` is that of the event, `outcome` what its step came to.
    """
    for effect in outcome.effects:
        if not isinstance(effect, SaveProposal) or effect.proposal.id not in turn.snapshot.sharings:
            continue
        known = turn.proposal_by_id(effect.proposal.id)
        unseen = _unseen(turn, outcome, known, effect.proposal) if known else ""
        if known and unseen:
            return _stopped(turn, outcome, known, unseen, effect.proposal.answers.get(unseen))
    return None


def ask(turn: Turn) -> Outcome:
    """Show both answers, and ask."""
    question, clash = _question(turn), turn.session.beside.clash
    if question is None or clash is None:
        return turn.go("proposal.summary")
    standing = question.proposal.answers.get(clash.field)
    both = question.kind.is_story and standing is not None
    offers = (
        turn.offer("together.take_theirs", "clash.theirs"),
        turn.offer("together.take_mine", "clash.mine"),
        *((turn.offer("together.take_both", "clash.both"),) if both else ()),
    )
    by = standing.by if standing else 0
    text = turn.say(
        "together.clash",
        label=turn.words(question.field.label),
        name=telling.name_of(turn, question.proposal, by),
        theirs=answer_in_words(turn, question.field, standing, LONGEST_SHOWN) if standing else "",
        at=standing.at.astimezone(question.pack.zone) if standing and standing.at else None,
        mine=answer_in_words(turn, question.field, clash.mine, LONGEST_SHOWN),
    )
    return turn.ask(text, offers)


def theirs(turn: Turn, _argument: str = "") -> Outcome:
    """Let the other's answer stand."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    return before(turn.say("together.theirs_stands"), answering.done(_settled(turn, question)))


def mine(turn: Turn, _argument: str = "") -> Outcome:
    """Let one's own answer stand in place of the other's, which is kept among the earlier ones."""
    question, clash = _question(turn), turn.session.beside.clash
    if question is None or clash is None:
        return turn.go("proposal.summary")
    if not same(question.proposal.answers.get(clash.field), clash.theirs):
        return _shown_anew(turn, question, clash)
    kept, saved = own_proposals.keep(_settled(turn, question), question.proposal, clash.field, clash.mine)
    said = before(turn.say("together.mine_stands"), answering.done(kept))
    return said.but(effects=(saved, *said.effects))


def both(turn: Turn, _argument: str = "") -> Outcome:
    """Put one's own words below the other's."""
    question, clash = _question(turn), turn.session.beside.clash
    standing = question.proposal.answers.get(question.field.id) if question else None
    if question is None or clash is None or standing is None:
        return turn.go("proposal.summary")
    if not same(standing, clash.theirs):
        return _shown_anew(turn, question, clash)
    return answering.use(_settled(turn, question), f"{standing.said}\n{clash.mine.said}")


def same(one: Answer | None, other: Answer | None) -> bool:
    """Tell whether two answers say the same, whoever gave them."""
    if one is None or other is None:
        return one is other
    return (one.state, one.said, one.value) == (other.state, other.said, other.value)


def is_own(turn: Turn, proposal: Proposal, answer: Answer) -> bool:
    """Tell whether this person gave an answer."""
    return (answer.by or proposal.chat) == turn.session.chat


def loses(was: Answer, now: Answer | None) -> bool:
    """Tell whether words of an answer are gone with the next one. More items, or a question put off, lose nothing."""
    return bool(was.said) and (now is None or not f"{now.said}\n".startswith(f"{was.said}\n"))


def _unseen(turn: Turn, outcome: Outcome, known: Proposal, wanted: Proposal) -> str:
    """The field whose answer would be replaced by somebody who has not seen it, empty if there is none."""
    seen = outcome.session.beside.seen
    for field_id, standing in known.answers.items():
        if not loses(standing, wanted.answers.get(field_id)) or is_own(turn, known, standing):
            continue
        shown = seen is not None and (seen.proposal, seen.field) == (known.id, field_id)
        if not (shown and seen is not None and same(seen.answer, standing)):
            return field_id
    return ""


def _stopped(turn: Turn, outcome: Outcome, known: Proposal, field_id: str, wanted: Answer | None) -> Outcome:
    """Do nothing of a step but keep its answer aside."""
    heard = outcome.session.heard
    if heard is not None and heard.stopped:  # the guard has spoken, and has only taken back what was begun
        return outcome.but(effects=tuple(item for item in outcome.effects if not isinstance(item, SaveProposal)))
    here = turn.at(heard=heard, asking=field_id, proposal=known.id, municipality=known.municipality)
    standing = known.answers[field_id]
    if wanted is None or not wanted.said:
        field = turn.pack_of(known).fields_by_id.get(field_id)
        line = turn.say("together.changed_meanwhile", name=telling.name_of(turn, known, standing.by))
        return before(line, here.go("proposal.ask" if field else "proposal.summary"))
    beside = turn.session.beside.but(clash=Clash(known.id, field_id, standing, wanted))
    aside = Change(known.id, field_id, wanted, turn.session.chat, turn.now)
    asked = here.go("together.clash", beside=beside)
    return asked.but(effects=(NoteChange(aside), *asked.effects))


def _shown_anew(turn: Turn, question: Question, clash: Clash) -> Outcome:
    """Ask once more, with what has been written since."""
    now = clash.but(theirs=question.proposal.answers.get(clash.field))
    return turn.at(beside=turn.session.beside.but(clash=now)).present()


def _settled(turn: Turn, question: Question) -> Turn:
    """The turn back at the question, where the other's answer has been seen."""
    standing = question.proposal.answers.get(question.field.id)
    seen = SeenAnswer(question.proposal.id, question.field.id, standing)
    return turn.at(place="proposal.ask", beside=turn.session.beside.but(clash=None, seen=seen))


def _question(turn: Turn) -> Question | None:
    clash, proposal = turn.session.beside.clash, turn.proposal
    field = turn.home.fields_by_id.get(clash.field) if clash and proposal and clash.proposal == proposal.id else None
    return Question(turn.home, field, proposal) if field and proposal else None
