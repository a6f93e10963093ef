"""Results as text, tables, JSON and CSV; all Norwegian wording lives here."""
