"""The commands of `lots`, one file each."""
