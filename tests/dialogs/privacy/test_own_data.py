"""What /privacy tells of mail: where Lots sends letters, which server gets them and for how long they are kept."""

from dataclasses import replace

import pytest

from dialogs.conversation.session import Session
from dialogs.privacy import own_data
from tests.stages.standing import standing

SESSION = Session(101, 101, "sv", "vasa", "start", greeted=True)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "genom e-postservern mail.stad.example"),
        ("fi", "sähköpostipalvelin mail.stad.example"),
        ("en", "through the mail server mail.stad.example"),
    ],
)
def test_mail_is_told_of_where_letters_go_and_nowhere_else(language: str, told: str) -> None:
    turn = standing(SESSION.but(language=language))
    mailing = replace(turn, world=replace(turn.world, mail_from="lots@stad.example", mail_host="mail.stad.example"))
    text = own_data.privacy(mailing).replies[0].text
    assert (told in text, "lots@stad.example" in text, "30" in text) == (True, True, True)
    assert "mail.stad.example" not in own_data.privacy(turn).replies[0].text
