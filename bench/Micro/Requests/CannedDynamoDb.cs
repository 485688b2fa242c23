using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Contracts;
using WorkoutLog.Storage;

namespace WorkoutLog.Bench.Micro.Requests;

/// <summary>
/// HTTP client that answers for DynamoDB synchronously, on the calling thread: a query with the items in its range of sort keys, any other
/// call with an empty response. The client does all of its work except sending.
/// </summary>
internal sealed class CannedDynamoDb : HttpClientFactory
{
    private const string Region = "us-east-1";

    private readonly IEnumerable<StoredItem> _items;

    private CannedDynamoDb(IEnumerable<StoredItem> items) => _items = items;

    /// <summary>The tables that <see cref="StoredItem.Table"/> names.</summary>
    public static StorageTables Tables { get; } = new("logs", "stats");

    /// <summary>A client configured as in the functions, except for its HTTP client.</summary>
    public static IAmazonDynamoDB Client(params IEnumerable<StoredItem> items) => new AmazonDynamoDBClient(
        new SessionAWSCredentials("measured", "measured", "measured"),
        new AmazonDynamoDBConfig
        {
            RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(Region),
            AuthenticationRegion = Region,
            MaxErrorRetry = 0,
            ThrottleRetries = false,
            HttpClientFactory = new CannedDynamoDb(items),
        });

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Answers(_items)) { Timeout = Timeout.InfiniteTimeSpan };

    private sealed class Answers(IEnumerable<StoredItem> items) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue _json = new("application/x-amz-json-1.0");

        private readonly byte[] _nothing = "{}"u8.ToArray();
        private readonly ILookup<string, StoredItem> _tables = items.ToLookup(item => item.Table);
        private readonly Dictionary<string, byte[]> _queries = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(AnswerTo(request)) { Headers = { ContentType = _json } },
                RequestMessage = request,
            });

        private byte[] AnswerTo(HttpRequestMessage request)
        {
            if (!request.Headers.GetValues("X-Amz-Target").First().EndsWith(".Query", StringComparison.Ordinal))
            {
                return _nothing;
            }

            using var reader = new StreamReader(request.Content!.ReadAsStream());
            string query = reader.ReadToEnd();
            if (!_queries.TryGetValue(query, out var answer))
            {
                _queries[query] = answer = OfQuery(JsonNode.Parse(query)!);
            }

            return answer;
        }

        private byte[] OfQuery(JsonNode query)
        {
            var (first, last) = (Bound(query, ":first"), Bound(query, ":last"));
            JsonArray all = [.. _tables[(string)query["TableName"]!]
                .Where(item => first is null || (string.CompareOrdinal(first, MonthOf(item)) <= 0 && string.CompareOrdinal(MonthOf(item), last) <= 0))
                .Select(item => Of(item.Attributes))];
            return Encoding.UTF8.GetBytes(new JsonObject { ["Items"] = all, ["Count"] = all.Count, ["ScannedCount"] = all.Count }.ToJsonString());
        }

        private static string MonthOf(StoredItem item) => item.Attributes[StatsTableSchema.SortKey].S;

        private static string? Bound(JsonNode query, string name) => (string?)query["ExpressionAttributeValues"]?[name]?["S"];

        private static JsonObject Of(Dictionary<string, AttributeValue> attributes) =>
            new(attributes.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)Of(attribute.Value))));

        private static JsonObject Of(AttributeValue value) => value switch
        {
            { S: { } text } => new() { ["S"] = text },
            { N: { } number } => new() { ["N"] = number },
            { B: { } bytes } => new() { ["B"] = Convert.ToBase64String(bytes.ToArray()) },
            { M: { } map } => new() { ["M"] = Of(map) },
            _ => throw new InvalidOperationException("An attribute is of a type that no item here has."),
        };
    }
}
