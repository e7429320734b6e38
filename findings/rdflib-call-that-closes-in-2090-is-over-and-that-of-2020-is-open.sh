#!/usr/bin/env bash
# Asked for calls whose last day is after now, rdflib leaves out the one of 2090 and gives the ones of 2020.
#
# Guess: in an open-data catalogue (DCAT-AP has days, instants and years side by side) `FILTER(?end > NOW())` gives what
#        ends later; what cannot be compared with an instant is given neither as later nor as earlier, as SPARQL says.
# Seen:  rdflib 7.6.0 sorts by the kind of value where kinds differ: each day is earlier than each instant, each year,
#        month and plain text is later. A call "until 2090-03-31" (xsd:date) is over, those of the year 2020 (xsd:gYear)
#        and of the text "2020-03-31" are open. pyoxigraph 0.5.13 gives the comparable one only. No error, no warning.
# So:    compare like with like: `YEAR(?end)`, or each kind in a FILTER of its own with `datatype(?end)`.
# Source: run here, rdflib 7.6.0, pyoxigraph 0.5.13; SPARQL 1.1 section 17.3 (operator mapping).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import pyoxigraph
import rdflib

CATALOGUE = """@prefix call: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
call:instant2020 call:end "2020-03-31T15:45:00+03:00"^^xsd:dateTime .
call:instant2090 call:end "2090-03-31T15:45:00+03:00"^^xsd:dateTime .
call:day2020 call:end "2020-03-31"^^xsd:date .
call:day2090 call:end "2090-03-31"^^xsd:date .
call:year2020 call:end "2020"^^xsd:gYear .
call:text2020 call:end "2020-03-31" ."""
QUESTION = "SELECT ?call WHERE {{ ?call <http://example.org/end> ?end FILTER(?end {sign} NOW()) }}"

graph = rdflib.Graph().parse(data=CATALOGUE, format="turtle")
store = pyoxigraph.Store()
store.load(CATALOGUE.encode(), format=pyoxigraph.RdfFormat.TURTLE)
seen = {}
for word, sign in {"later": ">", "earlier": "<"}.items():
    question = QUESTION.format(sign=sign)
    seen["rdflib", word] = {str(row[0]).rpartition("/")[2] for row in graph.query(question)}
    seen["pyoxigraph", word] = {row["call"].value.rpartition("/")[2] for row in store.query(question)}
print("rdflib", rdflib.__version__, "pyoxigraph", pyoxigraph.__version__)
for (library, word), calls in sorted(seen.items()):
    print(f"  {library}, {word} than now: {sorted(calls)}")

assert seen["rdflib", "later"] == {"instant2090", "year2020", "text2020"}, "rdflib's later ones are otherwise now"
assert seen["rdflib", "earlier"] == {"instant2020", "day2020", "day2090"}, "rdflib's earlier ones are otherwise now"
assert (seen["pyoxigraph", "later"], seen["pyoxigraph", "earlier"]) == ({"instant2090"}, {"instant2020"})
print("As found.")
PY
