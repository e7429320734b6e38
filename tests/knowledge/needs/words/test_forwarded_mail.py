"""What mail programs write around a forwarded text is no part of a need; its subject and the quoted text are."""

import pytest

from knowledge.needs.words.forwarded_mail import header_spans


def left_of(text: str) -> str:
    """The text without its headers, on one line."""
    for start, end in sorted(header_spans(text), reverse=True):
        text = text[:start] + text[end:]
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Från: Anna\nTill: oss\nÄmne: VB: SV: Ensamma äldre\n\n> Vi kan hjälpa", "Ensamma äldre > Vi kan hjälpa"),
        ("> Lähettäjä: seura\n> Aihe: Vs: apua\nvanhukset yksin", "apua vanhukset yksin"),
        ("FYI\n-----Original Message-----\nSent: Monday\nSubject: Re: ramp", "FYI ramp"),
        ("Begin forwarded message:\n\nDate: 1 May\nlonely men", "lonely men"),
        ("Välitetty viesti alkaa:\nyksin\n\nLähetetty puhelimesta", "yksin"),
        ("ensamma\nSkickat från min telefon", "ensamma"),
        ("Vi har skickat till: ingen. Ämnet är ensamhet", "Vi har skickat till: ingen. Ämnet är ensamhet"),
        ("Till ensamma äldre", "Till ensamma äldre"),
        ("", ""),
    ],
)
def test_only_lines_that_programs_wrote_are_headers(text: str, left: str) -> None:
    assert left_of(text) == left
