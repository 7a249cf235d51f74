"""The tests themselves come in, mutated sources beside them; how many mutants they notice goes out: docs/mutants.md."""
