"""What is asked of Lots beside the question of a draft, in a sentence where a word or a button would do.

To go on another day, to see what is written or how much is left, to let a colleague in, to mend an earlier answer.
A sentence counts only when it is made of nothing but the words of such a request, so that no answer is taken for one.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.question import in_hand
from dialogs.conversation.replies import Action
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Proposal
from knowledge.language import Language
from knowledge.municipality.pack import Field
from knowledge.questions.recognise import ABOUT_LOTS, asked, has_form

TOKEN = re.compile(r"\w+")
MOST_TOKENS = 12
"""In words: a longer text says more than a request."""
SHORTEST_ALIKE, SURELY_ALIKE = 3, 6
"""In letters: so much two forms of a word have in common at least, and so much is enough however they end."""


class Request(StrEnum):
    """What can be asked in a sentence. The texts have two lists of each, of which both are needed."""

    PAUSE = "pause"
    SHOWN = "shown"
    FAR = "far"
    INVITE = "invite"
    MISTAKEN = "mistaken"
    FORMER = "former"


Pattern = tuple[Request, bool, frozenset[str], frozenset[str], frozenset[str]]
"""A request, whether it is asked and not said, its two lists, and all words that it may be made of."""
ACTIONS: Mapping[Request, Action] = {
    Request.PAUSE: Action("pause"),
    Request.SHOWN: Action("part"),
    Request.FAR: Action("how_far"),
    Request.MISTAKEN: Action("mistaken"),
    Request.FORMER: Action("back"),
}
OF_AN_ANSWER = frozenset({Request.MISTAKEN, Request.FORMER})
"""The requests that are about the answer before, so that they need a question in hand."""
AT_THE_DRAFT = ("proposal.", "agreement", "welcome.back", "papers", "together")
"""What the places begin with in which a draft is looked at."""
ONLY_ASKED = frozenset({Request.FAR})
"""The requests that are heard only in a question: as a statement the same words tell something."""
ONLY_SAID = frozenset({Request.MISTAKEN})
"""The requests that are no question: "what is wrong" asks something else."""


def meant(turn: Turn, text: str) -> Action | None:
    """Return what does what is asked beside the question of a draft; None for an answer, and where no draft is."""
    tokens = TOKEN.findall(text.casefold())
    if not 0 < len(tokens) <= MOST_TOKENS or "\n" in text:
        return None
    for language in Language:
        request = _request(language, frozenset(tokens), text)
        found = _action(turn, request) if request is not None else _named(turn, text, language, tokens)
        if found is not None:
            return found
    return None


def invites(text: str) -> bool:
    """Tell whether all that is said is that somebody is to be let in to the proposal, in one of the languages."""
    tokens = frozenset(TOKEN.findall(text.casefold()))
    return any(_request(language, tokens, text) is Request.INVITE for language in Language)


def _action(turn: Turn, request: Request) -> Action | None:
    """What does what is asked from here; None where it cannot be done."""
    if own_proposals.in_hand(turn) is None:
        return None
    if request is Request.INVITE:
        return None if turn.proposal is None else Action("together")
    if request in OF_AN_ANSWER and turn.session.place != "proposal.ask":
        return None
    return ACTIONS[request] if _is_at_the_draft(turn) else None


def _is_at_the_draft(turn: Turn) -> bool:
    """Whether the screen is about the draft in hand; at a question of it, whether that question is still asked."""
    place = turn.session.place
    return in_hand(turn) is not None if place == "proposal.ask" else place.startswith(AT_THE_DRAFT)


def fields_named(turn: Turn, proposal: Proposal, words: list[str]) -> tuple[Field, ...]:
    """The questions of a draft whose label has all of some words, in any inflection; those of the part in hand first.

    One whose label says nothing else is meant before the others.
    """
    if not words:
        return ()
    found = [field for field in own_proposals.path(turn.home, proposal) if _has(_label_words(field), words)]
    now = turn.home.fields_by_id.get(turn.session.asking)
    near = [field for field in found if now is not None and field.section == now.section] or found
    whole = [field for field in near if any(len(label) == len(words) for label in _label_words(field))]
    letter_by_letter = [field for field in whole if any(set(label) == set(words) for label in _label_words(field))]
    return tuple(letter_by_letter or whole or near)


def _request(language: Language, tokens: frozenset[str], text: str) -> Request | None:
    fits = (
        (request, is_question)
        for request, is_question, first, second, words in _patterns(language)
        if words.issuperset(tokens) and not first.isdisjoint(tokens) and not second.isdisjoint(tokens)
    )
    # Whether it is a question is asked only of the few texts that are made of such words.
    return next((request for request, is_question in fits if is_question is has_form(text)), None)


@cache
def _patterns(language: Language) -> tuple[Pattern, ...]:
    """The requests of a language with their lists, as they are asked and as they are said."""
    rest = _words(language, "rest")
    known = [(request, way) for request in Request for way in (True, False)]
    heard = [(request, way) for request, way in known if request not in (ONLY_SAID if way else ONLY_ASKED)]
    lists = [(request, way, *_lists(language, request, is_question=way)) for request, way in heard]
    return tuple((request, way, first, second, first | second | rest) for request, way, first, second in lists)


def _lists(language: Language, request: Request, *, is_question: bool) -> tuple[frozenset[str], frozenset[str]]:
    """The two lists of a request. To let somebody in is asked in more words than it is said: those may be a plan."""
    first, second = _words(language, f"{request}_one"), _words(language, f"{request}_two")
    if request is not Request.INVITE:
        return first, second
    if is_question:
        return first, second | _words(language, "invite_asked")
    return _words(language, "invite_verbs"), second


def _named(turn: Turn, text: str, language: Language, tokens: list[str]) -> Action | None:
    """The question that words want to change, or whose meaning they ask; several are offered."""
    changes, meanings = _words(language, "changes"), _words(language, "meanings")
    wanted = not changes.isdisjoint(tokens)
    if not wanted and meanings.isdisjoint(tokens):
        return None
    proposal = own_proposals.in_hand(turn)
    if proposal is None or not _is_at_the_draft(turn):
        return None
    small = changes | meanings | _words(language, "rest") | _words(language, "of_a_change")
    found = _called(turn, proposal, [word for word in tokens if word not in changes])
    found = found or fields_named(turn, proposal, [word for word in tokens if word not in small])
    if not found:
        return None
    if not wanted:
        return None if _is_of_the_page(text) else Action("explain", found[0].id)
    if len(found) == 1:
        return Action("change", found[0].id)
    return Action("change.which", ",".join(field.id for field in found))


def _called(turn: Turn, proposal: Proposal, words: list[str]) -> tuple[Field, ...]:
    """The question whose label is just these words, small ones among them."""
    path = own_proposals.path(turn.home, proposal)
    return tuple(
        field for field in path if any(TOKEN.findall(name.casefold()) == words for name in field.label.values())
    )


def _is_of_the_page(text: str) -> bool:
    """Whether what is asked has an answer of the municipality's own, such as what a partnership is."""
    found = asked(text)
    return found is not None and not ABOUT_LOTS.issuperset(found.topics)


def _has(labels: tuple[tuple[str, ...], ...], words: list[str]) -> bool:
    return any(all(any(_alike(word, own) for own in label) for word in words) for label in labels)


def _alike(first: str, second: str) -> bool:
    """Whether two words begin alike but for their endings."""
    pairs = zip(first, second, strict=False)
    if first == second:
        return True
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))
    return same >= SURELY_ALIKE or same >= max(SHORTEST_ALIKE, min(len(first), len(second)) - 1)


def _label_words(field: Field) -> tuple[tuple[str, ...], ...]:
    """The words of a field's label in each language, without the small ones."""
    labels = field.label.items()
    return tuple(
        tuple(word for word in TOKEN.findall(label.casefold()) if word not in _words(Language(code), "rest"))
        for code, label in labels
    )


@cache
def _words(language: Language, name: str) -> frozenset[str]:
    return texts.listed(f"requests.{name}", language) - {""}
