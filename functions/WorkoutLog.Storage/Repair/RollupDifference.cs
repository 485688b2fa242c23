namespace WorkoutLog.Storage.Repair;

/// <summary>A sum of a month's row that is not the sum over the month's workouts.</summary>
/// <param name="Month"><c>yyyy-MM</c>, by local days.</param>
/// <param name="Measure">
/// The row's attribute: a type's (<c>RUN.n</c> workouts, <c>RUN.m</c> minutes, <c>RUN.c</c> kilocalories, <c>RUN.d</c> kilometres)
/// or a day's (<c>09n</c>, <c>09m</c>).
/// </param>
/// <param name="Stored">What the row says, 0 where it says nothing; null for what is no number.</param>
/// <param name="Recomputed">What the workouts sum up to.</param>
public sealed record RollupDifference(string Month, string Measure, decimal? Stored, decimal Recomputed);
