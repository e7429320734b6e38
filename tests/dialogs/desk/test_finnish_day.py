"""A whole day of a Finnish-speaking navigator whose group chose Finnish: nothing that Lots says there is Swedish.

What associations wrote stays as they wrote it, and what others will get is seen in their language: here an office that
reads Swedish.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dialogs import texts
from dialogs.conversation.world import World
from dialogs.records.attachment import Attachment
from knowledge.language import Language, Text
from tests.stages.in_memory import STAFF, Stage
from tests.stages.outage import here
from tests.stages.standing import world

ANU, EETU, SWEDISH, FINNISH, THIRD = 201, 202, 101, 102, 103
NAMES = {ANU: "Anu", EETU: "Eetu"}
VASA = world().packs["vasa"]
SPOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]+>|\n", re.DOTALL)
LONG_ENOUGH = 9
TO_AN_OFFICE = "Anu, tällaisena kysymys asiassa"


@dataclass
class Heard(Stage):
    """A stage that keeps every text and button that ever stood in the staff group, cards that changed since too."""

    seen: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def note(self) -> None:
        """Remember what stands in the group now."""
        for shown in self.chats.get(STAFF, []):
            self.seen.add(shown.text)
            self.labels |= {offer.label for offer in shown.offers}


class Day:
    """A desk in Finnish, with cases of three associations; two of them write Finnish."""

    def __init__(self) -> None:
        offices = {"vasa": {"welfare": -2001000000001}}
        self.stage = Heard(World({"vasa": VASA}, world().lexicon), here(VASA, "2023-09-01T09:00"), offices=offices)
        self.stage.say(STAFF, ANU, "/language", name="Anu", code="fi")
        self.stage.press(STAFF, ANU, "För hela gruppen", name="Anu", code="fi")
        self.stage.press(STAFF, ANU, "Suomeksi", name="Anu", code="fi")
        self.stage.chats[STAFF].clear()
        self.send(SWEDISH, "sv", "gubbarna i byn sitter hemma hela vintern och pratar inte med någon")
        self.send(FINNISH, "fi", "kylän ukot istuvat koko talven kotona yksin eivätkä puhu kenellekään")
        self.send(THIRD, "fi", "nuorilla ei ole kylällä mitään tekemistä iltaisin")

    def send(self, chat: int, code: str, need: str) -> None:
        """Let an association send its need."""
        to_person, skip, send = (
            ("Skicka idén till kontaktpersonen", "Hoppa över", "Skicka till kommunen")
            if code == "sv"
            else ("Lähetän idean yhteyshenkilölle", "Ohita", "Lähetä kunnalle")
        )
        self.stage.say(chat, chat, need, code=code)
        self.stage.say(chat, chat, "1", code=code)
        for label in (to_person, skip, send):
            self.stage.press(chat, chat, label, code=code)
        self.stage.note()

    def say(self, text: str, user: int = ANU, reply_to: int | None = None) -> None:
        """Write in the group."""
        self.stage.say(STAFF, user, text, name=NAMES[user], code="fi", reply_to=reply_to)
        self.stage.note()

    def press(self, key: str, user: int = ANU, reference: str = "") -> None:
        """Press a button by the key of its words, on the card of a case if one is named."""
        label = texts.plain(Language.FI, key)
        if not reference:
            self.stage.press(STAFF, user, label, name=NAMES[user], code="fi")
        else:
            card = self.stage.card(reference)
            index = [offer.label for offer in card.offers].index(label)
            self.stage.press_at(STAFF, user, card, index, name=NAMES[user], code="fi")
        self.stage.note()

    def walk(self) -> None:
        """Everything that happens at a desk from one morning to some weeks later."""
        self._owning()
        self._answering()
        self._deciding()
        self._seeing()
        self._going_wrong()
        self._waiting()

    def _owning(self) -> None:
        for reference in ("K7WM4", "P3QX9"):
            self.press("desk.claim", reference=reference)
        self.press("desk.take_over", EETU, "K7WM4")
        self.press("desk.release", EETU, "K7WM4")
        self.press("desk.claim", ANU, "K7WM4")
        self.say("soita heille huomenna", reply_to=self.stage.cards["K7WM4"][1])
        self.stage.say(SWEDISH, SWEDISH, "K7WM4 kom och se", code="sv")
        self.stage.send_thing(SWEDISH, SWEDISH, "photo", attachment=Attachment("photo", "f1"))
        self.stage.press(SWEDISH, SWEDISH, "Om ärende K7WM4", code="sv")
        self.stage.note()

    def _answering(self) -> None:
        self.press("desk.answer", reference="P3QX9")
        self.say("Hieno idea!")
        self.press("desk.change")
        self.say("Hieno idea, tavataan pian.")
        self.press("desk.send")
        self.press("desk.answer", reference="P3QX9")
        self.press("canned.button")
        self.say("5")
        for words in ("torstaina klo 16", "kaupungintalo"):
            self.say(words)
        self.press("common.cancel")
        self.press("desk.move", reference="P3QX9")
        self.say("1")
        self.say("Heillä on sopivat tilat.")
        self.press("desk.send")
        self.press("desk.wait", reference="P3QX9")
        self.say("2")
        self.press("desk.resume", reference="P3QX9")
        self.press("desk.snooze", reference="P3QX9")
        self.say("ei tämä ole päivä 32.13.")
        self.say("29.9.2023")
        self.press("desk.ask", reference="K7WM4")
        self.say("Onko teillä tiloja?")
        self.press("inquiry.send")

    def _deciding(self) -> None:
        self.press("desk.close", reference="C8RV2")
        self.say("ei valittu")
        self.say("Rahat eivät riitä kaikille.")
        self.say("1")
        self.press("decisions.change_way")
        self.say("Nuorisoseura auttaa.")
        self.press("desk.send")
        self.stage.say(THIRD, THIRD, "C8RV2 kiitos", code="fi")
        waiting = self.stage.cases["C8RV2"].but(round="partnership-2023", decision=None)
        self.stage.cases["C8RV2"] = waiting
        self.say("/decide")
        for words in ("1", "jatka", "valittu", "Tervetuloa mukaan.", "lähetä kaikille", "/decide"):
            self.say(words)

    def _seeing(self) -> None:
        for words in ("/desk", "/find ukot", "/find zzz", "/case K7WM4", "/case", "/help", "/log K7WM4", "/gaps"):
            self.say(words)
        for reference in ("K7WM4", "P3QX9", "C8RV2"):
            self.press("desk.show", reference=reference)
        self.say("/language")
        self.press("speaking.in_fi")
        self.say("poissa 4.9.-8.9. Eetu")
        self.say("tagasi")
        self.say("/back")

    def _going_wrong(self) -> None:
        self.say("ota käsittelyyn K7WM4", EETU)
        self.say("luovu asiasta K7WM4", EETU)
        self.say("vastaa yhdistykselle K7WM4")
        self.stage.send_thing(STAFF, ANU, "sticker")
        self.stage.press(STAFF, EETU, "Peruuta", name="Eetu", code="fi")
        self.press("common.cancel")
        self.say("/eisellaista")
        self.stage.say(FINNISH, FINNISH, "/delete", code="fi")
        self.stage.press(FINNISH, FINNISH, "Kyllä, poista kaikki", code="fi")
        self.press("desk.answer", reference="P3QX9")
        self.stage.strangers.add(999)
        self.stage.say(STAFF, 999, "/desk", name="Uno", code="fi")
        self.stage.note()

    def _waiting(self) -> None:
        for day in ("2023-09-05", "2023-09-08", "2023-09-12", "2023-09-29", "2023-10-06"):
            self.stage.move_clock(here(VASA, f"{day}T10:00"), digests=True)
            self.stage.note()


@cache
def swedish() -> frozenset[str]:
    """Whole phrases of Lots and of the pack that are Swedish and nothing else."""
    others = "\n".join(text for language in (Language.FI, Language.EN) for text in texts.keys(language).values())
    said = (piece for text in texts.keys(Language.SV).values() for piece in SPOKEN.split(text))
    phrases = {piece.strip(' .,:;·?"()–') for piece in (*said, *(text[Language.SV] for text in of_the_pack()))}
    finnish = {text[Language.FI] for text in of_the_pack()}
    return frozenset(
        phrase for phrase in phrases if len(phrase) >= LONG_ENOUGH and phrase not in others and phrase not in finnish
    )


def of_the_pack() -> Iterator[Text]:
    """The names that a desk reads of its pack."""
    yield from (topic.short for topic in VASA.catalogue.topics.values())
    yield from (office.name for office in VASA.offices)
    yield from (form.name for form in VASA.forms)
    yield from (item.name for item in VASA.rounds)


def labels_of(language: Language) -> set[str]:
    return {text for text in texts.keys(language).values() if "{" not in text}


def test_nothing_that_lots_says_at_a_finnish_desk_is_swedish() -> None:
    day = Day()
    day.walk()
    assert len(day.stage.seen) > 60
    said = {text.partition("\n\n")[0] if text.startswith(TO_AN_OFFICE) else text for text in day.stage.seen}
    assert [(phrase, text) for text in sorted(said) for phrase in swedish() if phrase in text] == []
    assert day.stage.labels & (labels_of(Language.SV) - labels_of(Language.FI)) == set()


def test_the_test_would_hear_swedish() -> None:
    card = "K7WM4 · Idé\nny · ingen har tagit det"
    assert [phrase for phrase in swedish() if phrase in card] == ["ingen har tagit det"]
    assert any(phrase in "Toimiala: Välfärdstjänsterna" for phrase in swedish())
