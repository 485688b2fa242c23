namespace WorkoutLog.Local.Runner;

/// <summary>The response of a function to the proxy integration.</summary>
/// <param name="Headers">Name-value pairs; a name may occur several times.</param>
internal sealed record ProxyResponse(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, byte[] Body)
{
    // Kestrel frames the response itself.
    private static readonly ImmutableHashSet<string> _framing =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "connection", "content-length", "transfer-encoding");

    /// <returns>The response, or null if it is malformed: API Gateway then returns 502.</returns>
    public static ProxyResponse? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            if (JsonNode.Parse(payload.Span) is not JsonObject answer || StatusOf(answer) is not { } status)
            {
                return null;
            }

            var text = answer["body"]?.GetValue<string>() ?? "";
            var body = answer["isBase64Encoded"]?.GetValue<bool>() == true ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text);
            ImmutableArray<KeyValuePair<string, string>> headers = [.. HeadersOf(answer)];
            return headers.All(IsSendable) ? new ProxyResponse(status, headers, body) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    public Task WriteAsync(HttpResponse response)
    {
        foreach (var header in Headers.Where(header => !_framing.Contains(header.Key)).GroupBy(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase))
        {
            response.Headers[header.Key] = header.ToArray();
        }

        if (Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            return response.SendAsync(Status, ApiCall.Json, Body);
        }

        response.StatusCode = Status;
        response.Headers.ContentType = default;
        return Task.CompletedTask;
    }

    private static int? StatusOf(JsonObject answer) =>
        answer["statusCode"] is JsonValue value
        && int.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var status)
        && status is >= 200 and <= 599 ? status : null;

    // multiValueHeaders take precedence over headers.
    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(JsonObject answer)
    {
        var multiple = answer["multiValueHeaders"]?.AsObject() ?? [];
        var named = multiple.Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var single = (answer["headers"]?.AsObject() ?? []).Where(header => !named.Contains(header.Key));
        return single.Select(header => KeyValuePair.Create(header.Key, Text(header.Value)))
            .Concat(multiple.SelectMany(header => header.Value!.AsArray().Select(value => KeyValuePair.Create(header.Key, Text(value)))));
    }

    private static string Text(JsonNode? value) => value is JsonValue scalar ? scalar.ToString() : throw new FormatException("A header's value is no scalar");

    private static bool IsSendable(KeyValuePair<string, string> header) =>
        header.Key.Length > 0
        && header.Key.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal))
        && header.Value.All(letter => letter is '\t' or (>= ' ' and <= '~'));
}
