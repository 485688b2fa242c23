using System.Text;
using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Bytes of an item by DynamoDB's documented reckoning: names and texts in UTF-8, numbers a byte for two digits and one more.</summary>
internal static class ItemSize
{
    public static int Of(Dictionary<string, AttributeValue> item) =>
        item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + OfValue(attribute.Value));

    private static int OfValue(AttributeValue value) =>
        value.N is { } number ? OfNumber(number) : Encoding.UTF8.GetByteCount(value.S);

    // The point may part a pair of digits, which costs a byte more; a sign costs another.
    private static int OfNumber(string number)
    {
        string[] parts = number.TrimStart('-').Split('.');
        int integer = (parts[0].Length + 1) / 2;
        int fraction = parts.Length > 1 ? (parts[1].Length + 1) / 2 : 0;
        return integer + fraction + 1 + (number[0] == '-' ? 1 : 0);
    }
}
