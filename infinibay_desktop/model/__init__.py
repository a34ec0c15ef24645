"""What things are: frozen values, rules, events and errors. Standard library only."""
