"""How far the clocks of two places are apart on a day."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo


def minutes_ahead(zone: str, home: str, day: date) -> int | None:
    """Minutes that the clocks of `zone` are ahead of those of `home` at noon; None where either is not known here."""
    there, here = _offset(zone, day), _offset(home, day)
    return None if there is None or here is None else there - here


def _offset(zone: str, day: date) -> int | None:
    try:
        offset = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError, OSError):
        return None
    return None if offset is None else int(offset.total_seconds()) // 60
