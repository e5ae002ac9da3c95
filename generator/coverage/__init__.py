"""What a directory covers and what it lacks: counted in tables, and said in words that can be sent to who pays."""
