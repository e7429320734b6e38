"""Who is reminded of what and when: the plan as data, and the moments on the wall that follow from it.

`rung.py` is one reminder of the plan, `plan.py` reads the plan that everybody has and joins it with what a municipality
says otherwise, `moments.py` reckons when each comes, `slot.py` is the time of one proposal in a pitch.
"""
