"""What the kinds of stay are called on the command line."""

from __future__ import annotations

from utveksling_cli.render.wording import STAYS

STAY_TYPES = {name: code for code, name in STAYS.items()}
