"""What a sentence says of constructs: the words that tie them, and which of them affects which."""
