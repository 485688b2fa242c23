using System.Globalization;

namespace WorkoutLog.Domain.Validation;

/// <summary>A number from 0 to a maximum.</summary>
/// <param name="Unit">As it stands in messages: <c>minutes</c>.</param>
/// <param name="ZeroAllowed">Whether 0 itself is in the range.</param>
internal sealed record QuantityRule(string Field, string Unit, decimal Maximum, bool ZeroAllowed)
{
    public FieldError? Check(decimal value)
    {
        if (value < 0 || value > Maximum || (value == 0 && !ZeroAllowed))
        {
            var from = ZeroAllowed ? "from 0 to" : "above 0 and at most";
            var limit = ExactDecimal.Trim(Maximum).ToString("#,0.##################", CultureInfo.InvariantCulture);
            return new(Field, ErrorCodes.OutOfRange, $"{Field} must be {from} {limit} {Unit}; received {ExactDecimal.Format(value)}.");
        }

        return ExactDecimal.Trim(value).Scale <= ExactDecimal.MaxFractionDigits
            ? null
            : new(
                Field,
                ErrorCodes.TooPrecise,
                $"{Field} may have at most {ExactDecimal.MaxFractionDigits} digits after the point; received {ExactDecimal.Format(value)}.");
    }
}
