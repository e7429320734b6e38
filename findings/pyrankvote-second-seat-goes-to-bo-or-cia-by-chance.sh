#!/usr/bin/env bash
# Twelve members elect two; count the same ballots again and the second seat goes to another, and nothing says "by
# lot".
#
# Guess: the Droop quota of 12 votes and 2 seats is 5, the least that three cannot reach. Aino has it, Bo with 3 votes
#        falls out, and Cia with 4 is elected, each time. If there were a tie, it would be told, as a meeting has to
#        draw lots.
# Seen:  pyrankvote 2.0.6 calls 12/3 = 4 its Droop quota and elects who reaches it, so that three can fill two seats.
#        It hands one vote of Aino's on to Bo, who then has 4 as Cia has, and draws one of the two in silence: about
#        half the counts elect Bo. The table of the result shows Bo 4.00 elected and Cia 4.00 rejected, and no word of
#        a lot. So it is with a tie of two for one seat.
# So:    count elections by hand or with a program that names its quota and its ties, and keep the drawing of lots in
#        the minutes.
# Source: run here, pyrankvote 2.0.6 (60 counts; alike by chance once in 10^17). The ballots are made up.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyrankvote==2.0.6 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from collections import Counter

from pyrankvote import Ballot, Candidate, instant_runoff_voting, single_transferable_vote

AINO, BO, CIA = Candidate("Aino"), Candidate("Bo"), Candidate("Cia")
BALLOTS = [Ballot([AINO, BO])] * 5 + [Ballot([BO])] * 3 + [Ballot([CIA])] * 4


def elected(result) -> str:
    """The names of those who won, in the order of the alphabet."""
    return " and ".join(sorted(winner.name for winner in result.get_winners()))


two_seats = Counter(elected(single_transferable_vote([AINO, BO, CIA], BALLOTS, 2)) for _ in range(60))
tie = [Ballot([AINO])] * 5 + [Ballot([BO])] * 5
one_seat = Counter(elected(instant_runoff_voting([AINO, BO], tie)) for _ in range(60))
table = str(single_transferable_vote([AINO, BO, CIA], BALLOTS, 2)) + str(instant_runoff_voting([AINO, BO], tie))
quota = len(BALLOTS) // (2 + 1) + 1
print(f"  the Droop quota is {quota}; two seats, 60 counts of the same ballots: {dict(two_seats)}")
print(f"  a tie for one seat, 60 counts: {dict(one_seat)}")

assert quota == 5
assert set(two_seats) == {"Aino and Bo", "Aino and Cia"}, "the second seat is sure now"
assert set(one_seat) == {"Aino", "Bo"}, "a tie is settled otherwise now"
assert not any(word in table.lower() for word in ("lot", "random", "tie", "drawn")), "a tie is told now"
print("As found.")
PY
