"""How days are written, and that what is kept of texts never answers for another."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dialogs.texts import day, plain, say, short_day
from knowledge.language import Language


def test_a_day_is_that_of_the_clock_it_was_read_from() -> None:
    night = datetime(2023, 9, 14, 22, 30, tzinfo=UTC)
    in_vasa = night.astimezone(ZoneInfo("Europe/Helsinki"))
    assert night == in_vasa
    written = [short_day(moment, Language.SV) for moment in (night, in_vasa, in_vasa.date())]
    assert written == ["torsdag 14 september", "fredag 15 september", "fredag 15 september"]


def test_a_day_is_written_in_each_language_with_and_without_its_year() -> None:
    deadline = datetime(2023, 9, 15, 15, 45, tzinfo=UTC)
    assert {(day(deadline, language), short_day(deadline, language)) for language in Language} == {
        ("fredag 15 september 2023", "fredag 15 september"),
        ("perjantai 15. syyskuuta 2023", "perjantai 15. syyskuuta"),
        ("Friday 15 September 2023", "Friday 15 September"),
    }


def test_markup_and_plain_words_are_kept_apart() -> None:
    shown = {"shown": "<b>kaffe & te</b>", "remarks": []}
    assert say(Language.SV, "proposal.saved", **shown) == "Sparat: &lt;b&gt;kaffe &amp; te&lt;/b&gt;"
    assert plain(Language.SV, "proposal.saved", **shown) == "Sparat: <b>kaffe & te</b>"
    assert say(Language.SV, "common.back") == plain(Language.SV, "common.back") == "Tillbaka"
