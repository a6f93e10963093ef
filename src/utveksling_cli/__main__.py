"""`python -m utveksling_cli` does what the command `utveksling` does."""

from utveksling_cli.cli.main import run

if __name__ == "__main__":
    run()
