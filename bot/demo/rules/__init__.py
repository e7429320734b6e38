"""What the Bot API takes and refuses, in its own words: arguments, markup, keyboards."""
