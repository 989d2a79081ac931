"""Says moments in a person's own time zone, as short as they can be said."""

from datetime import date, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(moment: datetime, *, today: date | None = None) -> str:
    """``3 Nov``, with the year when it is not this one.

    Args:
        moment: with its time zone; shown in the zone of this machine.
        today: the day from which the year is told; now when None.
    """
    local = moment.astimezone()
    year = (today or datetime.now().astimezone().date()).year
    return f"{local.day} {MONTHS[local.month - 1]}" + (f" {local.year}" if local.year != year else "")


def day_and_time(moment: datetime, *, today: date | None = None) -> str:
    """``3 Nov, 14:02``, with the year when it is not this one; see ``day``."""
    local = moment.astimezone()
    return f"{day(moment, today=today)}, {local.hour:02}:{local.minute:02}"
