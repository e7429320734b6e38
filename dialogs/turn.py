"""One turn of the conversation: the values a dialog may look at, and the few ways it may answer.

A dialog gets a `Turn` and returns an `Outcome`. It never changes a session in place; `ask` and `tell` build the next
one. Offers that came with an earlier message are void as soon as a newer message carries offers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from dialogs import texts
from dialogs.effects import Effect
from dialogs.events import Event
from dialogs.replies import Action, Offer, Reply
from dialogs.session import Outcome, Session, Snapshot
from dialogs.values import Proposal
from dialogs.world import World
from knowledge.pack import Language, Pack, Text, words

LANGUAGES = frozenset(Language)


@dataclass(frozen=True)
class Place:
    """A step of the conversation: how it asks, what it does with words, and whether a typed number means a button."""

    ask: "Callable[[Turn], Outcome]"
    said: "Callable[[Turn, str], Outcome]"
    numbers: "Callable[[Turn], bool]" = lambda _turn: True


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
        """The language of this chat; before one is known, Telegram's own, else Swedish."""
        for code in (self.session.language, self.event.sender.language[:2]):
            if code in LANGUAGES:
                return Language(code)
        return Language.SV

    @cached_property
    def pack(self) -> Pack | None:
        """The municipality of this chat: the chosen one, or the only one there is."""
        if self.session.municipality in self.world.packs:
            return self.world.packs[self.session.municipality]
        return self.world.any_pack if len(self.world.packs) == 1 else None

    @property
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
        wanted = self.session.proposal
        return next((item for item in self.snapshot.proposals if item.id == wanted), None)

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
        return Offer(self.plain(key, **values), Action(verb, argument))

    def at(self, **changes: Any) -> "Turn":
        """The same turn with a changed session."""
        return replace(self, session=replace(self.session, **changes))

    def go(self, place: str, **changes: Any) -> Outcome:
        """Move to a step and let it ask."""
        return self.at(place=place, **changes).present()

    def present(self) -> Outcome:
        """Ask again what the present step asks. A step that no longer exists leads to the start."""
        place = self.places.get(self.session.place) or self.places["start"]
        return place.ask(self)

    def aside(self, text: str, *, effects: tuple[Effect, ...] = ()) -> Outcome:
        """Say something and return to the same question."""
        outcome = self.present()
        return replace(outcome, replies=(Reply(text), *outcome.replies), effects=(*effects, *outcome.effects))

    def ask(
        self, text: str, offers: tuple[Offer, ...] = (), *, effects: tuple[Effect, ...] = (), **changes: Any
    ) -> Outcome:
        """Say something with buttons and remember what they mean."""
        revision = self.session.revision + 1
        session = replace(self.session, offers=offers, revision=revision, greeted=True, **changes)
        return Outcome(session, (Reply(text, offers),), effects)

    def tell(self, text: str, *, effects: tuple[Effect, ...] = (), **changes: Any) -> Outcome:
        """Say something beside the present question, whose buttons stay valid."""
        return Outcome(replace(self.session, **changes), (Reply(text),), effects)


def before(text: str, outcome: Outcome) -> Outcome:
    """Put a line in front of the first message of an outcome, so that one message holds both."""
    if not text or not outcome.replies:
        return outcome
    first, *rest = outcome.replies
    return replace(outcome, replies=(replace(first, text=f"{text}\n\n{first.text}"), *rest))


def also(outcome: Outcome, *effects: Effect) -> Outcome:
    """Add effects to an outcome."""
    return replace(outcome, effects=(*effects, *outcome.effects))
