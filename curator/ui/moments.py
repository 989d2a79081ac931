"""Says moments in a person's own language and time zone, as short as they can be said."""

from datetime import date, datetime

from PySide6.QtCore import QLocale

from curator.ui.language import tr


def day(moment: datetime, *, today: date | None = None, with_year: bool = False) -> str:
    """``3 Nov``, with the year when it is not this one.

    Args:
        moment: with its time zone; shown in the zone of this machine.
        today: the day from which the year is told; now when None.
        with_year: tell the year in any case.
    """
    local = moment.astimezone()
    # The month's short name comes from Qt: in the default locale, which ``translators`` sets.
    month = QLocale().monthName(local.month, QLocale.FormatType.ShortFormat)
    if with_year or local.year != (today or datetime.now().astimezone().date()).year:
        return tr("{day} {month} {year}", day=local.day, month=month, year=local.year)
    return tr("{day} {month}", day=local.day, month=month)


def day_and_time(moment: datetime, *, today: date | None = None, with_year: bool = False) -> str:
    """``3 Nov, 14:02``, with the year when it is not this one; see ``day``."""
    local = moment.astimezone()
    told = day(moment, today=today, with_year=with_year)
    return tr("{day}, {time}", day=told, time=f"{local.hour:02}:{local.minute:02}")
