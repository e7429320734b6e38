"""One turn of the conversation: the values a dialog may look at, and the few ways it may answer.

A dialog gets a `Turn` and returns an `Outcome`. It never changes a session in place; `ask` and `tell` build the next
one. Offers that came with an earlier message are void as soon as a newer message carries offers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from dialogs import texts
from dialogs.conversation.effects import Effect
from dialogs.conversation.events import Event
from dialogs.conversation.replies import Action, Addressee, Offer, Reply
from dialogs.conversation.session import ASIDE, Outcome, Session, Snapshot
from dialogs.conversation.typed import ALL
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from dialogs.records.staff.desk import Desk
from dialogs.records.together.sharing import Sharing
from knowledge.language import Language, Text, language_of_code, words
from knowledge.municipality.pack import Pack

Verb = Callable[["Turn", str], Outcome]
"""What a button or a command does; the text is the argument that it carries."""
LANGUAGES: Mapping[str, Language] = {item.value: item for item in Language}
KNOWN_BY = frozenset({"language", "municipality"})
"""What the language and the pack of a turn follow from: while these stay, what was found once still holds."""

ABOUT_NOTHING = "desk"
"""What a message in a group is about that concerns no case."""


class Words(StrEnum):
    """What words mean at a step that are no button's."""

    NEED = "what the association sees"
    ANSWER = "the answer to a question, or a message"
    RELAY = "something for a case"
    CHOICE = "one of the alternatives"


@dataclass(frozen=True)
class Place:
    """A step of the conversation: how it asks, what it does with words, and what they mean there.

    Where only a choice is an answer, words are not taken, and the choice is asked again.
    `numbers` tells how many buttons, from the first, a typed number may mean. `several` takes more than one offer at
    a time, where that means something.
    """

    ask: "Callable[[Turn], Outcome]"
    said: "Verb" = lambda turn, _text: turn.again(turn.say("common.choose"))
    words: Words = Words.CHOICE
    numbers: "Callable[[Turn], int]" = lambda _turn: ALL
    several: "Callable[[Turn, tuple[Offer, ...]], Outcome] | None" = None


@dataclass(frozen=True)
class Turn:
    """Session, event, world, clock and snapshot of one step. `now` is aware. `places` are all steps by name."""

    session: Session
    event: Event
    world: World
    now: datetime
    snapshot: Snapshot
    places: Mapping[str, Place]

    @cached_property
    def language(self) -> Language:
        """The language of this chat; before one is known, the phone's own, else the first of the municipality.

        Where neither is known it is Swedish, as most municipalities that Lots is made for speak it.
        """
        known = LANGUAGES.get(self.session.language) or language_of_code(self.event.sender.language)
        return known or (self.pack.languages[0] if self.pack else Language.SV)

    @cached_property
    def pack(self) -> Pack | None:
        """The municipality of this chat: the chosen one, or the only one there is."""
        packs = self.world.packs
        return packs.get(self.session.municipality) or (self.world.any_pack if len(packs) == 1 else None)

    @cached_property
    def home(self) -> Pack:
        """The municipality of this chat, or any when it does not matter which."""
        return self.pack or self.world.any_pack

    @property
    def local(self) -> datetime:
        """Now, on the municipality's own clock."""
        return self.now.astimezone(self.home.zone)

    @property
    def proposal(self) -> Proposal | None:
        """The draft in hand, as the database holds it."""
        return self.proposal_by_id(self.session.proposal)

    @property
    def own_proposal(self) -> Proposal | None:
        """The draft in hand if it is this chat's own, and not one that others share with it."""
        draft = self.proposal
        return draft if draft is not None and draft.chat == self.session.chat else None

    def proposal_by_id(self, proposal_id: str) -> Proposal | None:
        """One of the drafts that this chat has or takes part in, None if there is none such."""
        for item in self.snapshot.proposals:  # asked again and again in a step, so without a generator
            if item.id == proposal_id:
                return item
        return None

    def pack_of(self, about: Proposal | Case) -> Pack:
        """The municipality that a draft or a case is for; that of the chat when it is no more."""
        return self.world.packs.get(about.municipality) or self.home

    def desk_of(self, municipality: str) -> int:
        """The chat where the navigators of a municipality sit, 0 for nowhere."""
        return self.snapshot.staff.get(municipality, 0)

    def people_at(self, municipality: str) -> Desk:
        """Who works at the desk of a municipality, as far as they have acted there."""
        return self.snapshot.desks.get(municipality) or Desk(municipality)

    def is_shut(self, municipality: str) -> bool:
        """Tell whether the navigators of a municipality cannot be reached now: their group has shut Lots out."""
        return municipality in self.snapshot.shut

    @property
    def meaning(self) -> Words:
        """What words mean at the step where the person stands."""
        place = self.places.get(self.session.place)
        return place.words if place else Words.CHOICE

    def words(self, text: Text) -> str:
        """A wording of the pack in this chat's language."""
        return words(text, self.language)

    def say(self, key: str, **values: Any) -> str:
        """A text in this chat's language, as HTML."""
        return texts.say(self.language, key, **values)

    def plain(self, key: str, **values: Any) -> str:
        """A text in this chat's language, without markup."""
        return texts.plain(self.language, key, **values)

    def offer(self, key: str, verb: str, argument: str = "", **values: Any) -> Offer:
        """A button whose words stand in the texts."""
        if values:
            return Offer(self.plain(key, **values), Action(verb, argument))
        fixed = _fixed_offer(self.language, key, verb)
        return Offer(fixed.label, Action(verb, argument)) if argument else fixed

    def at(self, **changes: Any) -> "Turn":
        """The same turn with a changed session."""
        session = self.session.but(**changes)
        if KNOWN_BY.isdisjoint(changes):
            return self._with(session=session)
        return Turn(session, self.event, self.world, self.now, self.snapshot, self.places)

    def knowing(self, proposals: tuple[Proposal, ...], sharings: dict[str, Sharing] | None = None) -> "Turn":
        """The same turn with other drafts in its snapshot, and other people at them if they are given."""
        shared = self.snapshot.sharings if sharings is None else sharings
        return self._with(snapshot=self.snapshot.but(proposals=proposals, sharings=shared))

    def with_case(self, case: Case) -> "Turn":
        """The same turn with a newer state of one of its cases."""
        known, meant = self.snapshot.cases, self.snapshot.case
        cases = tuple([case if item.reference == case.reference else item for item in known])
        same = meant is not None and meant.reference == case.reference
        return self._with(snapshot=self.snapshot.but(cases=cases, case=case if same else meant))

    def with_desk(self, desk: Desk) -> "Turn":
        """The same turn in which a desk stands as it does now."""
        return self._with(snapshot=self.snapshot.but(desks={**self.snapshot.desks, desk.municipality: desk}))

    def go(self, place: str, **changes: Any) -> Outcome:
        """Move to a step and let it ask."""
        return self.at(place=place, **changes).present()

    def detour(self, place: str, back: str, *, of: str = ASIDE, **changes: Any) -> Outcome:
        """Move to a step aside that leads back to a place when it is done."""
        return self.go(place, ways=self.session.leading(back, of), **changes)

    def present(self) -> Outcome:
        """Ask again what the present step asks. A step that no longer exists leads to the start."""
        place = self.places.get(self.session.place) or self.places["start"]
        return place.ask(self)

    def again(self, text: str) -> Outcome:
        """Say why the question still waits, with its buttons; its own words stand just above."""
        return self.ask(text, self.session.offers) if self.session.offers else before(text, self.present())

    def aside(self, text: str, *, effects: tuple[Effect, ...] = ()) -> Outcome:
        """Say something and return to the same question."""
        outcome = self.present()
        return Outcome(outcome.session, (Reply(text), *outcome.replies), (*effects, *outcome.effects))

    def ask(
        self, text: str, offers: tuple[Offer, ...] = (), *, effects: tuple[Effect, ...] = (), **changes: Any
    ) -> Outcome:
        """Say something with buttons and remember what they mean; in a group they are for this person alone.

        In a private chat a person is always among them.
        """
        revision, sender = self.session.revision + 1, self.event.sender
        offers = self._with_person(offers, changes.get("place", self.session.place))
        session = self.session.but(offers=offers, revision=revision, greeted=True, **changes)
        if sender.private or not offers:
            return Outcome(session, (Reply(text, offers),), effects)
        about, whom = session.case or ABOUT_NOTHING, Addressee(sender.user, sender.name)
        return Outcome(session, (Reply(text, offers, about=about, whom=whom),), effects)

    def tell(self, text: str, *, effects: tuple[Effect, ...] = (), **changes: Any) -> Outcome:
        """Say something beside the present question, whose buttons stay valid."""
        return Outcome(self.session.but(**changes), (Reply(text),), effects)

    def _with_person(self, offers: tuple[Offer, ...], place: str) -> tuple[Offer, ...]:
        """The buttons with the one that leads to a human, but where the person is on the way there already."""
        reached = place == "person" or not self.event.sender.private
        if reached or any(offer.action.verb == "person" for offer in offers):
            return offers
        return (*offers, self.offer("common.person", "person"))

    def _with(self, **changes: Any) -> "Turn":
        # What was found once, language and pack, is carried along.
        changed = object.__new__(Turn)
        changed.__dict__.update(self.__dict__, **changes)
        return changed


def before(text: str, outcome: Outcome) -> Outcome:
    """Put a line in front of the first message of an outcome, so that one message holds both."""
    if not text or not outcome.replies:
        return outcome
    first, *rest = outcome.replies
    return Outcome(outcome.session, (first.but(text=f"{text}\n\n{first.text}"), *rest), outcome.effects)


def below(outcome: Outcome, text: str) -> Outcome:
    """Put a line behind the first message of an outcome, so that one message holds both."""
    if not text or not outcome.replies:
        return outcome
    first, *rest = outcome.replies
    return Outcome(outcome.session, (first.but(text=f"{first.text}\n\n{text}"), *rest), outcome.effects)


def also(outcome: Outcome, *effects: Effect) -> Outcome:
    """Add effects to an outcome."""
    return Outcome(outcome.session, outcome.replies, (*effects, *outcome.effects))


def with_offers(outcome: Outcome, *offers: Offer) -> Outcome:
    """Put more buttons under the last message of an outcome, after those that the session now remembers."""
    if not offers or not outcome.replies:
        return outcome
    session = outcome.session.but(offers=(*outcome.session.offers, *offers))
    last = next((n for n in reversed(range(len(outcome.replies))) if _asks(outcome, n)), None)
    replies = tuple(
        reply.but(offers=session.offers) if number == last else reply for number, reply in enumerate(outcome.replies)
    )
    return outcome.but(session=session, replies=replies) if last is not None else outcome


def _asks(outcome: Outcome, number: int) -> bool:
    """Whether a reply carries the buttons that the session remembers."""
    reply = outcome.replies[number]
    return not reply.chat and not reply.about and reply.offers == outcome.session.offers


@cache
def _fixed_offer(language: Language, key: str, verb: str) -> Offer:
    """A button that is always the same, and that most messages carry."""
    return Offer(texts.plain(language, key), Action(verb))
