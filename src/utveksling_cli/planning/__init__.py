"""The rules, pure: facts come in as arguments, results go out as records."""
