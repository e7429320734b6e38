"""In which language the chat goes on: chosen, followed, or none that Lots speaks."""
