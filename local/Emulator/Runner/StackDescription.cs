namespace WorkoutLog.Local.Runner;

/// <summary>The validated parts of a graph that a local run needs.</summary>
/// <param name="Routes">All routes, including those that API Gateway handles itself.</param>
/// <param name="Targets">The ARNs by which the stack's functions and aliases can be invoked.</param>
/// <param name="Integrations">Targets by the ARN that a route invokes.</param>
/// <param name="Roles">Roles by the name of the function's or pipe's resource.</param>
/// <param name="ApiPolicy">Resource policy of the API; null if none is declared.</param>
/// <param name="NotEmulated">One line for each declared feature that has no effect here.</param>
public sealed record StackDescription(
    string Stack, string Region, ApiDescription Api, ImmutableArray<RateRule> RateRules, StageThrottle Throttle, ImmutableArray<ApiRoute> Routes,
    ImmutableArray<FunctionDeclaration> Functions, ImmutableArray<InvokeTarget> Targets,
    ImmutableDictionary<string, InvokeTarget> Integrations, ImmutableArray<GraphResource> Tables, ImmutableArray<GraphResource> Parameters,
    ImmutableArray<GraphResource> Permissions, ImmutableDictionary<string, FunctionRole> Roles, PolicyDocument? ApiPolicy,
    ImmutableArray<LocalIdentity> Identities, ImmutableArray<string> NotEmulated)
{
    public ImmutableArray<PipeDeclaration> Pipes { get; init; } = [];

    /// <exception cref="UserErrorException">The graph contains something that can't run here.</exception>
    public static StackDescription From(ResourceGraph graph)
    {
        // First, because an unknown type stops the run.
        AwsResourceTypes.Of(graph);
        ImmutableArray<FunctionDeclaration> functions = [.. graph.OfType(FunctionType.Token).Select(FunctionDeclaration.From)];
        if (functions.IsEmpty)
        {
            throw new UserErrorException($"The stack '{graph.Stack}' declares no function; there is nothing to run.");
        }

        var arn = functions[0].Arn.Split(':');
        var (region, account) = (arn[3], arn[4]);
        var api = ApiDescription.From(graph.OfType(RestApiType.Token), graph.OfType(StageType.Token), region, account);
        var routes = OpenApiRoutes.Read(api.Document);
        var targets = FindTargets(graph, functions);
        var roles = FunctionRole.ReadAll(graph);
        return new StackDescription(
            graph.Stack, region, api, RateRule.From(graph.OfType(WebAclType.Token)), StageThrottle.From(graph.OfType(MethodSettingsType.Token)), routes, functions, [.. targets.Values],
            FindIntegrations(routes, targets), graph.OfType(TableType.Token), graph.OfType(ParameterType.Token),
            graph.OfType(PermissionType.Token), roles,
            ReadPolicy(graph.OfType(RestApiType.Token)[0], api.Document), LocalIdentity.All(account),
            WithoutEffect.Find(graph, api.Document))
        {
            Pipes = PipeDeclaration.All(graph, roles),
        };
    }

    // The API's input 'policy' overrides the policy in its body.
    private static PolicyDocument? ReadPolicy(GraphResource api, JsonObject document) =>
        (api.Inputs.Text("policy") ?? document["x-amazon-apigateway-policy"]?.ToJsonString()) is { } policy
            ? new PolicyCheck($"{api.Type} '{api.Name}'", isResourcePolicy: true, ConditionKeys.OfApi).Read(policy)
            : null;

    private static Dictionary<string, InvokeTarget> FindTargets(ResourceGraph graph, ImmutableArray<FunctionDeclaration> functions)
    {
        var byArn = functions.ToDictionary(
            function => function.Arn, function => new InvokeTarget(function, Alias: null, new VersionShares(function.Version)), StringComparer.Ordinal);
        foreach (var alias in graph.OfType(LambdaAliasType.Token))
        {
            var name = alias.Inputs.Text("functionName");
            var function = functions.FirstOrDefault(function => function.FunctionName == name || function.Arn == name)
                ?? throw new UserErrorException($"Alias '{alias.Name}' is of the function '{name}', which the stack does not declare.");
            byArn[alias.Outputs.Text("arn")!] = new InvokeTarget(function, alias.Inputs.Text("name"), VersionShares.Of(alias));
        }

        return byArn;
    }

    private static ImmutableDictionary<string, InvokeTarget> FindIntegrations(ImmutableArray<ApiRoute> routes, Dictionary<string, InvokeTarget> targets) =>
        routes.Select(route => route.Integration).OfType<ApiIntegration.Proxy>().Select(integration => integration.InvokedArn).Distinct(StringComparer.Ordinal).ToImmutableDictionary(
            invoked => invoked,
            invoked => targets.GetValueOrDefault(invoked)
                ?? throw new UserErrorException($"The API calls {invoked}, which the stack does not declare as a function or an alias."),
            StringComparer.Ordinal);
}
