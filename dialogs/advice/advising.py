"""Which form of cooperation fits: the questions, one at a time, and what the person does with them.

Only what is not known and can still change the form is asked; every question takes "don't know". What is known is
`known.py`'s to say, what is left to ask follows from the rules; the result and its side pages are `result.py`'s.
"""

from dialogs.advice import known as advice_known
from dialogs.advice import result, typed_answers
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import ADVICE, CRITERIA, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.finding import need
from dialogs.finding.office import forms_text
from dialogs.finding.same_need import for_this_need, mark_of
from dialogs.incoming import gate
from knowledge.advice.open_questions import open_questions
from knowledge.advice.questions import SOFT, UNKNOWN, YES_NO, Said, options, questions

PASSING = frozenset({"language", "municipality", "delete", "office.forms"})
LONGEST_ANSWER = 80
"""In characters, a line: words that hold an answer somewhere in them; a longer text is read as a need alone."""


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Begin to ask, or go on where it stopped; remember where to go back to."""
    return _opened(turn).go("advice")


def open_card(turn: Turn, _argument: str = "") -> Outcome:
    """Show the forms side by side, from any step."""
    return _opened(turn).go("office.forms")


def card(turn: Turn) -> Outcome:
    """Explain the forms that the municipality knows, with the way to the questions."""
    if turn.pack is None:
        return turn.detour("municipality", "office.forms")
    way = "advice.show_advice" if turn.session.form else "advice.ask_me"
    offers = (turn.offer(way, "go", "advice"), turn.offer("common.back", "advise.leave"))
    return turn.ask(forms_text(turn), offers)


def ask(turn: Turn) -> Outcome:
    """Put the next question, or show the result when no answer can change it."""
    if turn.pack is None:
        return turn.detour("municipality", "advice")
    key = current(turn)
    return _question(turn, key) if key else result.ask(turn)


def current(turn: Turn) -> str:
    """The question in hand: one that was opened again, else the first that is open; empty when all is settled."""
    opened = turn.session.advice.opened
    if opened in questions(turn.home):
        return opened
    return next(iter(_open(turn)), "")


def answer(turn: Turn, choice: str) -> Outcome:
    """Keep an answer and go on. Help for oneself is met with the help lines, and nothing is kept."""
    key, _, value = choice.partition("=")
    known = advice_known.said(turn)
    if key not in questions(turn.home) or value not in (*options(key, known), UNKNOWN):
        return turn.present()
    if value == "self-help":
        return gate.help_lines(turn)
    told = turn.session.advice
    return _onward(turn.at(advice=told.but(answers={**told.answers, key: value})))


def keep(turn: Turn, _argument: str = "") -> Outcome:
    """Leave an opened answer as it is."""
    return _onward(turn)


def back(turn: Turn, _argument: str = "") -> Outcome:
    """Open the question before; at the first, leave to where the person came from. No answer is dropped."""
    key = current(turn)
    if turn.session.way_back(CRITERIA):
        return _onward(turn)
    earlier = [item for item in _asked_before(turn, key) if item not in SOFT]
    return _opened_again(turn, earlier[-1]) if earlier else leave(turn)


def change(turn: Turn, key: str) -> Outcome:
    """Open one answer again."""
    return _opened_again(turn, key) if key in questions(turn.home) else turn.present()


def fill(turn: Turn, key: str) -> Outcome:
    """Ask what the criteria still miss, and return to them."""
    if key not in questions(turn.home):
        return turn.present()
    return turn.detour("advice", "advice.criteria", of=CRITERIA, advice=turn.session.advice.but(opened=key))


def leave(turn: Turn, _argument: str = "") -> Outcome:
    """Go back to where the person came from; the answers stay."""
    back = turn.session.way_back(ADVICE) or ("office" if turn.session.need.text else "start")
    return turn.go(back, ways=turn.session.ways_without(ADVICE, CRITERIA), advice=turn.session.advice.but(opened=""))


def said(turn: Turn, text: str) -> Outcome:
    """Read words as an answer. A new need is read where no question waits."""
    key = current(turn) if turn.session.place == "advice" else ""
    exact = typed_answers.read(turn, key, text, whole=True) if key else ""
    if exact:
        return answer(turn, f"{key}={exact}")
    understood = turn.world.understand(text, turn.home, turn.language)
    value = typed_answers.read(turn, key, text, whole=False) if key and len(text) <= LONGEST_ANSWER else ""
    if value:
        return answer(turn, f"{key}={value}")
    if not key and understood.kind == "need":
        return need.more(turn, text)
    return before(turn.say("advice.not_understood" if key else "common.choose"), turn.present())


def _opened(turn: Turn) -> Turn:
    turn = for_this_need(turn)
    place, told = turn.session.place, turn.session.advice
    about = mark_of(turn) if told.about is None else told.about
    turn = turn.at(advice=told.but(about=about, opened=""), ways=turn.session.ways_without(CRITERIA))
    outside = not place.startswith("advice") and place not in PASSING
    return turn.at(ways=turn.session.leading(place, ADVICE)) if outside else turn


def _opened_again(turn: Turn, key: str) -> Outcome:
    return turn.go("advice", advice=turn.session.advice.but(opened=key), ways=turn.session.ways_without(CRITERIA))


def _onward(turn: Turn) -> Outcome:
    """Go on after an answer: to the next question, the result, or the criteria that sent here."""
    then = turn.session.way_back(CRITERIA)
    turn = turn.at(advice=turn.session.advice.but(opened=""), ways=turn.session.ways_without(CRITERIA))
    return turn.go(then if then and not _open(turn) else "advice")


def _open(turn: Turn) -> tuple[str, ...]:
    return open_questions(advice_known.said(turn), turn.home)


def _asked_before(turn: Turn, key: str) -> list[str]:
    order = questions(turn.home)
    limit = order.index(key) if key in order else len(order)
    return [item for item in advice_known.given(turn) if order.index(item) < limit]


def _question(turn: Turn, key: str) -> Outcome:
    known = advice_known.said(turn)
    earlier, first = len(_asked_before(turn, key)), not advice_known.given(turn)
    later = [item for item in {*_open(turn), *advice_known.given(turn)} if item not in (*SOFT, key)]
    text = turn.say(
        "advice.question",
        first=first,
        known=[turn.plain(f"advice.because.{item}.{value}") for item, value in known.items() if value != "false"],
        number=earlier + 1,
        total=len(later) + 1,
        soft=key in SOFT,
        label=turn.plain(f"advice.questions.{key}.label"),
        question=turn.plain(f"advice.questions.{key}.ask", municipality=turn.words(turn.home.name)),
        hint=turn.plain(f"advice.questions.{key}.hint"),
        now=_label(turn, key, known[key]) if key in known else "",
    )
    return turn.ask(text, _offers(turn, key, known, first=first))


def _offers(turn: Turn, key: str, known: Said, *, first: bool) -> tuple[Offer, ...]:
    chosen = tuple(
        turn.offer("common.plain", "advise.answer", f"{key}={value}", text=_label(turn, key, value))
        for value in (*options(key, known), UNKNOWN)
    )
    return (
        *chosen,
        *((turn.offer("proposal.keep", "advise.keep"),) if key in known else ()),
        *((turn.offer("advice.compare", "go", "office.forms"),) if first else ()),
        turn.offer("common.back", "advise.back"),
    )


def _label(turn: Turn, key: str, value: str) -> str:
    return turn.plain(f"advice.options.{value}" if value in (*YES_NO, UNKNOWN) else f"advice.options.{key}.{value}")
