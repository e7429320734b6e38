#!/usr/bin/env bash
# The last seat of a Swedish council is the third list's by apportionment, and the small one's by the law since 2018.
#
# Guess: "modified Sainte-Laguë" is the method of Swedish municipal elections (jämkade uddatalsmetoden), so a library
#        that has it shares out a council's seats as the law does; and it says where a tie has to be drawn by lot.
# Seen:  apportionment 1.0 divides by 1.4 first, as Sweden did until the elections of 2018; since then it is 1.2. Of 15
#        seats for 4300, 2900, 1500 and 400 votes the small list gets none, by the law one. The divisor cannot be given.
#        Two lists with equal votes and three seats are [2, 1] without a word (unless it prints): the list that is named
#        first wins, also with d'Hondt's method, by which boards and committees are chosen and ties are drawn.
# So:    write the ten lines oneself, with the divisor by its name and year, and stop at a tie.
# Source: run here, apportionment 1.0; Sweden's Elections Act (vallagen), chapter 14 section 3.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check apportionment==1.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from apportionment.methods import compute

VOTES, SEATS = [4300, 2900, 1500, 400], 15


def shared_out(first_divisor: float) -> list[int]:
    """The seats of each list by odd divisors, the first of them given."""
    seats = [0] * len(VOTES)
    for _ in range(SEATS):
        compared = [votes / (2 * won + 1 if won else first_divisor) for votes, won in zip(VOTES, seats, strict=True)]
        seats[compared.index(max(compared))] += 1
    return seats


library = compute("modified_saintelague", VOTES, SEATS, verbose=False)
ties = {votes: compute("dhondt", list(votes), 3, verbose=False) for votes in ((100, 100), (100, 100, 100, 100))}
print("apportionment", version("apportionment"))
print(f"  {SEATS} seats: {list(library)}; by 1.4 {shared_out(1.4)}, by 1.2 {shared_out(1.2)}; ties {ties}")

assert list(library) == shared_out(1.4) == [7, 5, 3, 0], "the first divisor is another one now"
assert shared_out(1.2) == [7, 5, 2, 1]
assert {votes: list(won) for votes, won in ties.items()} == {
    (100, 100): [2, 1],
    (100, 100, 100, 100): [1, 1, 1, 0],
}, "ties are treated otherwise now"
print("As found.")
PY
