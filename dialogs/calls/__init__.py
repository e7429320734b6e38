"""Calls at the desk: navigators open, extend, close and prepare them, and see first whom that concerns."""
