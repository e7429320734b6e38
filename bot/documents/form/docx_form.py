"""Fills a Word form: text, days, choices and ticks in its content controls, which stay controls.

A control that shows the words of a hint says so in its properties, a day is kept beside its words, a tick is a sign and
a state, and what is bound to data behind the page would be shown instead of what is written: each is set here.
"""

import io
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.documents.word.packed import without_clock
from knowledge.blanks.blank import Blank
from knowledge.blanks.docx_boxes import W14, W, controls, shown
from knowledge.papers.form_entries import DAY, Entry

_TICKED, _TICKED_FONT = "2612", "MS Gothic"
"""What Word itself ticks with, where a form names nothing."""


def filled_docx(blank: Blank, by_box: Mapping[str, Entry]) -> bytes:
    """Return the form with its boxes filled."""
    document = Document(io.BytesIO(blank.content))
    for name, control, properties in list(controls(document)):
        if name in by_box:
            _fill(control, properties, by_box[name])
    saved = io.BytesIO()
    document.save(saved)
    return without_clock(saved)


def _fill(control: Any, properties: Any, entry: Entry) -> None:
    for hint in ("showingPlcHdr", "dataBinding"):
        for element in properties.findall(f"{W}{hint}"):
            properties.remove(element)
    if entry is True:
        _tick(control, properties)
        return
    text = DAY.format(entry) if isinstance(entry, date) else str(entry)
    if isinstance(entry, date):
        for day in properties.findall(f"{W}date"):
            day.set(f"{W}fullDate", f"{entry.isoformat()}T00:00:00Z")
    for kind in ("dropDownList", "comboBox"):
        for offered in properties.findall(f"{W}{kind}"):
            chosen = next((item for item in offered.iter(f"{W}listItem") if shown(item) == text), None)
            if chosen is not None:
                offered.set(f"{W}lastValue", chosen.get(f"{W}value") or text)
    _write(control, text)


def _tick(control: Any, properties: Any) -> None:
    box = properties.find(f"{W14}checkbox")
    state, ticked = box.find(f"{W14}checked"), box.find(f"{W14}checkedState")
    if state is None:
        state = box.makeelement(f"{W14}checked", {})
        box.insert(0, state)
    state.set(f"{W14}val", "1")
    sign = ticked.get(f"{W14}val") if ticked is not None else _TICKED
    run = _write(control, chr(int(sign, 16)))
    fonts = run.get_or_add_rPr().get_or_add_rFonts()
    font = (ticked.get(f"{W14}font") if ticked is not None else None) or _TICKED_FONT
    for part in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(part), font)


def _write(control: Any, text: str) -> Any:
    """Put words into a control in the looks of its first run, without those of a hint; return the run."""
    content = control.find(f"{W}sdtContent")
    runs = list(content.iter(f"{W}r"))
    run = OxmlElement("w:r")
    looks = runs[0].find(f"{W}rPr") if runs else None
    if looks is not None:
        kept = deepcopy(looks)
        for style in kept.findall(f"{W}rStyle"):
            kept.remove(style)
        run.append(kept)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        run.append(words)
    place = runs[0].getparent() if runs else next(content.iter(f"{W}p"), content)
    if runs:
        runs[0].addprevious(run)
        for old in runs:
            old.getparent().remove(old)
    else:
        place.append(run)
    return run
