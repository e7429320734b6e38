"""How one parcel becomes calls of the Bot API: its file made, its card found, mended where it is not wanted whole."""
