"""Why the system will not let a file be read or written, in Norwegian."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "mappa finnes ikke",
    errno.ENOTDIR: "en del av stien er en fil, ikke en mappe",
    errno.EEXIST: "en del av stien er en fil, ikke en mappe",
    errno.EISDIR: "det er en mappe",
    errno.EACCES: "du mangler skrivetilgang",
    errno.EPERM: "du mangler skrivetilgang",
    errno.EROFS: "der kan det bare leses",
    errno.ENOSPC: "det er ikke mer plass",
    errno.EFBIG: "det er ikke mer plass",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "lenkene går i ring",
    errno.EIO: "maskinen kan ikke lese eller skrive der",
}

_WHEN_READING = {
    errno.ENOENT: "den finnes ikke",
    errno.EACCES: "du mangler lesetilgang",
    errno.EPERM: "du mangler lesetilgang",
}


def reading_reason(error: Exception) -> str:
    """The same for a file that was there to be read."""
    return _WHEN_READING.get(getattr(error, "errno", None) or 0) or reason(error)


def reason(error: Exception) -> str:
    """The system's own words for what is rare."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return "navnet er ikke lov"
