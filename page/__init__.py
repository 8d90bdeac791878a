"""What Digitpad's page does: MicroPython on the main thread, one concern a module."""
