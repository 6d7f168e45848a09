"""ISO dates as far as known → words: "2026-05-03" → "3 May 2026". Standard library only; English in any locale."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_in_words(when: str) -> str:
    """The date to show; `when` itself where it is none that can be read."""
    try:
        if "W" in when:
            year, _, week = when.partition("-W")
            return f"week of {_full(date.fromisocalendar(int(year), int(week), 1))}"
        parts = [int(part) for part in when.split("-")]
        if len(parts) == 3:  # noqa: PLR2004 -- year, month, day
            return _full(date(*parts))
        return str(parts[0]) if len(parts) == 1 else f"{MONTHS[parts[1] - 1]} {parts[0]}"
    except (ValueError, IndexError):
        return when


def _full(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
