using System.Diagnostics.CodeAnalysis;
using WorkoutLog.Contracts;

namespace WorkoutLog.Domain;

/// <summary>A valid workout, created by <see cref="Validation.WorkoutValidator"/>.</summary>
public sealed record Workout
{
    public required string UserId { get; init; }

    /// <summary>One of <see cref="WorkoutRules.SupportedTypes"/>.</summary>
    public required string Type { get; init; }

    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories; null if not given.</summary>
    public decimal? CaloriesBurned { get; init; }

    public decimal? DistanceKm { get; init; }

    /// <summary>Line breaks are <c>\n</c>.</summary>
    public string? Notes { get; init; }

    /// <summary>The client's own id, unique per user; null if not given.</summary>
    public string? ExternalId { get; init; }

    /// <summary>In whole microseconds, with the user's UTC offset.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}

/// <summary>The rules that an operator sets.</summary>
/// <param name="Limits">In the order of <see cref="WorkoutLimit.All"/>.</param>
/// <param name="SupportedTypes">At least one; upper case, in the operator's order.</param>
public sealed record WorkoutRules(IReadOnlyList<int> Limits, IReadOnlyList<string> SupportedTypes)
{
    /// <summary>The form that <see cref="TryParseSupportedTypes"/> accepts, for messages and runbooks.</summary>
    public const string SupportedTypesRule = "a list of distinct types in upper case, such as RUN,CYCLING";

    public int this[WorkoutLimit limit] => Limits[WorkoutLimit.All.IndexOf(limit)];

    /// <summary>Reads a comma-separated list of distinct types, such as <c>RUN,CYCLING</c>.</summary>
    public static bool TryParseSupportedTypes(string? text, [NotNullWhen(true)] out IReadOnlyList<string>? types)
    {
        var parsed = text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var valid = parsed.Length > 0 && parsed.All(IsType) && parsed.Distinct().Count() == parsed.Length;
        types = valid ? parsed : null;
        return valid;
    }

    /// <summary>Whether the whole text matches <see cref="ApiLimits.WorkoutTypePattern"/>. Avoids a regular expression, which starts slowly.</summary>
    public static bool IsType(string text) =>
        text.Length is > 0 and <= ApiLimits.MaxWorkoutTypeLength
        && char.IsAsciiLetterUpper(text[0])
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
