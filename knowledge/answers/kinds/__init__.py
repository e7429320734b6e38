"""The kinds of answer: what each reads, shows and refuses, one file a kind, by what they ask for."""
