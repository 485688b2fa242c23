using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Tests.Support;

/// <summary>A small stack in the form that the program's evaluation gives.</summary>
internal static class SampleGraph
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:Echo-1a2b3c4";
    public const string RoleArn = "arn:aws:iam::123456789012:role/Echo-role-1a2b3c4";
    public const string AliasArn = FunctionArn + ":live";

    public static ResourceGraph With(params GraphResource[] resources) => new("workout-log", "dev", resources, []);

    public static GraphResource Resource(string type, string name, JsonObject inputs, JsonObject? outputs = null) => new(
        $"urn:pulumi:dev::workout-log::{type}::{name}", type, name, null, Component: false, inputs, outputs ?? [], new GraphOptions(false, [], [], false, false, []));

    public static GraphResource Table(string billingMode = "PAY_PER_REQUEST")
    {
        var capacity = billingMode == "PROVISIONED" ? (JsonNode?)10 : null;
        return Resource(
            "aws:dynamodb/table:Table",
            "logs",
            new JsonObject
            {
                ["billingMode"] = billingMode,
                ["hashKey"] = "userId",
                ["rangeKey"] = "workoutTimestamp",
                ["readCapacity"] = capacity?.DeepClone(),
                ["writeCapacity"] = capacity?.DeepClone(),
                ["attributes"] = new JsonArray(Attribute("userId"), Attribute("workoutTimestamp"), Attribute("userIdType")),
                ["globalSecondaryIndexes"] = new JsonArray(new JsonObject
                {
                    ["name"] = "byType",
                    ["hashKey"] = "userIdType",
                    ["rangeKey"] = "workoutTimestamp",
                    ["projectionType"] = "ALL",
                    ["readCapacity"] = capacity?.DeepClone(),
                    ["writeCapacity"] = capacity?.DeepClone(),
                }),
                ["ttl"] = new JsonObject { ["attributeName"] = "expiresAt", ["enabled"] = true },
            },
            new JsonObject { ["name"] = "logs-1a2b3c4" });
    }

    public static GraphResource Parameter(string name, string type, string value) => Resource(
        "aws:ssm/parameter:Parameter",
        name,
        new JsonObject { ["name"] = name, ["type"] = type, ["value"] = value },
        new JsonObject { ["arn"] = $"arn:aws:ssm:us-east-1:123456789012:parameter{name}" });

    public static GraphResource Function(string runtime = "provided.al2023", int? reservedConcurrency = null) => Resource(
        "aws:lambda/function:Function",
        "Echo",
        new JsonObject
        {
            ["code"] = new JsonObject { ["archive"] = new JsonObject { ["path"] = "artifacts/functions/Echo.zip", ["sha256"] = new string('0', 64) } },
            ["handler"] = "bootstrap",
            ["role"] = RoleArn,
            ["runtime"] = runtime,
            ["memorySize"] = 256,
            ["timeout"] = 20,
            ["reservedConcurrentExecutions"] = reservedConcurrency,
            ["environment"] = new JsonObject { ["variables"] = new JsonObject { ["LOGS_TABLE"] = "logs-1a2b3c4" } },
        },
        new JsonObject { ["name"] = "Echo-1a2b3c4", ["arn"] = FunctionArn, ["version"] = "1" });

    public static GraphResource Role(JsonObject? inputs = null) => Resource(
        "aws:iam/role:Role",
        "Echo-role",
        inputs ?? [],
        new JsonObject { ["name"] = "Echo-role-1a2b3c4", ["arn"] = RoleArn });

    /// <param name="document">As JSON.</param>
    public static GraphResource RolePolicy(string document) => Resource(
        "aws:iam/rolePolicy:RolePolicy", "Echo-policy", new JsonObject { ["role"] = "Echo-role-1a2b3c4", ["policy"] = document });

    public static GraphResource Alias() => Resource(
        "aws:lambda/alias:Alias",
        "Echo-live",
        new JsonObject { ["name"] = "live", ["functionName"] = "Echo-1a2b3c4", ["functionVersion"] = "1" },
        new JsonObject { ["arn"] = AliasArn });

    public static GraphResource Permission(string sourceArn, string function = "Echo-1a2b3c4", string? qualifier = "live") => Resource(
        "aws:lambda/permission:Permission",
        // As every resource of a stack, under a name of its own.
        $"Echo-call-{sourceArn.Split('/', 3)[^1]}",
        new JsonObject
        {
            ["action"] = "lambda:InvokeFunction",
            ["principal"] = "apigateway.amazonaws.com",
            ["function"] = function,
            ["qualifier"] = qualifier,
            ["sourceArn"] = sourceArn,
        });

    /// <summary>Table, function, and an API with <c>POST /workouts</c> and <c>GET /stats/{userId}</c>; only these two have a permission.</summary>
    public static ResourceGraph Stack() => With(
        Table(),
        Parameter("/workout-log/dev/max-duration-minutes", "String", "1440"),
        Role(),
        Function(),
        Alias(),
        Permission("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/POST/workouts"),
        Permission("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/stats/*"),
        Resource("aws:apigateway/restApi:RestApi", "api", new JsonObject { ["body"] = Document().ToJsonString() }, new JsonObject { ["id"] = "api1234567" }),
        Resource("aws:apigateway/stage:Stage", "stage", new JsonObject { ["stageName"] = "v1" }));

    public static JsonObject Document() => new()
    {
        ["paths"] = new JsonObject
        {
            ["/workouts"] = new JsonObject { ["post"] = Operation(), ["delete"] = Operation() },
            ["/stats/{userId}"] = new JsonObject { ["get"] = Operation() },
        },
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { ["sigv4"] = new JsonObject { ["x-amazon-apigateway-authtype"] = "awsSigv4" } },
        },
    };

    public static JsonObject Operation(string type = "aws_proxy") => new()
    {
        ["security"] = new JsonArray(new JsonObject { ["sigv4"] = new JsonArray() }),
        ["x-amazon-apigateway-integration"] = new JsonObject
        {
            ["type"] = type,
            ["httpMethod"] = "POST",
            ["uri"] = $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{AliasArn}/invocations",
        },
    };

    /// <summary>A mock integration that answers one status, with a header <c>Allow</c> if given.</summary>
    /// <param name="allow">With its single quotes.</param>
    public static JsonObject Mock(int status, string? allow = null) => new()
    {
        ["type"] = "mock",
        ["requestTemplates"] = new JsonObject { ["application/json"] = $$"""{"statusCode": {{status}}}""" },
        ["responses"] = new JsonObject
        {
            [$"{status}"] = new JsonObject
            {
                ["statusCode"] = $"{status}",
                ["responseParameters"] = allow is null ? [] : new JsonObject { ["method.response.header.Allow"] = allow },
                ["responseTemplates"] = new JsonObject
                {
                    ["application/json"] = $$"""{"status":{{status}},"requestId":"$context.requestId","path":"$context.resourcePath"}""",
                },
            },
        },
    };

    private static JsonObject Attribute(string name) => new() { ["name"] = name, ["type"] = "S" };
}
