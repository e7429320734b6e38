"""The picture: a column for a phone, in which every name and number has room, whichever municipality and language."""

import json
import struct
from datetime import timedelta
from itertools import cycle
from typing import Any

import pytest
import typst

from bot.documents.fonts import folders
from bot.overview.picture import FONTS, TEMPLATES, png
from dialogs.overview.counting import overview
from dialogs.overview.period import Period
from dialogs.overview.row import Row
from dialogs.overview.shown import picture
from dialogs.records.case_states import CaseState
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from tests.dialogs.overview.town import TODAY
from tests.stages.standing import world

LONG = "Monikulttuurisuusneuvottelukunnanhyvinvointikoordinaatioyksikkö"


def everything(pack: Pack, count: int) -> list[Row]:
    """So many cases of every topic and every office, in every month."""
    topics, offices, states = cycle(pack.catalogue.topics), cycle(pack.offices), cycle(CaseState)
    days = [TODAY - timedelta(days=number % 360) for number in range(count)]
    return [
        Row(f"R{number}", day, next(states), topics=(next(topics),), offices=(next(offices).id,), promised=day)
        for number, day in enumerate(days)
    ]


def measured(shown: dict[str, Any]) -> list[dict[str, Any]]:
    inputs = {"data": json.dumps(shown), "fonts": FONTS}
    found = typst.query(
        TEMPLATES / "picture.typ",
        "<fits>",
        field="value",
        font_paths=[*folders()],
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
    return list(json.loads(found))


def too_wide(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in measured(shown) if one["takes"] > one["has"]]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["vasa", "vaxjo", "goteborg", "ostersund"])
def test_every_name_and_number_has_room(name: str, language: Language) -> None:
    pack = world().packs[name]
    for count in (1, 9_999):
        shown = picture(overview(everything(pack, count), pack, Period(TODAY.year, TODAY)), pack, language)
        assert measured(shown) != []
        assert too_wide(shown) == []


def test_a_name_that_is_too_long_would_be_seen() -> None:
    pack = world().packs["vasa"]
    shown = picture(overview(everything(pack, 9), pack, Period(TODAY.year, TODAY)), pack, Language.FI)
    shown["charts"][0]["rows"][0]["label"] = LONG
    assert [one["what"] for one in too_wide(shown)] == [LONG]


@pytest.mark.parametrize("count", [0, 1, 500])
def test_it_is_as_wide_as_a_phone_and_at_most_twice_as_long_again(count: int) -> None:
    pack = world().packs["vaxjo"]
    drawn = png(picture(overview(everything(pack, count), pack, Period(TODAY.year, TODAY)), pack, Language.SV))
    width, height = struct.unpack(">II", drawn[16:24])
    assert (drawn[:8], width) == (b"\x89PNG\r\n\x1a\n", 1170)
    assert 500 < height < 3 * width
