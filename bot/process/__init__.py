"""What one running process consists of: its wiring, start and stop, ticks, health and housekeeping."""
