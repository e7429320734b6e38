#!/usr/bin/env bash
# A call for grants that opens on 1 March 2027 and closes on 1 February passes pyshacl, if one of the two has a time.
#
# Guess: `sh:lessThan` between start and end, in the shapes for open data of municipalities, finds an end that is before
#        the start; two values that cannot be compared count as a violation, as SHACL has it.
# Seen:  pyshacl 0.40.1 with rdflib 7.6.0 compares a date with a dateTime by the names of their types: every date is
#        before every dateTime, so the call conforms; the other way round a call that is right is a violation. A day is
#        before a month (2027-02) and before the number 5, too, and a time without a zone before one with a zone.
#        Vocabularies leave the type open (DCAT's startDate and endDate), and a system that writes "opens" as a day and
#        "closes at 15.00" as a dateTime is not rare.
# So:    let the shapes ask for one type on both sides, with `sh:datatype`.
# Source: run here, pyshacl 0.40.1, rdflib 7.6.0; SHACL section 4.5.3; W3C's DCAT 3, startDate.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from pyshacl import validate
from rdflib import Graph

NAMES = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SHAPES = f"""{NAMES}
[] sh:targetSubjectsOf dcat:startDate ;
   sh:property [ sh:path dcat:startDate ; sh:lessThan dcat:endDate ] .
"""


def conforms(start: str, end: str) -> bool:
    call = NAMES + f"<https://example.org/call> dcat:startDate {start} ; dcat:endDate {end} ."
    shapes = Graph().parse(data=SHAPES, format="turtle")
    return validate(Graph().parse(data=call, format="turtle"), shacl_graph=shapes)[0]


CALLS = {
    ('"2027-03-01"^^xsd:date', '"2027-02-01"^^xsd:date'): False,
    ('"2027-03-01"^^xsd:date', '"2027-02-01T15:00:00"^^xsd:dateTime'): True,
    ('"2027-02-01T15:00:00"^^xsd:dateTime', '"2027-03-01"^^xsd:date'): False,
    ('"2027-03-01"^^xsd:date', '"2027-02"^^xsd:gYearMonth'): True,
    ('"2027-03-01"^^xsd:date', "5"): True,
    ('"2027-03-01T10:00:00"^^xsd:dateTime', '"2027-02-01T15:00:00+02:00"^^xsd:dateTime'): True,
}
print("pyshacl", version("pyshacl"), "rdflib", version("rdflib"))
seen = {call: conforms(*call) for call in CALLS}
for (start, end), valid in seen.items():
    print(f"  {start} to {end}: {'conforms' if valid else 'violation'}")

assert seen == CALLS, "other calls conform now"
print("As found.")
PY
