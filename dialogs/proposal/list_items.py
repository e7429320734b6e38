"""Items of a list that are taken away again: the last one, one that is named, or all of them.

What a list holds already stays until somebody says so; new items are added to it.
"""

from dataclasses import replace

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.question import Question, in_hand
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.conversation.typed import simplified
from dialogs.proposal.question import items_so_far, offers_of, shown
from dialogs.records.proposal import Answer
from knowledge.answers import show, shown_lines
from knowledge.papers.file_names import LONGEST_STEM

LONGEST_WISH = 60
"""In characters: words that ask for a row to be taken away; a longer text is an item itself."""
SHORTEST_STEM = 3
"""In letters: so much of a word must be alike for a row to be meant by it in another inflection."""


def drop_last(turn: Turn, _argument: str = "") -> Outcome:
    """Take the last item out of the list in hand."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    return _without(turn, question, len(items_so_far(question)) - 1)


def start_over(turn: Turn, _argument: str = "") -> Outcome:
    """Empty the list in hand, say what stood there, and ask again."""
    question = in_hand(turn)
    if question is None or question.answer is None:
        return turn.present()
    stood = shown(turn, question.field, question.answer.value)
    turn, saved = own_proposals.forget(turn, question.proposal, question.field.id)
    return also(
        before(
            turn.say("proposal.list_emptied", stood=stood),
            turn.at(filling=turn.session.filling.but(adding=False)).present(),
        ),
        saved,
    )


def taken_away(turn: Turn, question: Question, text: str) -> Outcome | None:
    """Take away what words ask to take away, or say that there is no such row; None for all other words.

    No row of money is words alone, so that words for taking away are never such a row themselves.
    """
    said = simplified(text)
    if not items_so_far(question) or len(said) > _longest_wish(question) or "\n" in text:
        return None
    if said in texts.listed("proposal.start_over_words"):
        return start_over(turn)
    if said in texts.listed("proposal.drop_last_words"):
        return drop_last(turn)
    named = _named(said)
    if not named:
        return None
    rows = _rows(turn, question)
    found = [number for number, row in enumerate(rows) if is_meant(named, row)]
    if len(found) == 1:
        return _without(turn, question, found[0])
    no_item_itself = question.kind.of_money or question.kind.takes_files
    return _no_such_row(turn, question, named) if no_item_itself or found else None


def _longest_wish(question: Question) -> int:
    """How long words may be that ask for an item to be taken away: a file is named by its whole name."""
    return LONGEST_WISH + (LONGEST_STEM if question.kind.takes_files else 0)


def _no_such_row(turn: Turn, question: Question, named: str) -> Outcome:
    text = turn.say("proposal.no_such_row", named=named, rows=_rows(turn, question))
    return turn.ask(text, offers_of(turn, question))


def _without(turn: Turn, question: Question, number: int) -> Outcome:
    """Keep all items but one, and ask for more; the last one that goes leaves the question open."""
    items = items_so_far(question)
    if len(items) < 2:
        return start_over(turn)
    gone = _rows(turn, question)[number]
    left = [item for place, item in enumerate(items) if place != number]
    words = show(question.field, left, turn.language, turn.home)
    turn, saved = own_proposals.keep(turn, question.proposal, question.field.id, Answer("given", words, left))
    line = turn.say("proposal.item_gone", gone=gone, left=shown(turn, question.field, left))
    again = replace(question, proposal=own_proposals.in_hand(turn) or question.proposal)
    turn = turn.at(filling=turn.session.filling.but(adding=True))
    return also(turn.ask(f"{line}\n\n{turn.say('proposal.another')}", offers_of(turn, again)), saved)


def _rows(turn: Turn, question: Question) -> list[str]:
    """Each item as it is shown; a total below them is no item."""
    items = items_so_far(question)
    return list(shown_lines(question.field, items, turn.language, turn.home))[: len(items)]


def is_meant(named: str, row: str) -> bool:
    """Tell whether words name a row: all of it, its beginning, or its first word, in any inflection."""
    whole = simplified(row.partition(":")[0])
    first, asked = whole.partition(" ")[0], named.partition(" ")[0]
    alike = len(min(first, asked, key=len)) >= SHORTEST_STEM and (first.startswith(asked) or asked.startswith(first))
    begins = len(named) >= SHORTEST_STEM and simplified(row).startswith(named)
    return named == whole or begins or (alike and " " not in named)


def _named(said: str) -> str:
    """What words for taking away name: "ta bort hyran" is hyran; empty for all other words."""
    for word in sorted(texts.listed("proposal.remove_words"), key=len, reverse=True):
        if said.startswith(f"{word} "):
            return said.removeprefix(f"{word} ")
        if said.endswith(f" {word}"):
            return said.removesuffix(f" {word}")
    return ""
