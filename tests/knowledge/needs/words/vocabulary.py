"""A small vocabulary, to look for concepts with."""

from knowledge.needs.words.concepts import compile_vocabulary

VOCABULARY = compile_vocabulary(
    [
        ("lonely", "sv", "ensam"),
        ("newcomers", "sv", "ensamkommand"),
        ("sport", "sv", "~idrott"),
        ("new_in_town", "sv", "ny i stan"),
        ("men", "en", "men"),
    ]
)
