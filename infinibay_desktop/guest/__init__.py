"""What guests say: bytes of their agents into the model's words, none of it trusted."""
