"""On which days feasts fall; the days are public knowledge, not taken from the reckoning."""

from datetime import date

import pytest

from dragoman.when.feasts import falls

FALLS = """
islamic 9-1 | 2024 | 2024-03-11
islamic 9-1 | 2025 | 2025-03-01
islamic 9-1 | 1997 | 1997-01-10 1997-12-31
islamic 12-10 | 2024 | 2024-06-17
islamic 1-10 | 2023 | 2023-07-28
hebrew+0 | 2023 | 2023-09-16
hebrew+0 | 2024 | 2024-10-03
hebrew+9 | 1973 | 1973-10-06
passover+0 | 2024 | 2024-04-23
passover+0 | 2023 | 2023-04-06
easter+0 | 2024 | 2024-03-31
easter-2 | 2025 | 2025-04-18
orthodox+0 | 2024 | 2024-05-05
orthodox+0 | 2025 | 2025-04-20
11:4:4 | 2023 | 2023-11-23
5:1:-1 | 2024 | 2024-05-27
12-25 | 2024 | 2024-12-25
03-20/03-21 | 2025 | 2025-03-20/2025-03-21
new-moon | 2024 | 2024-02-10
new-moon | 1980 |
"""
TABLES = {"new-moon": (date(2023, 1, 22), date(2024, 2, 10))}


@pytest.mark.parametrize("row", FALLS.strip().splitlines())
def test_a_feast_falls_on_its_days(row: str) -> None:
    place, year, wanted = (part.strip() for part in row.split("|"))
    assert " ".join(s.value or "" for s in falls(place, int(year), TABLES)) == wanted


def test_an_islamic_feast_is_named_once_or_twice_in_each_year_of_ours_but_one_in_a_while() -> None:
    counts = [len(falls("islamic 9-1", year, {})) for year in range(1990, 2040)]
    assert set(counts) <= {0, 1, 2}
    assert sum(counts) == 51 or sum(counts) == 52
