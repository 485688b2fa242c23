using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;

namespace WorkoutLog.Bench.Growth.Seeding;

/// <summary>Applies updates in memory as DynamoDB would, so that each row is written only once.</summary>
internal sealed partial class AccumulatedRows
{
    private readonly Dictionary<(string Table, string Key), Row> _rows = [];

    public IEnumerable<(string Table, Dictionary<string, AttributeValue> Item)> Items => _rows.Select(row => (row.Key.Table, row.Value.ToItem()));

    /// <param name="update">Of the form <c>ADD #a :a, …</c> or <c>ADD #a :a, … REMOVE #b</c>.</param>
    /// <exception cref="NotSupportedException">The expression has another form.</exception>
    public void Apply(Update update)
    {
        var id = (update.TableName, string.Join('\n', update.Key.OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => $"{key.Key}={key.Value.S}")));
        if (!_rows.TryGetValue(id, out Row? row))
        {
            _rows[id] = row = new Row(update.Key);
        }

        Match form = Additions().Match(update.UpdateExpression);
        if (!form.Success || update.ConditionExpression is not null)
        {
            throw new NotSupportedException($"The seeding does not support the store's update: {update.UpdateExpression}");
        }

        foreach (string addition in form.Groups["add"].Value.Split(", "))
        {
            string[] sides = addition.Split(' ');
            string attribute = update.ExpressionAttributeNames[sides[0]];
            decimal amount = decimal.Parse(update.ExpressionAttributeValues[sides[1]].N, CultureInfo.InvariantCulture);
            row.Sums[attribute] = row.Sums.GetValueOrDefault(attribute) + amount;
        }

        if (form.Groups["remove"] is { Success: true } remove)
        {
            row.Sums.Remove(update.ExpressionAttributeNames[remove.Value]);
        }
    }

    [GeneratedRegex(@"^ADD (?<add>#\w+ :\w+(, #\w+ :\w+)*)( REMOVE (?<remove>#\w+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Additions();

    private sealed class Row(Dictionary<string, AttributeValue> key)
    {
        public Dictionary<string, decimal> Sums { get; } = [];

        public Dictionary<string, AttributeValue> ToItem() => key
            .Concat(Sums.Select(sum => KeyValuePair.Create(sum.Key, new AttributeValue { N = ExactDecimal.Format(sum.Value) })))
            .ToDictionary();
    }
}
