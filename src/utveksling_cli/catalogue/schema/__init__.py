"""What each data file may hold. One Pydantic model per file; the JSON Schemas are made from these."""
