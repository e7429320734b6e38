"""Several open cases of one person never mix: words, files and edits land at the case they were meant for, or at none.

What answers a message, names a case, or is chosen a place for, is meant for that case. Plain words are meant for the
case that is written to; where there is none Lots asks, and until it knows nothing goes anywhere.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.records.attachment import Attachment
from tests.dialogs.case.a_case import SENT, with_case
from tests.stages.in_memory import STAFF
from tests.stages.moments import MEMBER

CASES = ("K7WM4", "P3QX9", "C8RV2")


class Person:
    """A person with three answered cases. `meant` has for each word and file the only case where it may stand."""

    def __init__(self) -> None:
        self.chat = with_case("/new", *SENT, "/new", *SENT)
        self.meant: dict[str, str] = {}
        self.sure: set[str] = set()
        self.sent: list[tuple[int, str]] = []
        self.count = 0
        for reference in CASES:
            self.answered(reference)

    def answered(self, reference: str) -> None:
        """Let the desk answer a case."""
        stage = self.chat.stage
        for words in (f"svara föreningen {reference}", f"Vi läser {reference}"):
            stage.say(STAFF, 7, words, name="Eva")
        stage.press(STAFF, 7, "Skicka", name="Eva")

    def new(self, reference: str, *, sure: bool = True) -> str:
        """Another word, and where alone it may land."""
        self.count += 1
        word = f"ord{self.count}slut"
        self.meant[word] = reference
        if sure:
            self.sure.add(word)
        return word

    def answer_of(self, reference: str) -> int:
        """The number of the first answer that came in a case."""
        said = f"Vi läser {reference}"
        return next(shown.number for shown in self.chat.stage.chats[MEMBER] if shown.text.endswith(said))

    def written_to(self) -> str:
        """The case that plain words go to now, empty for none."""
        session = self.chat.session
        return session.case if session.place == "case.write" else ""

    def keep(self, word: str) -> None:
        self.sent.append((self.chat.sent, word))

    def act(self, kind: str, reference: str, which: int) -> None:
        self.chat.pause()
        match kind:
            case "reply":
                word = self.new(reference)
                self.chat.send(word, reply_to=self.answer_of(reference))
                self.keep(word)
            case "named":
                word = self.new(reference)
                self.chat.send(f"{reference} {word}")
                self.keep(word)
            case "album":
                self.album(reference)
            case "plain":
                word = self.new(self.written_to(), sure=False)
                self.chat.send(word)
                self.keep(word)
            case "edit" if self.sent:
                self.edit(*self.sent[which % len(self.sent)])
            case "answered":
                self.answered(reference)
            case "write":
                self.chat.walk(f"[Svara {reference}]")
            case "elsewhere":
                self.chat.walk(("/new", "/status", "/proposals")[which % 3])

    def album(self, reference: str) -> None:
        """Three photos together, of which only the first says what they answer."""
        word, name = self.new(reference), f"album{self.count}"
        files = [f"{name}-{number}" for number in range(3)]
        self.meant |= dict.fromkeys(files, reference)
        self.sure |= set(files)
        first = Attachment("photo", files[0])
        self.chat.send(word, reply_to=self.answer_of(reference), attachment=first, album=name)
        for file in files[1:]:
            self.chat.show("photo", file, album=name)

    def edit(self, message: int, word: str) -> None:
        """Change a message; the new words are meant for the same case."""
        self.chat.edit(message, self.new(self.where(word), sure=False))

    def where(self, word: str) -> str:
        """The case that has a word now, empty for none."""
        return next((name for name in CASES if word in self.kept(name)), "")

    def kept(self, reference: str) -> str:
        """Everything that an association has said in a case, words and files."""
        said = [item for item in self.chat.stage.cases[reference].messages if item.author == "association"]
        return "\n".join(f"{item.text} {item.attachment.file_id if item.attachment else ''} " for item in said)

    def holds(self) -> None:
        """Nothing stands where it was not meant for, and what was surely meant for a case stands there."""
        for word, reference in self.meant.items():
            places = [name for name in CASES if f"{word} " in self.kept(name)]
            assert set(places) <= {reference}, f"{word} was meant for {reference or 'none'}"
            assert places or word not in self.sure, f"{word} did not come to {reference}"


acts = st.tuples(
    st.sampled_from(["reply", "named", "album", "plain", "edit", "answered", "write", "elsewhere"]),
    st.sampled_from(CASES),
    st.integers(0, 9),
)


@settings(max_examples=30)
@given(st.lists(acts, min_size=3, max_size=14))
def test_every_word_lands_at_the_case_it_was_meant_for_or_at_none(made_up: list[tuple[str, str, int]]) -> None:
    person = Person()
    for kind, reference, which in made_up:
        person.act(kind, reference, which)
        person.holds()


def test_the_law_is_about_something() -> None:
    person = Person()
    for kind, reference in (("reply", CASES[1]), ("album", CASES[0]), ("plain", CASES[0]), ("write", CASES[2])):
        person.act(kind, reference, 0)
    person.act("plain", "", 0)
    person.act("edit", "", 0)
    person.holds()
    kept = [person.where(word) for word in ("ord1slut", "ord2slut", "album2-2", "ord3slut", "ord4slut", "ord5slut")]
    assert kept == [CASES[1], CASES[0], CASES[0], "", CASES[2], CASES[1]]
