"""Sums up the roll-ups of the months."""

import re
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


class Totals:
    def __init__(self):
        self.n, self.m, self.c, self.d = 0, Decimal(0), Decimal(0), Decimal(0)

    def add(self, other):
        self.n, self.m, self.c, self.d = self.n + other.n, self.m + other.m, self.c + other.c, self.d + other.d


def sum_up(rows, today):
    """Rows are in order; today is the user's local day."""
    total, by_type, by_month, days, without = Totals(), defaultdict(Totals), defaultdict(Totals), [], {"c": 0, "d": 0}
    for row in rows:
        month = row["month"]["S"]
        if not re.fullmatch(r"\d{4}-\d\d", month):
            continue
        of_types = defaultdict(Totals)
        for name, value in row.items():
            if name[-2:-1] == "." and name[-1] in "nmcd":
                setattr(of_types[name[:-2]], name[-1], amount(name[-1], value))
            elif name in without:
                without[name] += amount("n", value)
            elif len(name) == 3 and name[:2].isdigit() and name[2] == "n" and amount("n", value):
                days.append(date(int(month[:4]), int(month[5:]), int(name[:2])).toordinal())
        for kind, totals in of_types.items():
            # A deletion leaves a zero.
            if totals.n:
                for sums in (total, by_type[kind], by_month[month]):
                    sums.add(totals)
    current, longest = runs(sorted(days), today.toordinal())
    return {
        "totalWorkouts": total.n,
        "totalDurationMinutes": total.m,
        "totalCaloriesBurned": total.c,
        "totalDistanceKm": total.d,
        "averageDurationMinutes": average(total.m, total.n),
        "averageCaloriesBurned": average(total.c, total.n - without["c"]),
        "averageDistanceKm": average(total.d, total.n - without["d"]),
        "streaks": {"current": current, "longest": longest},
        "byType": groups(by_type),
        "byMonth": groups(by_month),
    }


def amount(measure, value):
    found = max(Decimal(0), Decimal(value["N"]))
    return int(found) if measure == "n" else found


def runs(days, today):
    """The streak of days that ends today or yesterday, and the longest streak."""
    current = longest = run = last = 0
    for day in days:
        run = run + 1 if day == last + 1 else 1
        last, longest = day, max(longest, run)
        if today - 1 <= day <= today:
            current = run
    return current, longest


def average(total, count):
    return (total / count).quantize(Decimal("0.01"), ROUND_HALF_UP) if count > 0 else Decimal(0)


def groups(totals):
    return {
        name: {
            "workouts": group.n,
            "durationMinutes": group.m,
            "caloriesBurned": group.c,
            "distanceKm": group.d,
            "averageDurationMinutes": average(group.m, group.n),
        }
        for name, group in totals.items()
    }
