using System.Collections.Immutable;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>The metrics of <c>AWS/Lambda</c>: of each function, and of the alias by which it was called.</summary>
internal sealed class FunctionMetrics(ResourceGraph graph, ImmutableArray<FunctionDeclaration> functions)
{
    private const string Namespace = "AWS/Lambda";
    private const string Invocations = "Invocations";
    private const string Errors = "Errors";
    private const string Throttles = "Throttles";
    private const string Duration = "Duration";
    private const string ConcurrentExecutions = "ConcurrentExecutions";

    private readonly ImmutableDictionary<string, string> _names =
        functions.ToImmutableDictionary(function => function.Name, function => function.FunctionName, StringComparer.Ordinal);

    public IEnumerable<MetricId> All =>
        from dimensions in functions.Select(function => Of(function.FunctionName))
            .Concat(graph.OfType(LambdaAliasType.Token).Select(alias => OfAlias(alias.Inputs.Text("functionName")!, alias.Inputs.Text("name")!)))
        from name in (string[])[Invocations, Errors, Throttles, Duration, ConcurrentExecutions]
        select new MetricId(Namespace, name, dimensions);

    public void Add(InvocationEnded invocation, MetricWriter writer)
    {
        if (_names.GetValueOrDefault(invocation.Function) is not { } function)
        {
            // Of a deployment before, and not in this one.
            return;
        }

        // arn:aws:lambda:region:account:function:name[:qualifier]
        var qualifier = invocation.InvokedArn.Split(':').ElementAtOrDefault(7);
        (string, string)[][] all = qualifier is null ? [Of(function)] : [Of(function), OfAlias(function, qualifier)];
        var isThrottled = invocation.Result is InvocationResult.Throttled;
        void Write(string name, double value) => writer.Add(
            all.Select(dimensions => new MetricId(Namespace, name, dimensions)), invocation.Time + invocation.Duration + (invocation.InitDuration ?? TimeSpan.Zero), value);
        Write(Throttles, isThrottled ? 1 : 0);
        if (isThrottled)
        {
            // It was not invoked.
            return;
        }

        Write(Invocations, 1);
        Write(Errors, invocation.Result is InvocationResult.Answered ? 0 : 1);
        Write(Duration, invocation.Duration.TotalMilliseconds);
        Write(ConcurrentExecutions, invocation.Concurrency);
    }

    private static (string, string)[] Of(string function) => [("FunctionName", function)];

    private static (string, string)[] OfAlias(string function, string alias) => [("FunctionName", function), ("Resource", $"{function}:{alias}")];
}
