"""Words that mean the same on every screen, also where no button says them.

To ask for a person, to name a language, to say thanks, or to type the button of another screen. Where words are an
answer or a message of their own, only what can hardly be one is taken.
"""

import re
from collections.abc import Mapping
from functools import cache

from dialogs import texts
from dialogs.conversation.question import in_hand, is_a_name
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.turn import Turn, Words
from dialogs.conversation.typed import simplified
from dialogs.incoming import requests, wishes
from dialogs.incoming.asked_in_words import agrees, asks_for_a_person, asks_to_write, asks_what_is_meant
from dialogs.speaking.naming import named_language
from knowledge.answers import kind_of
from knowledge.language import Language

LABEL = re.compile(r"[^{}\n]{3,39}[^{}\n.:]")
OPTIONS = "advice.options."
BUTTONS = frozenset(
    (
        *("advice", "asides", "cases", "common", "corrections", "idea", "need"),
        *("office", "papers", "proposal", "speaking", "welcome"),
    )
)
LABELS: Mapping[str, Action] = {
    "need.see_all": Action("go", "need.catalogue"),
    "need.tell_idea": Action("go", "need"),
    "welcome.see_need": Action("go", "need"),
    "welcome.have_idea": Action("go", "need"),
    "welcome.have_question": Action("go", "question"),
    "welcome.my_proposals": Action("go", "proposals"),
    "proposal.new_need": Action("go", "need"),
    "office.write_proposal": Action("proposal.new"),
    "office.send_idea": Action("idea"),
    "office.which_form": Action("advise"),
    "office.others": Action("go", "office.examples"),
    "office.good_to_know": Action("go", "office.info"),
    "idea.send_to_municipality": Action("idea"),
    "papers.make": Action("papers.make"),
    "papers.mail_draft": Action("papers.mail"),
    "proposal.see_all": Action("go", "proposal.summary"),
    "cases.write": Action("case.write"),
    "cases.show": Action("case"),
    "corrections.keep": Action("case.keep_words"),
    "corrections.refuse": Action("correction.refuse"),
    "common.cancel": Action("cancel"),
}
"""Buttons that mean something from afar. What they need is checked where they lead to."""
OF_A_QUESTION: Mapping[str, Action] = {
    "proposal.skip": Action("skip"),
    "proposal.unknown": Action("unknown"),
    "proposal.go_on_anyway": Action("onward"),
    "proposal.keep": Action("done"),
    "proposal.all_in": Action("done"),
    "proposal.save_and_go": Action("pause"),
}
"""Ways on from a question, also where the screen shows fewer of them."""
SAID_OF_A_QUESTION: Mapping[str, Action] = {
    "proposal.skip_words": Action("skip"),
    "proposal.done_words": Action("done"),
    "proposal.onward_words": Action("onward"),
    "proposal.back_words": Action("back"),
    "proposal.pause_words": Action("pause"),
}
"""The same ways in other words, where the answer is no name."""
GOING_ON = frozenset({"proposal.next", "proposal.take_up"})
"""Buttons that go on with a draft."""
AGREED_TO = frozenset({"topic"})
"""What a yes in other words than "yes" does: what can be taken back. All else wants a plain yes or its button."""
OF_A_NEED = frozenset({"proposal.new", "idea", "advise", "office.examples", "office.info"})
OF_A_DRAFT = frozenset({"papers.make", "papers.mail", "proposal.summary"})
OF_A_CASE = frozenset({"case.write", "case"})


def meant(turn: Turn, text: str) -> Action | None:
    """Return what words mean whatever the screen asks; None if they mean nothing of the kind."""
    words, said = turn.meaning, simplified(text)
    if words is Words.RELAY or turn.session.place == "person":
        return None
    if asks_for_a_person(text):
        return Action("person")
    if words is Words.ANSWER and _is_to_be_explained(turn, text):
        return Action("explain")
    if (asked := requests.meant(turn, text)) is not None:
        return asked
    if words is Words.ANSWER and len(said.split()) < 2:
        return _of_a_question(turn, said)
    found = _language(turn, said) or _label(turn, said)
    if found or words is Words.ANSWER:
        return found
    found = _thanks(said) or _way(turn, words, said) or _of_nowhere(turn, words, said)
    to_nothing = words is Words.NEED and turn.session.place != "need.choose" and bool(turn.session.offers)
    return found or (Action("wish.agreed") if to_nothing and agrees(text) else None)


def _of_a_question(turn: Turn, said: str) -> Action | None:
    """One word beside the question in hand: a way on from it, or the language to speak. A name may be any word."""
    question = in_hand(turn) if turn.session.place == "proposal.ask" else None
    if question is None:
        return None
    way = _ways_on(is_a_name(question.field)).get(said)
    return way or (None if is_a_name(question.field) else _language(turn, said))


def _is_to_be_explained(turn: Turn, text: str) -> bool:
    """Whether words ask what the question in hand means. A name may be made of the same words."""
    question = in_hand(turn) if turn.session.place == "proposal.ask" else None
    return question is not None and not is_a_name(question.field) and asks_what_is_meant(text)


def yes_or_no(text: str, offers: tuple[Offer, ...]) -> Offer | None:
    """Return the one button that a plain yes or no means; None if it is none, or if several say it."""
    said = simplified(text)
    going_on = [offer for offer in offers if offer.action.verb in GOING_ON]
    if len(going_on) == 1 and said in texts.listed("common.go_on_words"):
        return going_on[0]
    for key, other in (("common.yes_words", going_on), ("common.no_words", _refusing(offers))):
        meaning_it = texts.listed(key)
        if said in meaning_it:
            found = [offer for offer in offers if simplified(offer.label.partition(",")[0]) in meaning_it] or other
            return found[0] if len(found) == 1 else None
    if agrees(text):
        agreed = [offer for offer in offers if _says_yes(offer) and offer.action.verb in AGREED_TO] or going_on
        return agreed[0] if len(agreed) == 1 else None
    none = [offer for offer in offers if offer.action.verb == "none"]
    return none[0] if none and said in texts.listed("common.none_words") else None


def _says_yes(offer: Offer) -> bool:
    return simplified(offer.label.partition(",")[0]) in texts.listed("common.yes_words")


def way_back(text: str, offers: tuple[Offer, ...]) -> Offer | None:
    """Return the button that leads back where a short word says so, else None: from the help lines, or from a person.

    Where words go to a person, a lone "back" is no message to anybody.
    """
    stay = next((offer for offer in offers if offer.action.verb == "stay"), None)
    if stay is not None:
        return stay if simplified(text) in _way_back_words() else None
    done = next((offer for offer in offers if offer.label in _ends_of_writing()), None)
    return done if done and simplified(text) in _words_for_back() else None


def _refusing(offers: tuple[Offer, ...]) -> list[Offer]:
    """The buttons that say no in other words."""
    return [offer for offer in offers if offer.label in texts.in_all("common.cancel") or offer.action.verb == "none"]


def _language(turn: Turn, said: str) -> Action | None:
    field = turn.home.fields_by_id.get(turn.session.asking)
    if turn.session.place == "proposal.ask" and field is not None and kind_of(field).names_a_language:
        return None
    named = named_language(said)
    return Action("language", named.value) if named else None


def _label(turn: Turn, said: str) -> Action | None:
    question = in_hand(turn) if turn.session.place == "proposal.ask" else None
    way = _ways_on(is_a_name(question.field)).get(said) if question else None
    if way is not None:
        return way
    action = _by_label().get(said)
    if action is None:
        return None
    what = {action.verb, action.argument}
    can = not (
        (what & OF_A_NEED and not turn.session.need.text)
        or (what & OF_A_DRAFT and turn.proposal is None)
        or (what & OF_A_CASE and not turn.session.case)
    )
    if not can and action.verb == "idea":
        return wishes.sending(turn)
    if can:
        return Action(action.verb, turn.session.case) if what & OF_A_CASE else action
    return Action("not_here")


def _way(turn: Turn, words: Words, said: str) -> Action | None:
    """A way that no button says where a need is told: over again, on to the proposal, or a step back."""
    if words is not Words.NEED and turn.session.place != "proposal.start":
        return None
    if said in texts.listed("common.over_again_words"):
        return Action("go", "need")
    if asks_to_write(said):
        return Action("proposal.new") if turn.session.need.text else Action("not_here")
    return Action("go", _step_before(turn)) if said in texts.listed("proposal.back_words") else None


def _step_before(turn: Turn) -> str:
    """From a new proposal back to the office, from there to what was understood, from anywhere else to the menu."""
    if turn.session.place == "proposal.start" and turn.session.need.offices:
        return "office"
    understood = turn.session.need.matches and turn.session.place.startswith("office")
    return "need.choose" if understood else "start"


def _thanks(said: str) -> Action | None:
    return Action("thanked") if said in texts.listed("common.thanks_words") else None


def _of_nowhere(turn: Turn, words: Words, said: str) -> Action | None:
    """A button of some other screen is no part of the need in hand, whatever it means there."""
    beside = words is Words.NEED and turn.session.need.text
    return Action("not_here") if beside and said in _every_label() else None


@cache
def _every_label() -> frozenset[str]:
    """What stands on buttons: short texts that are no sentences and hold no values. A lone word may be a need's."""
    said = ((key, text) for language in Language for key, text in texts.keys(language).items() if LABEL.fullmatch(text))
    return frozenset(
        simplified(text)
        for key, text in said
        if key.startswith(OPTIONS) or (key.partition(".")[0] in BUTTONS and " " in text)
    )


@cache
def _by_label() -> Mapping[str, Action]:
    return {simplified(label): action for key, action in LABELS.items() for label in texts.in_all(key)}


@cache
def _ways_on(labels_only: bool) -> Mapping[str, Action]:  # noqa: FBT001 - a name may be any words but a label
    by_label = {simplified(label): action for key, action in OF_A_QUESTION.items() for label in texts.in_all(key)}
    lists = {} if labels_only else SAID_OF_A_QUESTION
    by_words = {word: action for key, action in lists.items() for word in texts.listed(key)}
    return by_words | by_label


@cache
def _ends_of_writing() -> frozenset[str]:
    """The buttons that leave a place where words go to a person."""
    return frozenset().union(*(texts.in_all(key) for key in ("idea.back_to_step", "cases.done")))


@cache
def _words_for_back() -> frozenset[str]:
    """A lone word that leaves such a place: back, or cancel."""
    labels = {simplified(label) for key in ("common.back", "common.cancel") for label in texts.in_all(key)}
    return texts.listed("proposal.back_words") | labels


@cache
def _way_back_words() -> frozenset[str]:
    """Words that lead back, and those that only say that the help lines were read."""
    return frozenset().union(*(texts.listed(f"common.{key}_words") for key in ("back", "yes", "no", "thanks")))
