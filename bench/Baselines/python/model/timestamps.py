"""RFC 3339 timestamps as text."""

import re
from datetime import datetime, timedelta, timezone

TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):([0-5]\d))", re.ASCII
)


def read_timestamp(text):
    """Strictly RFC 3339; None for anything else."""
    if not (match := TIMESTAMP.fullmatch(text)):
        return None
    *parts, fraction, sign, hours, minutes = match.groups()
    offset = int(hours or 0) * 60 + int(minutes or 0)
    try:
        zone = timezone(timedelta(minutes=-offset if sign == "-" else offset))
        # Digits below a microsecond are truncated.
        at = datetime(*map(int, parts), int((fraction or "")[:6].ljust(6, "0")), zone)
        at.astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None
    return at if offset <= 14 * 60 else None


def utc_text(at):
    return local_text(at.astimezone(timezone.utc))


def local_text(at):
    """With the user's offset; Z for none."""
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")
