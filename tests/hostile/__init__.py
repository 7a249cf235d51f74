"""A site built from hostile texts comes in; what got out of them, ran or went elsewhere goes out."""
