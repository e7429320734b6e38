"""What the conversation knows of the world outside the chat: the packs and how to understand a need."""

from dataclasses import dataclass, field

from dialogs.records.staff.call import Call
from knowledge.distress.recognise import told
from knowledge.identification.message import Identified, identified, likely_language
from knowledge.language import Language
from knowledge.municipality.pack import Pack, Packs
from knowledge.needs.crisis import in_distress
from knowledge.needs.language_of_words import language_of
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.understand import Understanding, understand
from knowledge.papers.printable import EVERY_SIGN, Signs

Asked = tuple[str, str, Language | None, bool]
"""A text, the id of a pack, the language of the chat if it is known, and whether the text was called an idea."""


@dataclass(frozen=True)
class World:
    """The packs by municipality, the lexicon that the matcher reads with, and the signs that the papers can show.

    `mail_from` is the address from which Lots sends letters, empty where it sends none, `mail_host` the server that it
    hands them to. Never changes while Lots runs, but for the rounds of the packs: they stand as navigators have set the
    `calls`.
    """

    packs: Packs
    lexicon: Lexicon
    signs: Signs = EVERY_SIGN
    calls: tuple[Call, ...] = ()
    mail_from: str = ""
    mail_host: str = ""
    understood: dict[Asked, Understanding] | None = field(default=None, compare=False, repr=False)
    spoken: dict[str, Identified] | None = field(default=None, compare=False, repr=False)

    def for_one_step(self) -> "World":
        """Return the same world for one step, in which several dialogs may ask what the same words mean."""
        around = object.__new__(World)
        # What dataclasses.replace does, at a fifth of the cost.
        around.__dict__.update(self.__dict__, understood={}, spoken={})
        return around

    def understand(self, text: str, pack: Pack, language: Language | None, *, idea: bool = False) -> Understanding:
        """Match a need that came through the gate against the catalogue and the offices of a municipality.

        `idea` tells that the person has said that it is an idea for the municipality.
        """
        kept = self.understood if self.understood is not None else {}
        asked = (text, pack.id, language, idea)
        if asked not in kept:
            kept[asked] = understand(text, pack, self.lexicon, language, gated=True, idea=idea)
        return kept[asked]

    def language_of(self, text: str, language: Language) -> Language:
        """Return the language that a text is most like, whoever wrote it; that of the chat where it does not tell."""
        return language_of(text, self.lexicon, language)

    def likely_language(self, text: str) -> Language | None:
        """Return the language that a few words are likely in, None if none of them is known."""
        return likely_language(text, self.lexicon)

    def identified(self, text: str, expected: Language | None, *, first: bool = False) -> Identified:
        """Tell in which language somebody writes. What was told of a text in this step is not asked again.

        `expected` is the language of the chat; before the `first` answer of all, the phone's.
        """
        kept = self.spoken if self.spoken is not None else {}
        if text not in kept:
            kept[text] = identified(text, self.lexicon, expected, first=first)
        return kept[text]

    def in_distress(self, text: str, language: Language | None, *, meant: bool = False) -> Language | None:
        """Return the language in which somebody writes of their own distress, or of violence now; None if not so.

        `meant` tells that the meaning of the text will be read anyway, so that it can be heeded here as well.
        """
        return in_distress(text, self.lexicon, language, meant=meant)

    def in_plain_distress(self, text: str) -> Language | None:
        """Return the same by plain words alone, without the learned model."""
        return told(text)

    @property
    def any_pack(self) -> Pack:
        """The first pack, for what is the same everywhere."""
        return next(iter(self.packs.values()))
