"""Whether somebody writes of their own distress, or of violence that is going on now."""
