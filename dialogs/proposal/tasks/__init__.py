"""The proposal as a list of tasks: its parts with their state, the answers of one part, all questions beforehand."""
