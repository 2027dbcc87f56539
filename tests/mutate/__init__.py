"""A campaign of mutants: the program is changed in small ways, and the tests must notice. See docs/mutation.md."""
