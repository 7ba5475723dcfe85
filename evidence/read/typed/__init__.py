"""Pages typed or set with spaces: tables by ruled lines, frames and places of characters, paragraphs without gaps."""
