"""What stands in encrypted columns: frozen values to bytes, bytes to ciphertext, and back."""
