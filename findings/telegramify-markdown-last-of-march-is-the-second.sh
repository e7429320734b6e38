#!/usr/bin/env bash
# Two Finnish dates, each at the start of a line, arrive in Telegram as the first and the second of March.
#
# Guess: "31. maaliskuuta" (31 March) at the start of a line is text: Markdown that is turned into Telegram's form keeps
#        the words and figures that were written.
# Seen:  telegramify-markdown 1.4.1: a figure with a point is the number of a list, and a list is counted on from its first
#        number. "1. maaliskuuta haku alkaa" and "31. maaliskuuta haku päättyy" are sent as 1 and 2 March: the round
#        seems to close on the day after it opens. markdown-it-py 4.3.0 and mistune 3.4.0 show the same, as CommonMark
#        has it; Python-Markdown 3.11.3 makes a 1 even of a single "31. maaliskuuta". Swedish "31 mars" stays.
# So:    write the point of a date at the start of a line as `\.`, or "31.3.".
# Source: run here, telegramify-markdown 1.4.1, markdown-it-py 4.3.0, mistune 3.4.0, Markdown 3.11.3; CommonMark 0.31.2
#        section 5.3 (lists).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check telegramify-markdown==1.4.1 markdown-it-py==4.3.0 \
    mistune==3.4.0 markdown==3.11.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

import markdown
import mistune
import telegramify_markdown
from markdown_it import MarkdownIt

ROUND = "1. maaliskuuta haku alkaa\n31. maaliskuuta haku päättyy"
text, _ = telegramify_markdown.convert(ROUND)
escaped, _ = telegramify_markdown.convert(ROUND.replace(". m", "\\. m"))
swedish, _ = telegramify_markdown.convert("1 mars öppnar ansökan\n31 mars stänger den")
print("telegramify-markdown", version("telegramify-markdown"))
for sent in (text, escaped, swedish):
    print("  sent:", sent.strip().splitlines())
alone = "31. maaliskuuta haku päättyy"
pages = {"markdown-it-py": MarkdownIt().render, "mistune": mistune.html, "Markdown": markdown.markdown}
for name, render in pages.items():
    print(f"  {name}: {render(ROUND)!r}, alone {render(alone)!r}")

assert text.strip().splitlines() == ["1. maaliskuuta haku alkaa", "2. maaliskuuta haku päättyy"], "dates are kept now"
assert escaped.strip().splitlines()[-1] == alone, "the escaped date is otherwise now"
assert swedish.strip().splitlines()[-1] == "31 mars stänger den", "Swedish dates are otherwise now"
assert not any("31" in render(ROUND) for render in pages.values()), "a page keeps the second date now"
assert [name for name, render in pages.items() if "31" not in render(alone)] == ["Markdown"], "a single date changed"
print("As found.")
PY
