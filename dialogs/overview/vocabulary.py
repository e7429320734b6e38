"""The words of one language about one municipality: what its challenges, offices, forms and rounds are called there."""

from collections.abc import Iterable, Mapping

from dialogs import texts
from dialogs.cards.card import form_name
from dialogs.overview.counting import NONE, OWN
from dialogs.records.case import DecisionKind
from dialogs.records.case_states import CaseState
from knowledge.answers.formats import locale_of, number
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack


class Vocabulary:
    """Calls what was counted by its name; ids that the pack knows no more stay as they are."""

    def __init__(self, language: Language, pack: Pack) -> None:
        self.language = language
        self.locale = locale_of(language, pack.country)
        self._pack = pack
        self._challenges = {item.id: words(item.name, language) for item in pack.catalogue.challenges}
        self._offices = {item.id: words(item.name, language) for item in pack.offices}

    def __call__(self, key: str, **values: object) -> str:
        """Return a text of the overview."""
        return texts.plain(self.language, f"overview.{key}", **values)

    def of(self, text: Mapping[Language, str]) -> str:
        """Return a wording of the pack."""
        return words(text, self.language)

    def challenge(self, name: str) -> str:
        """Return what a challenge is called, `OWN` and `NONE` too."""
        fixed = {OWN: "own", NONE: "no_challenge"}
        return self(fixed[name]) if name in fixed else self._challenges.get(name, name)

    def topic(self, name: str) -> str:
        """Return what a topic is called in few words, `OWN` and `NONE` too."""
        known = self._pack.catalogue.topics.get(name)
        return words(known.short, self.language) if known else self.challenge(name)

    def topic_in_full(self, name: str) -> str:
        """Return a topic in the municipality's own words, as a heading."""
        known = self._pack.catalogue.topics.get(name)
        full = words(known.name, self.language) if known else name
        return full[:1].upper() + full[1:]

    def topics(self, names: Iterable[str]) -> list[str]:
        """Return what topics are called, those of a case in their order."""
        return [self.topic(name) for name in names]

    def office(self, name: str) -> str:
        """Return what an office is called, `NONE` too."""
        return self("no_office") if name == NONE else self._offices.get(name, name)

    def offices(self, names: Iterable[str]) -> list[str]:
        """Return what offices are called."""
        return [self.office(name) for name in names]

    def form(self, code: str) -> str:
        """Return what a form of cooperation is called, its code where the pack does not explain it."""
        return form_name(self._pack, code, self.language) or code

    def round(self, name: str) -> str:
        """Return what a round is called."""
        known = self._pack.round(name)
        return self.of(known.name) if known else name

    def field(self, name: str) -> str:
        """Return what a question of the proposal is called; one that is asked no more keeps its id."""
        known = self._pack.fields_by_id.get(name)
        return self.of(known.label) if known else name

    def state(self, state: CaseState) -> str:
        """Return what a state is called, as it begins a line."""
        said = texts.plain(self.language, f"desk.state_{state}")
        return said[:1].upper() + said[1:]

    def decision(self, kind: DecisionKind) -> str:
        """Return how a case was decided, in a word or two."""
        return texts.plain(self.language, f"decisions.kind_{kind}")

    def number(self, value: float) -> str:
        """Return a number as it is written."""
        return number(value, self.locale)
