"""Grants and loans, one module for each that pays."""
