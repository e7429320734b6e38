"""The choice of a language at the desk: one person's own, wherever they write; or that of what a whole group reads."""

from dialogs import texts
from dialogs.cards.card import card
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import KeepLanguage
from dialogs.conversation.replies import Action, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, before
from dialogs.records.case_states import OPEN
from dialogs.speaking import choosing
from knowledge.language import Language

FOR_ALL, OF_ALL = "desk.for_all", "desk.language_of_all"
"""The verbs of the question for the whole group, and of its answer, for which the open cases must be known."""
CARDS_AT_ONCE = 10
"""How many cards change at once with the group's language, the newest: half of the messages that Telegram lets into a
group in a minute, so that what people do meanwhile has room. The others change with their cases."""


def ask(turn: Turn, _argument: str = "") -> Outcome:
    """Ask what somebody wants to read, or whether the whole group is meant."""
    text = turn.say("desk.which_language", name=turn.event.sender.name, group=_of_the_group(turn))
    return turn.ask(text, (*choosing.all_languages(turn), turn.offer(FOR_ALL, FOR_ALL)))


def choose(turn: Turn, code: str) -> Outcome:
    """Let a person read a language here, in other groups, and alone with Lots; ask once more what is asked of them."""
    user = turn.event.sender.user
    turn = turn.at(language=code, language_chosen=True, offers=())
    told = turn.say("desk.language_yours", name=turn.event.sender.name, group=_of_the_group(turn))
    place = turn.places.get(turn.session.place, turn.places["desk"])
    asked = place.ask(turn) if turn.session.place.startswith("desk") else Outcome(turn.session)
    outcome = before(told, asked) if asked.replies else turn.tell(told)
    return outcome.but(effects=(*outcome.effects, KeepLanguage(user, user, code)))


def typed(turn: Turn, text: str) -> Action | None:
    """What a language that is typed by its name means to whoever was just asked for one; None for all other words."""
    asked = next((offer.action.verb for offer in turn.session.offers if offer.action.verb in ("language", OF_ALL)), "")
    named = choosing.answered(text) if asked else None
    return Action(asked, named.value) if named is not None else None


def ask_for_all(turn: Turn, _argument: str = "") -> Outcome:
    """Ask which language the whole group is to have."""
    offers = (turn.offer(f"speaking.in_{code}", OF_ALL, code) for code in Language)
    return turn.ask(turn.say("desk.which_for_all", name=turn.event.sender.name), tuple(offers))


def choose_for_all(turn: Turn, code: str) -> Outcome:
    """Change the language of what all read, tell all in the new and in the former one, and change the newest cards."""
    chat, language = turn.event.sender.chat, LANGUAGES.get(code)
    if language is None or not turn.event.sender.staff:
        return ask_for_all(turn)
    former = desk_language(turn, turn.home)
    told = [
        texts.say(each, OF_ALL, name=turn.event.sender.name, group=texts.plain(each, f"desk.language_{code}"))
        for each in dict.fromkeys((language, former))
    ]
    newest = [case for case in turn.snapshot.cases if case.state in OPEN][-CARDS_AT_ONCE:]
    cards = (card(turn, case, chat, language) for case in reversed(newest))
    replies = (Reply("\n\n".join(told)), *cards)
    return Outcome(turn.session.but(offers=()), replies, (KeepLanguage(chat, chat, code),))


def _of_the_group(turn: Turn) -> str:
    return turn.plain(f"desk.language_{desk_language(turn, turn.home)}")
