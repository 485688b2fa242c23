namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>What callers can do, and how their calls travel.</summary>
internal static class FindingCasesOfTheApi
{
    public static readonly ImmutableArray<FindingCase> All =
    [
        new("public-exposure", "api", "GET /stats/{userId} takes callers without authorisation instead of awsSigv4.",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["paths"]!["/stats/{userId}"]!["get"]!.AsObject().Remove("security"))),
        new("public-exposure", "api", "GET /stats/{userId} takes callers without authorisation instead of awsSigv4.",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["paths"]!["/stats/{userId}"]!["get"]!["security"]!.AsArray().Add(new JsonObject()))),
        new("public-exposure", "api", "GET /open is open to everybody.",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["paths"]!["/open"] = new JsonObject { ["get"] = Open(body) })),
        new("public-exposure", "api", "Its policy lets in everybody: execute-api:Invoke on arn:aws:execute-api:us-east-1:123456789012:*/v1/*.",
            graph => graph.WithDocument("RestApi", "api", "policy", policy => policy["Statement"]![0]!["Principal"] = "*")),
        new("public-exposure", "api", "Its policy lets in no longer refused everybody: execute-api:Invoke on arn:aws:execute-api:us-east-1:123456789012:*/* if aws:securetransport Bool false.",
            graph => graph.WithDocument("RestApi", "api", "policy", policy => policy["Statement"]!.AsArray().RemoveAt(1))),
        new("public-exposure", "key", "Its policy lets in arn:aws:iam::999999999999:root: kms:Decrypt.",
            graph => graph.WithDocument("Key", "key", "policy", policy => policy["Statement"]!.AsArray().Add(JsonNode.Parse(
                """{"Sid":"Other","Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"kms:Decrypt","Resource":"*"}""")))),
        new("public-exposure", "alarms-policy", "Its policy lets in Service:cloudwatch.amazonaws.com: sns:Publish on arn:aws:sns:us-east-1:123456789012:alarms-05ad444.",
            graph => graph.WithDocument("TopicPolicy", "alarms-policy", "policy", policy => policy["Statement"]![0]!.AsObject().Remove("Condition"))),
        new("public-exposure", "QueryWorkouts-getStats", "s3.amazonaws.com may invoke the function.",
            graph => graph.WithInputs("Permission", "QueryWorkouts-getStats", inputs => inputs["principal"] = "s3.amazonaws.com")),
        new("public-exposure", "QueryWorkouts-getStats", "apigateway.amazonaws.com may invoke the function for anybody.",
            graph => graph.WithInputs("Permission", "QueryWorkouts-getStats", inputs => inputs.Remove("sourceArn"))),
        new("public-exposure", "api-firewall-association", "The firewall no longer stands before the API.", graph => graph.Without("WebAclAssociation", "api-firewall-association")),
        new("public-exposure", "api-firewall", "The firewall's rule common-rules goes.",
            graph => graph.WithInputs("WebAcl", "api-firewall", inputs => inputs["rules"]!.AsArray().RemoveAt(1))),
        new("public-exposure", "api-firewall", "The firewall's rule rate-per-address lets through 9000 requests instead of 2000.",
            graph => graph.WithInputs("WebAcl", "api-firewall", inputs => inputs["rules"]![0]!["statement"]!["rateBasedStatement"]!["limit"] = 9000)),
        new("public-exposure", "api-firewall", "The firewall's rule rate-per-address no longer blocks.",
            graph => graph.WithInputs("WebAcl", "api-firewall", inputs => inputs["rules"]![0]!["action"] = new JsonObject { ["count"] = new JsonObject() })),
        new("encryption-loss", "logs", "A key that AWS owns encrypts it instead of the account's: nobody here can withdraw it, or see who used it.",
            graph => graph.WithInputs("Table", "logs", inputs => inputs.Remove("serverSideEncryption"))),
        new("encryption-loss", "key", "The key is no longer rotated.", graph => graph.WithInputs("Key", "key", inputs => inputs["enableKeyRotation"] = false)),
        new("encryption-loss", "api-domain", "The domain takes TLS_1_0 instead of TLS_1_2: callers may use an older TLS.",
            graph => graph.WithInputs("DomainName", "api-domain", inputs => inputs["securityPolicy"] = "TLS_1_0")),
        new("api-break", "api", "GET /stats/{userId} goes.",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["paths"]!["/stats/{userId}"]!.AsObject().Remove("get"))),
        new("api-break", "api", "GET /stats/{userId}: integration QueryWorkouts → ProcessWorkout.",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["paths"]!["/stats/{userId}"]!["get"]!["x-amazon-apigateway-integration"]!["uri"] =
                $"{body["paths"]!["/workouts"]!["post"]!["x-amazon-apigateway-integration"]!["uri"]}"), Reversible: false),
        new("api-break", "api", "GET /stats/{userId}: answer 200 totalWorkouts (gone).",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["components"]!["schemas"]!["StatsResponse"]!["properties"]!.AsObject().Remove("totalWorkouts"))),
        new("api-break", "api", "GET /stats/{userId}: parameter query from is now required.",
            graph => graph.WithDocument("RestApi", "api", "body", body => body["paths"]!["/stats/{userId}"]!["get"]!["parameters"]!.AsArray()
                .Single(parameter => $"{parameter!["name"]}" == "from")!["required"] = true)),
        new("interruption", "api", "The API goes, with its address.", graph => graph.Without("RestApi", "api").Without("MethodSettings", "api-methods")),
        new("interruption", "api", "The API gets another address; the one that clients know answers no more.",
            graph => graph.WithInputs("RestApi", "api", inputs => inputs["region"] = "eu-west-1"), Reversible: false),
    ];

    // A route of the stack, without the list of what proves a caller.
    private static JsonObject Open(JsonObject body)
    {
        var operation = body["paths"]!["/stats/{userId}"]!["get"]!.DeepClone().AsObject();
        operation.Remove("security");
        return operation;
    }
}
