"""The staff group of Vasa with a case or several, and what navigators and the association do in it."""

from tests.stages.in_memory import STAFF, Shown, Stage
from tests.stages.outage import here
from tests.stages.standing import world

MEMBER, NORA, NIKO, OLLE = 101, 201, 202, 203
NAMES = {NORA: "Nora", NIKO: "Niko", OLLE: "Olle"}
VASA = world().packs["vasa"]
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


class Desk:
    """A stage on which a case of each need was sent, in the morning of Friday 1 September 2023 or at another time."""

    chat = STAFF

    def __init__(self, *needs: str, now: str = "2023-09-01T09:00") -> None:
        self.stage = Stage(world(), here(VASA, now))
        for number, need in enumerate(needs or (NEED,)):
            self.send(need, MEMBER + number)

    def send(self, need: str, chat: int = MEMBER) -> None:
        """Let an association send a need."""
        self.stage.say(chat, chat, "/start vasa")
        self.stage.say(chat, chat, need)
        self.stage.say(chat, chat, "1")
        for label in ("Skicka idén till kontaktpersonen", "Hoppa över", "Skicka till kommunen"):
            self.stage.press(chat, chat, label)

    @property
    def case(self):
        """The first case, without what was said in it."""
        return self.stage.cases["K7WM4"].but(messages=())

    @property
    def card(self) -> Shown:
        """Its card, as it stands now."""
        return self.stage.card("K7WM4")

    @property
    def last(self) -> Shown:
        """The newest message in the group."""
        return self.stage.chats[STAFF][-1]

    def press(self, user: int, label: str) -> Shown:
        """Press the newest button with a label, and return what was said last."""
        self.stage.press(STAFF, user, label, name=NAMES[user])
        return self.last

    def say(self, user: int, text: str, reply_to: int | None = None) -> Shown:
        """Write in the group, and return what was said last."""
        self.stage.say(STAFF, user, text, name=NAMES[user], reply_to=reply_to)
        return self.last

    def answer(self, user: int, text: str, act: str = "Svara föreningen", reference: str = "K7WM4") -> None:
        """Answer the association."""
        self.say(user, f"{act} {reference}")
        self.say(user, text)
        self.press(user, "Skicka")

    def write(self, text: str, chat: int = MEMBER, reference: str = "K7WM4") -> None:
        """Write as the association."""
        self.stage.say(chat, chat, f"{reference} {text}")

    def status(self) -> str:
        """What the association reads of its case."""
        self.stage.say(MEMBER, MEMBER, "/proposals")
        self.stage.press(MEMBER, MEMBER, "Ärende K7WM4")
        return self.stage.chats[MEMBER][-1].text

    def until(self, moment: str) -> list[str]:
        """Let time pass until a wall time in Vasa, and return what came to the group."""
        before = len(self.stage.chats[STAFF])
        self.stage.move_clock(here(VASA, moment))
        return [shown.text for shown in self.stage.chats[STAFF][before:]]
