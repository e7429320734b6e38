"""The cards of cases at the desk: how a case looks there, and what the desk hears of it without asking."""
