#!/usr/bin/env bash
# An annex put behind accessible minutes has no tags for a screen reader, and the file says that it is tagged.
#
# Guess: of two tagged PDFs put together, a library keeps the tags of both, or drops them all so that a checker
#        complains.
# Seen:  appended to the minutes by pypdf 7.1.1, pikepdf 10.18.0, PyMuPDF 2.0 or pdf-lib 1.17.1, the annex has its
#        page and no tags: the file has still one document in its tree of tags, the minutes, with their language and
#        title, and says `Marked true` of the whole. After pikepdf and pdf-lib the annex's page keeps a number that
#        the minutes' page has too, and the number leads to the tags of the minutes. Put into a new file by pypdf,
#        both lose tags and language. None says a word.
# So:    make minutes and annexes in one go, or deliver them as files of their own.
# Source: run here, typst 0.15.2 (writes tagged PDF), pypdf 7.1.1, pikepdf 10.18.0, PyMuPDF 2.0, pdf-lib 1.17.1 (npm);
#        ISO 32000-1, 14.7.4.4 (StructParents) and 14.8 (tagged PDF).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1 pikepdf==10.18.0 pymupdf==2.0 \
    2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" pdf-lib@1.17.1 >/dev/null

cd "$place"
cat >join.js <<'JS'
const { readFileSync, writeFileSync } = require("node:fs");
const { PDFDocument } = require("pdf-lib");
(async () => {
  const joined = await PDFDocument.load(readFileSync("minutes.pdf"));
  const annex = await PDFDocument.load(readFileSync("annex.pdf"));
  for (const page of await joined.copyPages(annex, annex.getPageIndices())) joined.addPage(page);
  writeFileSync("pdf-lib.pdf", await joined.save());
})();
JS
venv/bin/python - <<'PY'
import subprocess

import pikepdf
import pymupdf
import pypdf
import typst

for name in ("minutes", "annex"):
    page = f'#set text(lang: "sv")\n#set document(title: "{name}")\n= Heading of the {name}\n- a point\n'
    typst.compile(page.encode(), output=f"{name}.pdf")


def kinds(element) -> list[str]:
    """The kinds of all tags in and below an element."""
    if isinstance(element, pikepdf.Array):
        return [kind for one in element for kind in kinds(one)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    own = [str(element.S)] if "/S" in element else []
    return own + (kinds(element.K) if "/K" in element else [])


def told(path: str) -> tuple:
    """Pages, whether the file says that it is tagged, how many headings its tags have, numbers of its pages."""
    with pikepdf.open(path) as file:
        tree = file.Root.get("/StructTreeRoot")
        headings = sum(kind.startswith("/H") for kind in kinds(tree)) if tree is not None else 0
        marked = "/MarkInfo" in file.Root and bool(file.Root.MarkInfo.get("/Marked", False))
        return len(file.pages), marked, headings, [page.get("/StructParents") for page in file.pages]


writer = pypdf.PdfWriter(clone_from="minutes.pdf")
writer.append("annex.pdf")
writer.write("pypdf.pdf")
with pikepdf.open("minutes.pdf") as joined, pikepdf.open("annex.pdf") as annex:
    joined.pages.extend(annex.pages)
    joined.save("pikepdf.pdf")
both = pymupdf.open("minutes.pdf")
both.insert_pdf(pymupdf.open("annex.pdf"))
both.save("PyMuPDF.pdf")
subprocess.run(["node", "join.js"], check=True)
fresh = pypdf.PdfWriter()
fresh.append("minutes.pdf")
fresh.append("annex.pdf")
fresh.write("new file.pdf")

seen = {name: told(f"{name}.pdf") for name in ("minutes", "annex", "pypdf", "pikepdf", "PyMuPDF", "pdf-lib", "new file")}
for name, (pages, marked, headings, numbers) in seen.items():
    print(f"  {name}: {pages} pages, says it is tagged {marked}, {headings} headings, numbers of the pages {numbers}")

assert seen["minutes"][:3] == seen["annex"][:3] == (1, True, 1), "the files are made otherwise now"
for name in ("pypdf", "pikepdf", "PyMuPDF", "pdf-lib"):
    assert seen[name][:3] == (2, True, 1), f"{name} is otherwise now"
assert seen["pikepdf"][3] == seen["pdf-lib"][3] == [0, 0], "the annex's page has a number of its own now"
assert seen["new file"][:3] == (2, False, 0), "a new file is otherwise now"
print("As found.")
PY
