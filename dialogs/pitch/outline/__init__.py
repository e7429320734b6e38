"""The pitch as its association wants to hold it: parts with minutes and words, changed by typing, said by the clock."""
