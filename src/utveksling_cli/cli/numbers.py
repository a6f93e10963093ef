"""Read plain numbers as people type them: a score, a grade, a factor; `amounts` reads money."""

from __future__ import annotations

import re
from decimal import Decimal

from utveksling_cli.model.errors import UsageProblem

NUMBER = re.compile(r"[0-9]{1,9}([.,][0-9]{1,9})?")


def parse_decimal(text: str, option: str, hint: str) -> Decimal:
    """A number from zero with a point or a comma: `15600`, `0,40`."""
    if not NUMBER.fullmatch(text.strip()):
        raise UsageProblem(f"{option}: «{text}» er ikke et tall.", hint=hint)
    return Decimal(text.strip().replace(",", "."))
