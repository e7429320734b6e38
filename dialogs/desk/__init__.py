"""The navigator's desk: what is pressed, written and asked there: ownership, answers, lists."""
