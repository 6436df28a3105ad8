"""When: sentences and the day they were printed in, the times they name out, as intervals of days.

Never here: deciding which time belongs to which act (see compose).
"""

from dragoman.when.calendar import Calendar, CalendarBroken, open_calendar
from dragoman.when.moments import times

__all__ = ["Calendar", "CalendarBroken", "open_calendar", "times"]
