using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;

namespace WorkoutLog.Storage;

/// <summary>Numbers as DynamoDB attributes.</summary>
internal static class Numbers
{
    public static AttributeValue Of(decimal value) => new() { N = ExactDecimal.Format(value) };

    public static AttributeValue Of(int value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static decimal ReadDecimal(AttributeValue value) =>
        ExactDecimal.Trim(decimal.Parse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture));

    public static int ReadInt(AttributeValue value) => int.Parse(value.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
