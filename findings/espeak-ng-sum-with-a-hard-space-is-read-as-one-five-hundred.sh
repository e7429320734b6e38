#!/usr/bin/env bash
# A sum written as Swedish and Finnish want it is read aloud as "one five hundred" by eSpeak NG.
#
# Guess: the voice of a screen reader reads "1 500 kronor" alike whether the gap is a common space or the no-break space that
#        keeps the sum on one line; if one of them is read better, then the one that CLDR prescribes.
# Seen:  eSpeak NG 1.52.0, the free voice of screen readers, in Swedish and Finnish: with the common space it says one
#        thousand five hundred. With the no-break space, which Babel 2.19.0 writes, and with the narrow one it reads the
#        words "ett femhundra" and "yksi viisisataa": a blind member of an association hears 1 and 500.
# So:    in text that may be spoken (a chat message), put a common space between thousands; keep the no-break space for
#        paper.
# Source: run here, espeakng-loader 0.2.4 (brings the library and its data), Babel 2.19.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check espeakng-loader==0.2.4 babel==2.19.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import ctypes

import babel
import espeakng_loader
from babel.numbers import format_decimal

SYNCHRONOUS, UTF_8, IPA = 2, 1, 2
espeak = ctypes.CDLL(espeakng_loader.get_library_path())
espeak.espeak_Info.restype = espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
espeak.espeak_Initialize(SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)


def spoken(language: str, text: str) -> str:
    """The sounds that the voice makes of the text, without stress."""
    espeak.espeak_SetVoiceByName(language.encode())
    held = ctypes.create_string_buffer(text.encode())
    rest = ctypes.c_void_p(ctypes.addressof(held))
    sounds = []
    while rest.value:
        sounds.append(espeak.espeak_TextToPhonemes(ctypes.byref(rest), UTF_8, IPA).decode())
    return " ".join(sounds).replace("ˈ", "").replace("ˌ", "").replace("ɪ", "i")


UNIT = {"sv": "kronor", "fi": "euroa"}
WRONG = {"sv": "ett femhundra kronor", "fi": "yksi viisisataa euroa"}
GAPS = {"none": "", "space": " ", "no-break space": "\u00a0", "narrow no-break space": "\u202f"}
print("eSpeak NG", espeak.espeak_Info(None).decode(), "Babel", babel.__version__)
for language, unit in UNIT.items():
    heard = {name: spoken(language, f"1{gap}500 {unit}") for name, gap in GAPS.items()}
    for name, sounds in heard.items():
        print(f"  {language}, {name}: {sounds}")
    assert heard["none"] == heard["space"], "the common space is read otherwise now"
    assert heard["no-break space"] == heard["narrow no-break space"] != heard["space"], "the hard space is otherwise now"
    first = spoken(language, WRONG[language]).split()[0]
    assert heard["no-break space"].split()[0] == first, "it does not begin with 'one' any more"
    assert format_decimal(1500, locale=language) == "1\u00a0500", "Babel writes another gap now"
print("As found.")
PY
