"""The command line: parse, call, render; no rules here."""
