"""How things run: threads, the bus, tasks, timers and the clock. Ignorant of machines."""
