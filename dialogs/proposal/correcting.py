"""Words that put right what was answered just before: "nej, jag menade 12 000", "rättelse: i mars", "I meant Friday".

They take the place of the last row of a list that is being filled, else of the answer before. A number alone takes the
place of the only number there. Nothing is put in the place of a longer text: its question is opened again.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from dialogs.conversation import own_proposals
from dialogs.conversation.question import Question, is_a_name
from dialogs.conversation.session import CHANGE, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.conversation.typed import GAP, behind_marks, either
from dialogs.proposal.question import items_so_far, offers_of, shown
from dialogs.records.proposal import Answer
from dialogs.records.value import Json
from knowledge.answers import Understood, read, show

NUMBER = re.compile(r"\d+(?:[\s.,:]\d+)*")
ONLY_A_NUMBER = re.compile(r"\d+(?:[\s.,:]\d+)*\s*(?:€|kr|sek|euroa?|eur|kronor|%|st|stycken|kpl|kappaletta)?\.?")


def right_words(text: str) -> str:
    """What is right, of words that say that something else was meant; empty for all other words."""
    return behind_marks(text, "proposal.correction_leads", "proposal.correction_marks")


def corrected(turn: Turn, question: Question, text: str) -> Outcome | None:
    """Put right the last row of the list in hand, or the answer before; None for words that put nothing right."""
    items = items_so_far(question) if turn.session.filling.adding else []
    right = right_words(text) or (_number_after_no(text) if items else "")
    if not right:
        return None
    if items:
        return _last_row(turn, question, right)
    earlier = _answered_before(turn, question)
    return _answer_before(turn, earlier, right) if earlier is not None else None


def _answered_before(turn: Turn, question: Question) -> Question | None:
    """The question that was answered before this one, if this one is asked for the first time."""
    if question.answer is not None or turn.session.way_back(CHANGE):
        return None
    part = turn.session.filling.part
    field = own_proposals.field_before(turn.home, question.proposal, question.field.id, part)
    before_it = replace(question, field=field) if field is not None else None
    given = before_it is not None and before_it.answer is not None and before_it.answer.state == "given"
    return before_it if given else None


def _last_row(turn: Turn, question: Question, right: str) -> Outcome | None:
    """Put the right words in the place of the last row, and ask for more; None if they cannot be read."""
    put = _with_row(turn, question, right)
    if put is None:
        return None
    turn, saved, line = _kept(turn, question, put)
    again = replace(question, proposal=own_proposals.in_hand(turn) or question.proposal)
    return also(turn.ask(f"{line}\n\n{turn.say('proposal.another')}", offers_of(turn, again)), saved)


def _answer_before(turn: Turn, question: Question, right: str) -> Outcome:
    """Put the right words in the place of the answer before and ask the same again, or open its question."""
    put = _with_row(turn, question, right) if question.kind.several else _whole(turn, question, right)
    if put is None:
        line = turn.say("proposal.what_is_right", label=turn.words(question.field.label))
        return before(line, turn.go("proposal.ask", asking=question.field.id))
    turn, saved, line = _kept(turn, question, put)
    return also(before(line, turn.present()), saved)


def _kept(turn: Turn, question: Question, answer: Answer) -> tuple[Turn, Any, str]:
    """The turn with an answer in its place, the effect that saves it, and the line that says so."""
    label, value = turn.words(question.field.label), answer.value
    turn, saved = own_proposals.keep(turn, question.proposal, question.field.id, answer)
    return turn, saved, turn.say("proposal.put_right", label=label, shown=shown(turn, question.field, value))


def _with_row(turn: Turn, question: Question, right: str) -> Answer | None:
    """A list whose last row is the right one; None if the words are none, or several."""
    items = items_so_far(question)
    said = show(question.field, items[-1:], turn.language, turn.home) if items else ""
    value = _read(turn, question, _in_its_place(said.splitlines()[0] if said else "", right), items[:-1])
    if not isinstance(value, list) or len(value) != 1:
        return None
    whole = [*items[:-1], *value]
    return Answer("given", show(question.field, whole, turn.language, turn.home), whole)


def _whole(turn: Turn, question: Question, right: str) -> Answer | None:
    """An answer in the place of the whole one before; None if it cannot be read, or says less than a text does."""
    said = question.answer.said if question.answer is not None else ""
    words = _in_its_place(said, right)
    much_less = question.kind.is_story and not is_a_name(question.field) and len(words) * 2 < len(said)
    value = None if much_less else _read(turn, question, words, [])
    return Answer("given", words, value) if value is not None else None


def _read(turn: Turn, question: Question, text: str, so_far: list[Json]) -> Json:
    known = {**own_proposals.known(question.proposal), "topics": list(question.proposal.need.topics)}
    year = turn.local.year
    reading = read(question.field, text, turn.language, pack=turn.home, known=known, year=year, so_far=so_far)
    return reading.value if isinstance(reading, Understood) else None


def _in_its_place(said: str, right: str) -> str:
    """The words that were said with the right number in place of theirs, if each has just one; else the right ones."""
    one = NUMBER.findall(said)
    if not ONLY_A_NUMBER.fullmatch(right.casefold()) or len(one) != 1:
        return right
    number = NUMBER.search(right)
    return said.replace(one[0], number[0]) if number else right


def _number_after_no(text: str) -> str:
    """The number of words that are but a no, or a wait, and a number."""
    found = _after_no().fullmatch(text.strip())
    right = found["right"].strip() if found else ""
    return right if ONLY_A_NUMBER.fullmatch(right.casefold()) else ""


@cache
def _after_no() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{either('proposal.correction_leads')}){GAP})+(?P<right>\d.*)", re.IGNORECASE)
