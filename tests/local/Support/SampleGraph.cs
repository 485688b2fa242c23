namespace WorkoutLog.Local.Tests;

/// <summary>A small stack in the form of an evaluated program: <c>sample-stack.json</c>, and similar resources.</summary>
internal static class SampleGraph
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:Echo-1a2b3c4";
    public const string RoleArn = "arn:aws:iam::123456789012:role/Echo-role-1a2b3c4";
    public const string AliasArn = FunctionArn + ":live";

    private static readonly string _stack = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Support", "sample-stack.json"));

    /// <summary>Table, function, and an API with <c>POST /workouts</c> and <c>GET /stats/{userId}</c>; only these two have a permission.</summary>
    public static ResourceGraph Stack()
    {
        var resources = JsonNode.Parse(_stack)!.AsObject().Select(resource => Resource(
            resource.Key.Split(' ')[0], resource.Key.Split(' ')[1], resource.Value!["inputs"]!.DeepClone().AsObject(), resource.Value["outputs"]!.DeepClone().AsObject())).ToArray();
        resources.Single(resource => resource.Type == RestApiType.Token).Inputs["body"] = Document().ToJsonString();
        return With(resources);
    }

    public static ResourceGraph With(params GraphResource[] resources) => new("workout-log", "dev", resources, []);

    public static ResourceGraph With(this ResourceGraph graph, params GraphResource[] more) => graph with { Resources = [.. graph.Resources, .. more] };

    public static ResourceGraph Without(this ResourceGraph graph, string type) => graph with { Resources = [.. graph.Resources.Where(resource => resource.Type != type)] };

    /// <summary>A copy of the graph in which the first resource of the type is changed.</summary>
    public static ResourceGraph Changed(this ResourceGraph graph, string type, Action<GraphResource> change)
    {
        change(graph.OfType(type)[0]);
        return graph;
    }

    public static GraphResource Resource(string type, string name, JsonObject inputs, JsonObject? outputs = null) => new(
        $"urn:pulumi:dev::workout-log::{type}::{name}", type, name, null, Component: false, inputs, outputs ?? [], new GraphOptions(false, [], [], false, false, []));

    public static GraphResource Table(string billingMode = "PAY_PER_REQUEST")
    {
        var table = Of(TableType.Token);
        table.Inputs["billingMode"] = billingMode;
        foreach (var inputs in billingMode == "PROVISIONED" ? new[] { table.Inputs, table.Inputs["globalSecondaryIndexes"]![0]! } : [])
        {
            (inputs["readCapacity"], inputs["writeCapacity"]) = (10, 10);
        }

        return table;
    }

    public static GraphResource Parameter(string name, string type, string value) => Resource(
        ParameterType.Token,
        name,
        new JsonObject { ["name"] = name, ["type"] = type, ["value"] = value },
        new JsonObject { ["arn"] = $"arn:aws:ssm:us-east-1:123456789012:parameter{name}" });

    public static GraphResource Function(string runtime = "provided.al2023", int? reservedConcurrency = null)
    {
        var function = Of(FunctionType.Token);
        function.Inputs["runtime"] = runtime;
        function.Inputs["reservedConcurrentExecutions"] = reservedConcurrency;
        return function;
    }

    public static GraphResource Role(JsonObject? inputs = null) => Of(RoleType.Token) with { Inputs = inputs ?? [] };

    /// <param name="document">As JSON.</param>
    public static GraphResource RolePolicy(string document) => Resource(
        RolePolicyType.Token, "Echo-policy", new JsonObject { ["role"] = "Echo-role-1a2b3c4", ["policy"] = document });

    public static GraphResource Alias() => Of(LambdaAliasType.Token);

    public static GraphResource Permission(string sourceArn, string function = "Echo-1a2b3c4", string? qualifier = "live")
    {
        // Resource names are unique within a stack.
        var permission = Of(PermissionType.Token) with { Name = $"Echo-call-{sourceArn.Split('/', 3)[^1]}" };
        (permission.Inputs["sourceArn"], permission.Inputs["function"], permission.Inputs["qualifier"]) = (sourceArn, function, qualifier);
        return permission with { Urn = $"urn:pulumi:dev::workout-log::{permission.Type}::{permission.Name}" };
    }

    public static GraphResource MethodSettings(JsonObject settings, string path = "*/*") => Resource(
        MethodSettingsType.Token, "methods", new JsonObject { ["methodPath"] = path, ["settings"] = settings });

    /// <summary>A throttle that lets this many requests through and is never replenished.</summary>
    public static GraphResource Throttle(int burst) => MethodSettings(new JsonObject { ["throttlingRateLimit"] = 0, ["throttlingBurstLimit"] = burst });

    public static JsonObject Document() => new()
    {
        ["paths"] = new JsonObject
        {
            ["/workouts"] = new JsonObject { ["post"] = Operation(), ["delete"] = Operation() },
            ["/stats/{userId}"] = new JsonObject { ["get"] = Operation() },
        },
        ["components"] = JsonNode.Parse("""{"securitySchemes":{"sigv4":{"x-amazon-apigateway-authtype":"awsSigv4"}}}"""),
    };

    public static JsonObject Operation(string type = "aws_proxy") => JsonNode.Parse($$"""
        {
          "security": [{ "sigv4": [] }],
          "x-amazon-apigateway-integration": {
            "type": "{{type}}", "httpMethod": "POST", "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{{AliasArn}}/invocations"
          }
        }
        """)!.AsObject();

    /// <summary>A mock integration that returns one status, with a header <c>Allow</c> if given.</summary>
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
                ["responseTemplates"] = new JsonObject { ["application/json"] = $$"""{"status":{{status}},"requestId":"$context.requestId","path":"$context.resourcePath"}""" },
            },
        },
    };

    private static GraphResource Of(string type) => Stack().Resources.First(resource => resource.Type == type);
}
