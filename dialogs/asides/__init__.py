"""Side questions that every step answers without losing its place."""
