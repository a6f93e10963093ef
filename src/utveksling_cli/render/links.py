"""Addresses that are made from an id: NTNU's report portal and a host's own site."""

from __future__ import annotations

from utveksling_cli.model.institution import Institution

_REPORT = "https://www.ntnu.no/studier/studier_i_utlandet/rapport/report_view.php?report_id={id}&language=no"


def newest_report(host: Institution) -> str | None:
    """The newest report by an NTNU student; None when there is none."""
    return _REPORT.format(id=host.reports.latest_report_id) if host.reports else None


def own_site(host: Institution) -> str | None:
    return f"https://{host.domain}" if host.domain else None


def best(host: Institution) -> str | None:
    """Where to read on: the newest report, else the source of what is said of the agreement, else the host's site."""
    return newest_report(host) or host.source or own_site(host)
