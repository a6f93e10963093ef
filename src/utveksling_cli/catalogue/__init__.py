"""Facts: YAML that people edit, checked and compiled into one SQLite file that commands query."""
