"""What a living edition asks of its editor, and what two states of it have apart. Pure."""
