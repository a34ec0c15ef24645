"""What runs inside a guest, and acts there: parts for whichever screen shows one machine."""
