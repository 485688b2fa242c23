using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

var table = Environment.GetEnvironmentVariable("BOOKMARKS_TABLE");
using var dynamoDb = new AmazonDynamoDBClient();
using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(HandleAsync, new SourceGeneratorLambdaJsonSerializer<BookmarksJson>())
    .Build();
await bootstrap.RunAsync();

// PUT /bookmarks/{userId}/{bookmarkId} keeps the body's link; GET /bookmarks/{userId} lists those of ?folder=, oldest first.
Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context) =>
    request.HttpMethod == "PUT" ? SaveAsync(request) : ListAsync(request);

async Task<APIGatewayProxyResponse> SaveAsync(APIGatewayProxyRequest request)
{
    if (!IsJson(request.Body))
    {
        return new APIGatewayProxyResponse { StatusCode = 400 };
    }

    await dynamoDb.PutItemAsync(new PutItemRequest
    {
        TableName = table,
        Item = new Dictionary<string, AttributeValue>
        {
            ["userId"] = new(request.PathParameters["userId"]),
            ["bookmarkId"] = new(request.PathParameters["bookmarkId"]),
            ["folder"] = new(Folder(request)),
            ["bookmark"] = new(request.Body),
        },
    });
    return new APIGatewayProxyResponse { StatusCode = 204 };
}

async Task<APIGatewayProxyResponse> ListAsync(APIGatewayProxyRequest request)
{
    var found = await dynamoDb.QueryAsync(new QueryRequest
    {
        TableName = table,
        IndexName = "byFolder",
        KeyConditionExpression = "folder = :folder",
        ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":folder"] = new(Folder(request)) },
    });
    return new APIGatewayProxyResponse { StatusCode = 200, Body = $"[{string.Join(',', found.Items.Select(item => item["bookmark"].S))}]" };
}

static bool IsJson(string? text)
{
    try
    {
        using var parsed = JsonDocument.Parse(text ?? "");
        return true;
    }
    catch (JsonException)
    {
        return false;
    }
}

static string Folder(APIGatewayProxyRequest request) =>
    $"{request.PathParameters["userId"]}#{(request.QueryStringParameters?.TryGetValue("folder", out var folder) == true ? folder : "inbox")}";

[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class BookmarksJson : JsonSerializerContext;
