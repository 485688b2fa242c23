namespace WorkoutLog.Local.Runner;

/// <summary>Determines the actions and resources that a call needs. All of them must be allowed.</summary>
internal sealed class AwsAccesses(string region, string account)
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The body is not valid for a service of the JSON protocol.</exception>
    public ImmutableArray<AwsAccess> Of(AwsCall call)
    {
        if (call.IsQuery)
        {
            return [new($"{call.Service}:{call.Operation}", "*")];
        }

        var body = JsonNode.Parse(call.Body.Span, documentOptions: _strict) as JsonObject ?? throw new JsonException("The body is not an object.");
        ImmutableArray<AwsAccess> accesses = [.. call.Service switch
        {
            "dynamodb" => OfDynamoDb(call.Operation, body),
            "ssm" => Resources(body, ["Names", "Name", "Path"], Parameter).Select(arn => new AwsAccess($"ssm:{call.Operation}", arn)),
            "kms" => Resources(body, ["KeyId"], key => Arn("kms", $"key/{key}")).Select(arn => new AwsAccess($"kms:{call.Operation}", arn)),
            "logs" => Resources(body, ["logGroupName"], group => Arn("logs", $"log-group:{group}:{Stream(body)}")).Select(arn => new AwsAccess($"logs:{call.Operation}", arn)),
            _ => [],
        }];
        // A call that names no resource must still need a permission.
        return accesses.IsEmpty ? [new($"{call.Service}:{call.Operation}", "*")] : accesses;
    }

    // A transaction has no action of its own: it needs the actions of its items.
    private IEnumerable<AwsAccess> OfDynamoDb(string operation, JsonObject body) => operation switch
    {
        "TransactGetItems" or "TransactWriteItems" =>
            from item in body["TransactItems"] as JsonArray ?? []
            from part in item as JsonObject ?? throw new JsonException("An item of the transaction is not an object.")
            select OfItem($"{part.Key}Item", part.Value as JsonObject ?? throw new JsonException($"'{part.Key}' is not an object.")),
        "BatchGetItem" or "BatchWriteItem" =>
            from table in body["RequestItems"] as JsonObject ?? []
            select new AwsAccess($"dynamodb:{operation}", TableArn(table.Key)),
        _ when body["IndexName"] is { } index => [new($"dynamodb:{operation}", $"{Table(body)}/index/{Text(index)}")],
        _ => [OfItem(operation, body)],
    };

    private AwsAccess OfItem(string operation, JsonObject item) =>
        new($"dynamodb:{operation}", Table(item), operation == "UpdateItem" ? UpdateAttributes.Of(item) : null);

    private string Table(JsonObject request) => request["TableName"] is { } table ? TableArn(Text(table)) : "*";

    private string TableArn(string table) => Named(table, name => Arn("dynamodb", $"table/{name}"));

    private string Parameter(string name) => Arn("ssm", name.StartsWith('/') ? $"parameter{name}" : $"parameter/{name}");

    private string Arn(string service, string resource) => $"arn:aws:{service}:{region}:{account}:{resource}";

    private static string Stream(JsonObject body) => body["logStreamName"] is { } stream ? $"log-stream:{Text(stream)}" : "";

    private static IEnumerable<string> Resources(JsonObject body, ImmutableArray<string> members, Func<string, string> arnOf) =>
        members.Where(body.ContainsKey)
            .SelectMany(member => body[member] is JsonArray list ? list.AsEnumerable() : [body[member]])
            .Select(name => Named(Text(name), arnOf));

    // AWS accepts an ARN wherever it accepts a name.
    private static string Named(string name, Func<string, string> arnOf) => name.StartsWith("arn:", StringComparison.Ordinal) ? name : arnOf(name);

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new JsonException("A name is not a string.");
}

/// <summary>An action on a resource, as policies name them.</summary>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN; <c>*</c> if the call names no known resource.</param>
/// <param name="Attributes">Value of <see cref="ConditionKeys.Attributes"/>; null if the key is absent.</param>
internal sealed record AwsAccess(string Action, string Resource, string? Attributes = null);

/// <summary>The attributes that an update names in its key, expressions and placeholders.</summary>
internal static partial class UpdateAttributes
{
    private static readonly ImmutableArray<string> _expressions = ["UpdateExpression", "ConditionExpression"];

    private static readonly FrozenSet<string> _words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "SET", "REMOVE", "ADD", "DELETE", "AND", "OR", "NOT", "BETWEEN", "IN",
        "if_not_exists", "list_append", "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size");

    /// <returns>Sorted, as the value of a multi-valued condition key.</returns>
    public static string Of(JsonObject update) => string.Join(ConditionKeys.Separator, _expressions
        .SelectMany(member => Name().Matches(update[member] is JsonValue text ? text.ToString() : "").Select(match => match.Value))
        .Where(name => !_words.Contains(name))
        .Concat((update["Key"] as JsonObject ?? []).Select(attribute => attribute.Key))
        .Concat((update["ExpressionAttributeNames"] as JsonObject ?? []).Select(name => name.Value?.ToString() ?? ""))
        .Distinct()
        .Order(StringComparer.Ordinal));

    // Excludes placeholders, and members of a map, which follow the name of their attribute.
    [GeneratedRegex(@"(?<![:#.\w])[A-Za-z_]\w*")]
    private static partial Regex Name();
}
