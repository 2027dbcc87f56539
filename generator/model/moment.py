"""Days that may carry an hour, as a notice gives them: `2026-08-28`, or `2026-08-28T17:00` in Beijing time.

A moment is a `date`, or a `datetime` without a time zone where the hour is known; without an hour a day counts whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from pydantic import PlainSerializer, WithJsonSchema, WrapValidator

_LAST = date.max - timedelta(days=1)
_WITH_HOUR = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?")


def _read(value: Any, as_day: Callable[[Any], date]) -> date:
    if isinstance(value, datetime) and value.tzinfo is None:
        return value
    if isinstance(value, str) and _WITH_HOUR.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:  # no such day or hour, which the last line says
            pass
    return as_day(value)


Moment = Annotated[
    date,
    WrapValidator(_read),
    PlainSerializer(lambda moment: moment.isoformat(), str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$"}),
]
"""A day, with an hour where the notice gives one."""


def written(moment: date) -> str:
    """As editors write it and scripts read it."""
    return moment.isoformat()[:16]


def day_of(moment: date) -> date:
    """The day without its hour."""
    return moment.date() if isinstance(moment, datetime) else moment


def begins(moment: date) -> datetime:
    """When something begins that begins then: at that hour, or with that day."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def ends(moment: date) -> datetime:
    """When something is over that ends then: at that hour, or with the whole of that day."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(min(moment, _LAST) + timedelta(days=1), time())


def in_beijing(moment: date) -> str:
    """In ISO 8601; an hour with its distance from Greenwich."""
    return f"{moment.isoformat()}{'+08:00' if isinstance(moment, datetime) else ''}"
