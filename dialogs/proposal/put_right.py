"""An answer that is put right in the next breath: "ei kun 12 500", "nej, jag menade 25", "change rent to 1 300".

What follows such words takes the place of the row that it names in the list in hand, or of the last row. Where the
question in hand waits for its first answer, the answer that was given just before is the one that is meant. A number
alone takes the place of the only number there. Nothing is put in the place of a longer text: its question is opened.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dialogs.conversation import own_proposals
from dialogs.conversation.question import Question, is_a_name
from dialogs.conversation.session import CHANGE, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.conversation.typed import GAP, behind_marks, either
from dialogs.proposal import list_items
from dialogs.proposal.question import items_so_far, offers_of, read_for, shown
from dialogs.records.proposal import Answer
from dialogs.records.value import Json
from knowledge.answers import Understood, show

LONGEST = 200
"""In characters: who puts an answer right says what it should be, and tells nothing else."""
NAMED_BY = ("what", "source")
"""What a row of money is called by: a cost, or who gives the money."""
SURE, PERHAPS, CHANGED = "correction_marks", "put_right_sum_words", "put_right_row_words"
"""Words that can only put something right, words that do so before a number, and those that name a row first."""
LEADS = "proposal.correction_leads"
"""Words that may come before them: a no, an apology."""
NUMBER = re.compile(r"\d+(?:[\s.,:]\d+)*")
ONLY_A_NUMBER = re.compile(r"\d+(?:[\s.,:]\d+)*\s*(?:€|kr|sek|euroa?|eur|kronor|%|st|stycken|kpl|kappaletta)?\.?")


def put_right(turn: Turn, question: Question, text: str) -> Outcome | None:
    """Put right what words put right, and say what stands now; None for all other words."""
    for kind in (SURE, PERHAPS, CHANGED):
        rest = _after(text, kind)
        if rest:
            return _row(turn, question, rest, kind) or _answer_before(turn, question, rest, kind)
    return None


def plain(text: str) -> str:
    """Return an answer without the words that would put an earlier one right."""
    return right_words(text) or text


def right_words(text: str) -> str:
    """Return what is right, of words that can only put something right; empty for all other words."""
    return behind_marks(text, LEADS, f"proposal.{SURE}")


def _after(text: str, kind: str) -> str:
    if len(text) > LONGEST or "\n" in text:
        return ""
    if kind == SURE:
        return right_words(text)
    begun = _beginning(kind).match(text)
    return text[begun.end() :].strip() if begun else ""


def _row(turn: Turn, question: Question, rest: str, kind: str) -> Outcome | None:
    """Put a row of the list in hand right, and ask for more."""
    items = _items_put_right(turn, question, rest, kind)
    if items is None:
        return None
    turn, saved = _kept(turn, question, items)
    again = replace(question, proposal=own_proposals.in_hand(turn) or question.proposal)
    turn = turn.at(filling=turn.session.filling.but(adding=True))
    line = _line(turn, question, items)
    return also(turn.ask(f"{line}\n\n{turn.say('proposal.another')}", offers_of(turn, again)), saved)


def _answer_before(turn: Turn, question: Question, rest: str, kind: str) -> Outcome | None:
    """Put the answer to the question before right, and ask the one in hand again; open its question where the words
    are no answer to it.
    """
    former = _answered_before(turn, question) if kind != CHANGED else None
    if former is None:
        return None
    if kind == PERHAPS and (not former.kind.is_number or _value(turn, question, rest) is not None):
        return None
    items = bool(items_so_far(former))
    said = "" if items else _whole(former, rest)
    value = _items_put_right(turn, former, rest, SURE) if items else _value(turn, former, said) if said else None
    if value is not None:
        turn, saved = _kept(turn, former, value, said)
        return also(before(_line(turn, former, value), turn.present()), saved)
    if kind == PERHAPS:
        return None
    line = turn.say("proposal.what_is_right", label=turn.words(former.field.label))
    return before(line, turn.go("proposal.ask", asking=former.field.id))


def _answered_before(turn: Turn, question: Question) -> Question | None:
    """The question that was answered before this one, if this one waits for its first answer."""
    if question.field.id in question.proposal.answers or turn.session.way_back(CHANGE):
        return None
    part = turn.session.filling.part
    field = own_proposals.field_before(turn.home, question.proposal, question.field.id, part)
    former = replace(question, field=field) if field is not None else None
    if former is None or former.answer is None or former.answer.state != "given" or former.kind.takes_files:
        return None
    return former


def _whole(former: Question, rest: str) -> str:
    """The words of a whole answer put right; empty where they say much less than the text that they would replace."""
    said = former.answer.said if former.answer is not None else ""
    words = _in_its_place(said, rest)
    is_text = former.kind.is_story and not is_a_name(former.field)
    return "" if is_text and len(words) * 2 < len(said) else words


def _in_its_place(said: str, right: str) -> str:
    """The words that were said with the right number in place of theirs, if each has just one; else the right ones."""
    one, number = NUMBER.findall(said), NUMBER.search(right)
    if number is None or len(one) != 1 or not ONLY_A_NUMBER.fullmatch(right.casefold()):
        return right
    return said.replace(one[0], number[0])


def _items_put_right(turn: Turn, question: Question, rest: str, kind: str) -> list[Json] | None:
    """The items of a list with the one that is meant as it should be; None if it is not clear which and how."""
    items = items_so_far(question)
    if not items or question.kind.takes_files:
        return None
    if not question.kind.of_money:
        clear = kind == SURE or (kind == PERHAPS and ONLY_A_NUMBER.fullmatch(rest.casefold()))
        last = show(question.field, items[-1:], turn.language, turn.home)
        one = _one(turn, question, _in_its_place(last.partition("\n")[0], rest)) if clear else None
        return [*items[:-1], one] if one else None
    return _rows_put_right(turn, question, rest, kind)


def _rows_put_right(turn: Turn, question: Question, rest: str, kind: str) -> list[Json] | None:
    """The same for rows of money: a sum alone is that of the last row."""
    items, row = items_so_far(question), _one(turn, question, rest)
    if row is None:
        summed = None if kind == CHANGED else _one(turn, question, f"{_name(items[-1])} {rest}")
        return [*items[:-1], {**items[-1], "sum": summed["sum"]}] if summed else None
    if row["sum"] is None or kind == PERHAPS:
        return None
    named = [place for place, item in enumerate(items) if list_items.is_meant(_first(row), _name(item))]
    if len(named) == 1:
        return [{**item, "sum": row["sum"]} if place == named[0] else item for place, item in enumerate(items)]
    return [*items[:-1], row] if kind == SURE else None


def _one(turn: Turn, question: Question, text: str) -> Any:
    """The one item that words are, None if they are none or several."""
    value = _value(turn, question, text)
    return value[0] if isinstance(value, list) and len(value) == 1 else None


def _value(turn: Turn, question: Question, text: str) -> Json | None:
    reading = _reading(turn, question, text)
    return reading.value if isinstance(reading, Understood) else None


def _reading(turn: Turn, question: Question, text: str) -> Any:
    return read_for(turn, question, text, so_far=[])


def _name(item: Mapping[str, Json]) -> str:
    return next((str(item[key]) for key in NAMED_BY if key in item), "")


def _first(row: Mapping[str, Json]) -> str:
    """The word that a row is looked for by: "hyran till" names hyran."""
    return _name(row).casefold().partition(" ")[0]


def _kept(turn: Turn, question: Question, value: Json, said: str = "") -> Any:
    words = said if not isinstance(value, list) else show(question.field, value, turn.language, turn.home)
    return own_proposals.keep(turn, question.proposal, question.field.id, Answer("given", words, value))


def _line(turn: Turn, question: Question, value: Json) -> str:
    label = turn.words(question.field.label)
    return turn.say("proposal.put_right", label=label, shown=shown(turn, question.field, value))


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    """What finds the words of a kind at the beginning of a text, in all languages."""
    leads = f"(?:(?:{either(LEADS)}){GAP})*" if kind == PERHAPS else ""
    words = f"{either(f'proposal.{kind}')}|{either(LEADS)}" if kind == PERHAPS else either(f"proposal.{kind}")
    return re.compile(rf"{leads}(?:{words}){GAP}(?=\S)", re.IGNORECASE)
