using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>The limits that an operator sets.</summary>
public sealed class WorkoutRules
{
    /// <summary>31 days: no workout is longer than a month.</summary>
    public const decimal LongestDurationMinutes = 44_640;

    public const int MaxTypeLength = 32;

    public WorkoutRules(decimal maxDurationMinutes, IReadOnlyList<string> supportedTypes)
    {
        MaxDurationMinutes = maxDurationMinutes;
        SupportedTypes = supportedTypes;
    }

    /// <summary>Above 0, at most <see cref="LongestDurationMinutes"/>.</summary>
    public decimal MaxDurationMinutes { get; }

    /// <summary>At least one; upper case, in the operator's order.</summary>
    public IReadOnlyList<string> SupportedTypes { get; }

    /// <summary>Reads plain digits with an optional fraction, such as <c>1440</c>.</summary>
    public static bool TryParseMaxDuration(string? text, out decimal minutes) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out minutes)
        && minutes is > 0 and <= LongestDurationMinutes;

    /// <summary>Reads a comma-separated list of distinct types, such as <c>RUN,CYCLING</c>.</summary>
    public static bool TryParseSupportedTypes(string? text, [NotNullWhen(true)] out IReadOnlyList<string>? types)
    {
        var parsed = text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var valid = parsed.Length > 0 && parsed.All(IsType) && parsed.Distinct().Count() == parsed.Length;
        types = valid ? parsed : null;
        return valid;
    }

    /// <summary>Whether the text has the form of a type: 1–32 characters of <c>A-Z 0-9 _</c>, a letter first.</summary>
    /// <remarks>An upper-case first letter keeps a type's roll-up attributes apart from those of days and keys.</remarks>
    public static bool IsType(string text) =>
        text.Length is > 0 and <= MaxTypeLength
        && char.IsAsciiLetterUpper(text[0])
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
