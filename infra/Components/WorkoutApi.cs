using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Components;

/// <summary>The REST API: made from the routes, authorised by IAM, deployed to one stage.</summary>
public sealed class WorkoutApi : ComponentResource
{
    /// <summary>The first part of the path of an execute-api URL; a custom domain hides it.</summary>
    public const string StageName = "v1";

    public WorkoutApi(string name, WorkoutApiArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutApi", name, args, options)
    {
        var body = Body(args);
        var api = new RestApi(name, new RestApiArgs
        {
            Description = "Logs workouts and answers statistics",
            Body = body,
            // A body with a mistake must fail the deployment, not leave a half of the API.
            FailOnWarnings = true,
            EndpointConfiguration = new RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
        }, new CustomResourceOptions { Parent = this });

        // A deployment is a copy of the API at one time: without a trigger a changed body would never reach the stage.
        var deployment = new Pulumi.Aws.ApiGateway.Deployment($"{name}-deployment", new DeploymentArgs
        {
            RestApi = api.Id,
            Triggers = { ["body"] = body.Apply(Sha256) },
        }, new CustomResourceOptions { Parent = this });

        var stage = new Stage($"{name}-stage", new StageArgs
        {
            RestApi = api.Id,
            Deployment = deployment.Id,
            StageName = StageName,
        }, new CustomResourceOptions { Parent = this });

        foreach (var route in args.Routes)
        {
            args.Functions[route.Function].GrantInvoke(route.OperationId, Output.Format($"{api.ExecutionArn}/{StageName}/{route.ArnSuffix}"), this);
        }

        Url = stage.InvokeUrl;
        RegisterOutputs();
    }

    /// <summary>Where the API is reached, without a trailing slash.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    private static Output<string> Body(WorkoutApiArgs args)
    {
        var names = args.Functions.Keys.Order(StringComparer.Ordinal).ToImmutableArray();
        return Output.All(names.Select(function => args.Functions[function].InvokeArn)).Apply(arns => OpenApiDocument.Create(
            "WorkoutLog",
            args.Routes,
            names.Zip(arns).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
