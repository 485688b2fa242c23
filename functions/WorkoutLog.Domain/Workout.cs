using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using WorkoutLog.Contracts;

namespace WorkoutLog.Domain;

/// <summary>One workout that met every rule; made by <see cref="Validation.WorkoutValidator"/>.</summary>
public sealed record Workout
{
    public required string UserId { get; init; }

    /// <summary>One of <see cref="WorkoutRules.SupportedTypes"/>.</summary>
    public required string Type { get; init; }

    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories; null when the user did not say.</summary>
    public decimal? CaloriesBurned { get; init; }

    public decimal? DistanceKm { get; init; }

    public string? Notes { get; init; }

    /// <summary>The client's own id; null when it gave none. No two workouts of a user have the same.</summary>
    public string? ExternalId { get; init; }

    /// <summary>In whole microseconds, with the offset that the user was at.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}

/// <summary>The limits that an operator sets.</summary>
/// <param name="MaxDurationMinutes">Above 0, at most <see cref="ApiLimits.LongestDurationMinutes"/>.</param>
/// <param name="SupportedTypes">At least one; upper case, in the operator's order.</param>
public sealed record WorkoutRules(decimal MaxDurationMinutes, IReadOnlyList<string> SupportedTypes)
{
    /// <summary>What <see cref="TryParseSupportedTypes"/> reads, for messages and runbooks.</summary>
    public const string SupportedTypesRule = "a list of distinct types in upper case, such as RUN,CYCLING";

    /// <summary>What <see cref="TryParseMaxDuration"/> reads, for messages and runbooks.</summary>
    public static string MaxDurationRule { get; } = $"a number above 0 and at most {ApiLimits.LongestDurationMinutes}";

    /// <summary>Reads plain digits with an optional fraction, such as <c>1440</c>.</summary>
    public static bool TryParseMaxDuration(string? text, out decimal minutes) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out minutes)
        && minutes is > 0 and <= ApiLimits.LongestDurationMinutes;

    /// <summary>Reads a comma-separated list of distinct types, such as <c>RUN,CYCLING</c>.</summary>
    public static bool TryParseSupportedTypes(string? text, [NotNullWhen(true)] out IReadOnlyList<string>? types)
    {
        var parsed = text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var valid = parsed.Length > 0 && parsed.All(IsType) && parsed.Distinct().Count() == parsed.Length;
        types = valid ? parsed : null;
        return valid;
    }

    /// <summary>Whether the whole text matches <see cref="ApiLimits.WorkoutTypePattern"/>; without a regular expression, which starts slowly.</summary>
    public static bool IsType(string text) =>
        text.Length is > 0 and <= ApiLimits.MaxWorkoutTypeLength
        && char.IsAsciiLetterUpper(text[0])
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
