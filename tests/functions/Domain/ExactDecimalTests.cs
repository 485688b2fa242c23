using System.Globalization;
using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("3.00", "3")]
    [InlineData("0.0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("0.000000000000000001", "0.000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Writes_plain_digits_without_trailing_zeros(string value, string expected)
    {
        string text = ExactDecimal.Format(decimal.Parse(value, CultureInfo.InvariantCulture));

        Assert.Equal(expected, text);
    }
}
