// Sums up the roll-ups of the months.

import { average, readDecimal } from './decimals.mjs';

const nothing = () => ({ n: 0, m: 0n, c: 0n, d: 0n });

/** Rows are in order; today is the user's local day, in days since 1970. */
export function sumUp(rows, today) {
  const [total, byType, byMonth, days, without] = [nothing(), {}, {}, [], { c: 0, d: 0 }];
  for (const row of rows.filter(({ month }) => /^\d{4}-\d\d$/.test(month.S))) {
    const month = row.month.S;
    const ofTypes = {};
    for (const [name, value] of Object.entries(row)) {
      const [, type, measure] = /^(.+)\.([nmcd])$/.exec(name) ?? [];
      if (type) {
        (ofTypes[type] ??= nothing())[measure] = measure === 'n' ? count(value) : amount(value);
      } else if (name in without) {
        without[name] += count(value);
      } else if (/^\d\dn$/.test(name) && count(value) > 0) {
        days.push(Date.parse(`${month}-${name.slice(0, 2)}`) / 86_400_000);
      }
    }
    // A deletion leaves a zero.
    for (const [type, totals] of Object.entries(ofTypes).filter(([, { n }]) => n > 0)) {
      for (const sums of [total, (byType[type] ??= nothing()), (byMonth[month] ??= nothing())]) {
        add(sums, totals);
      }
    }
  }
  return {
    totalWorkouts: total.n,
    totalDurationMinutes: total.m,
    totalCaloriesBurned: total.c,
    totalDistanceKm: total.d,
    averageDurationMinutes: average(total.m, total.n),
    averageCaloriesBurned: average(total.c, total.n - without.c),
    averageDistanceKm: average(total.d, total.n - without.d),
    streaks: runs(days.sort((one, other) => one - other), today),
    byType: groups(byType),
    byMonth: groups(byMonth),
  };
}

function add(sums, { n, m, c, d }) {
  sums.n += n;
  sums.m += m;
  sums.c += c;
  sums.d += d;
}

function count({ N }) {
  return Math.max(0, Number(N));
}

function amount({ N }) {
  return N.startsWith('-') ? 0n : readDecimal(N);
}

/** The streak of days that ends today or yesterday, and the longest streak. */
function runs(days, today) {
  let [current, longest, run, last] = [0, 0, 0, -1];
  for (const day of days) {
    run = day === last + 1 ? run + 1 : 1;
    last = day;
    longest = Math.max(longest, run);
    current = day === today || day === today - 1 ? run : current;
  }
  return { current, longest };
}

function groups(totals) {
  return Object.fromEntries(Object.entries(totals).map(([name, { n, m, c, d }]) => [name, {
    workouts: n,
    durationMinutes: m,
    caloriesBurned: c,
    distanceKm: d,
    averageDurationMinutes: average(m, n),
  }]));
}
