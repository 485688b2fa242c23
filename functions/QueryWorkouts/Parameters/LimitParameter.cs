using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>How many workouts a page holds.</summary>
internal static class LimitParameter
{
    /// <returns>From 1 to the maximum; the default when nothing was sent or what was sent is refused.</returns>
    public static int Read(ParameterReader parameters, int byDefault, int maximum)
    {
        if (parameters.Find(QueryParameters.Limit) is not { } text)
        {
            return byDefault;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= maximum)
        {
            return limit;
        }

        var code = text.All(char.IsAsciiDigit) ? ErrorCodes.OutOfRange : ErrorCodes.Malformed;
        parameters.Refuse(QueryParameters.Limit, code, $"a whole number from 1 to {maximum}", text);
        return byDefault;
    }
}
