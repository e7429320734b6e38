"""Runs of words in a script that a plain font lacks: each names the font that the PDF has, and its own language.

A computer that has the font shows the signs as we do; one that has not takes its own, as it did before.
"""

from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.documents.scripts import Script, stretches

_FONTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
_LANGUAGES = ("w:val", "w:eastAsia", "w:bidi")


def in_their_scripts(body: Any) -> None:
    """Part the runs of a document where the script changes, and name fonts and languages."""
    for words in list(body.iter(qn("w:t"))):
        parts = stretches(words.text or "")
        if any(part.script for part in parts):
            _parted(words, parts)


def _parted(words: Any, parts: list[Any]) -> None:
    """Put a run in the place of another for each stretch; what else the run holds stays on its side of the words."""
    run = words.getparent()
    content = [child for child in run if child.tag != qn("w:rPr")]
    at = content.index(words)
    before, after = content[:at], content[at + 1 :]
    for children in (before, parts, after):
        if children is parts:
            for part in parts:
                run.addprevious(_run(run, [_text(part.text)], part.script))
        elif children:
            run.addprevious(_run(run, children, None))
    run.getparent().remove(run)


def _run(like: Any, children: list[Any], script: Script | None) -> Any:
    run = OxmlElement("w:r")
    properties = like.find(qn("w:rPr"))
    if properties is not None:
        run.append(deepcopy(properties))
    run.extend(children)
    if script is not None:
        _set_in(run, script)
    return run


def _text(words: str) -> Any:
    text = OxmlElement("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return text


def _set_in(run: Any, script: Script) -> None:
    properties = run.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for part in _FONTS:
        fonts.set(qn(part), script.family)
    if script.language:
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        language = OxmlElement("w:lang")
        for part in _LANGUAGES:
            language.set(qn(part), script.language)
        properties.append(language)
