"""What the program can do, as plain methods that run on workers."""
