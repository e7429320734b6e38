"""Fills a Word form: text, days, choices and ticks in its content controls, which stay controls.

A control that shows the words of a hint says so in its properties, a day is kept beside its words, a tick is a sign and
a state, and what is bound to data behind the page would be shown instead of what is written: each is set here.
"""

import io
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.documents.word.packed import without_clock
from knowledge.blanks.blank import Blank
from knowledge.blanks.docx_boxes import BY_PLACE, W14, W, controls, named, repeated_item, repeats, shown
from knowledge.papers.form_entries import Entry, words_of

_TICKED, _TICKED_FONT = "2612", "MS Gothic"
"""What Word itself ticks with, where a form names nothing."""


def filled_docx(blank: Blank, by_box: Mapping[str, Entry]) -> bytes:
    """Return the form with its boxes filled."""
    document = Document(io.BytesIO(blank.content))
    for name, control, properties in list(controls(document)):
        if name not in by_box:
            continue
        text = words_of(blank, blank.boxes[name], by_box[name])
        item = repeated_item(control)
        if item is None or "\n" not in text or name.startswith(BY_PLACE):
            _fill(control, properties, by_box[name], text)
        elif _is_first(item):
            _repeat(item, name, text.split("\n"))
    saved = io.BytesIO()
    document.save(saved)
    return without_clock(saved)


def _repeat(item: Any, name: str, lines: Sequence[str]) -> None:
    """Put each line into an item of its own; those that are wanting are copies of the last, as Word's button makes."""
    items = [one for one in item.getparent() if repeats(one)]
    for _ in range(len(lines) - len(items)):
        items[-1].addnext(_copied(items[-1]))
        items.append(items[-1].getnext())
    for one, line in zip(items, lines, strict=False):
        for found, control, properties in named(one):
            if found == name:
                _fill(control, properties, line, line)


def _is_first(item: Any) -> bool:
    return not any(repeats(one) for one in item.itersiblings(preceding=True))


def _copied(item: Any) -> Any:
    """Return a copy without the numbers of its controls, of which a document has each once."""
    copy = deepcopy(item)
    for number in list(copy.iter(f"{W}id")):
        if number.getparent().tag == f"{W}sdtPr":
            number.getparent().remove(number)
    return copy


def _fill(control: Any, properties: Any, entry: Entry, text: str) -> None:
    looks = _looks(control, properties)
    for hint in ("showingPlcHdr", "dataBinding"):
        for element in properties.findall(f"{W}{hint}"):
            properties.remove(element)
    if entry is True:
        _tick(control, properties, looks)
        return
    if isinstance(entry, date):
        for day in properties.findall(f"{W}date"):
            day.set(f"{W}fullDate", f"{entry.isoformat()}T00:00:00Z")
    for kind in ("dropDownList", "comboBox"):
        for offered in properties.findall(f"{W}{kind}"):
            chosen = next((item for item in offered.iter(f"{W}listItem") if shown(item) == text), None)
            if chosen is not None:
                offered.set(f"{W}lastValue", chosen.get(f"{W}value") or text)
    content, is_rich = control.find(f"{W}sdtContent"), properties.find(f"{W}text") is None
    first, *more = [text] if not is_rich or content.find(f"{W}p") is None else text.split("\n")
    _write(control, first, looks)
    _follow(content, [_run(line, looks) for line in more])


def _looks(control: Any, properties: Any) -> Any:
    """Return the looks of the words that a control will hold: its own where a hint stands in it, else today's."""
    hint = properties.find(f"{W}showingPlcHdr") is not None
    run = next(control.find(f"{W}sdtContent").iter(f"{W}r"), None)
    found = properties.find(f"{W}rPr") if hint else None
    if found is None and run is not None:
        found = run.find(f"{W}rPr")
    looks = deepcopy(found) if found is not None else OxmlElement("w:rPr")
    for name in ("rStyle", "color", "i") if hint and found is not properties.find(f"{W}rPr") else ():
        for one in looks.findall(f"{W}{name}"):
            looks.remove(one)
    return looks


def _follow(content: Any, runs: Sequence[Any]) -> None:
    """Give each further line a paragraph like the first, in the place of those that have lost their words."""
    paragraphs = content.findall(f"{W}p")
    for empty in paragraphs[1:]:
        if not "".join(empty.itertext()):
            content.remove(empty)
    for run in reversed(runs):
        paragraph = OxmlElement("w:p")
        for properties in paragraphs[0].findall(f"{W}pPr"):
            paragraph.append(deepcopy(properties))
        paragraph.append(run)
        paragraphs[0].addnext(paragraph)


def _tick(control: Any, properties: Any, looks: Any) -> None:
    box = properties.find(f"{W14}checkbox")
    state, ticked = box.find(f"{W14}checked"), box.find(f"{W14}checkedState")
    if state is None:
        state = box.makeelement(f"{W14}checked", {})
        box.insert(0, state)
    state.set(f"{W14}val", "1")
    sign = ticked.get(f"{W14}val") if ticked is not None else _TICKED
    run = _write(control, chr(int(sign, 16)), looks)
    fonts = run.get_or_add_rPr().get_or_add_rFonts()
    font = (ticked.get(f"{W14}font") if ticked is not None else None) or _TICKED_FONT
    for part in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(part), font)


def _write(control: Any, text: str, looks: Any) -> Any:
    """Put words into a control in the place of those that stand in it, and return their run."""
    content = control.find(f"{W}sdtContent")
    runs = list(content.iter(f"{W}r"))
    run = _run(text, looks)
    if not runs:
        next(content.iter(f"{W}p"), content).append(run)
        return run
    runs[0].addprevious(run)
    for old in runs:
        old.getparent().remove(old)
    return run


def _run(text: str, looks: Any) -> Any:
    run = OxmlElement("w:r")
    run.append(deepcopy(looks))
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run
