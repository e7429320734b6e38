"""What an association hears from a navigator: written, seen as it will arrive, sent; and a case that moves with it."""
