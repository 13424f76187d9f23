"""`python -m factcheck` is the `factcheck` command."""

from factcheck.cli import main

if __name__ == "__main__":  # worker processes import this module too
    main()
