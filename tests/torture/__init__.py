"""A build comes in, is killed, starved or crowded, and what became of its site goes out: whole, or a fault."""
