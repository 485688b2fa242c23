using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra;

/// <summary>Composes the stack; what a part is made of stands in its component.</summary>
public sealed class WorkoutStack : Stack
{
    public WorkoutStack()
        : this(null)
    {
    }

    public WorkoutStack(StackOptions? options)
        : base(options)
    {
        var settings = StackSettingsReader.Read();

        var logs = new WorkoutTable("logs", WorkoutTables.Logs(settings.Capacity));
        var stats = new WorkoutTable("stats", WorkoutTables.Stats(settings.Capacity));
        var parameters = new RuntimeParameters("parameters", new RuntimeParametersArgs
        {
            Path = $"/{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}",
            Workouts = settings.Workouts,
        });
        var observability = new Observability("observability", new ObservabilityArgs
        {
            Functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts],
            FunctionLogRetentionDays = settings.Functions.LogRetentionDays,
        });

        var process = new WorkoutFunction(FunctionNames.ProcessWorkout, new WorkoutFunctionArgs
        {
            Description = "Writes workouts",
            Settings = settings.Functions,
            LogGroup = observability.LogGroups[FunctionNames.ProcessWorkout],
            Environment = InputMap<string>.Merge(parameters.Environment, Tables(logs, stats)),
        });
        logs.GrantPut(process.Role);
        stats.GrantUpdate(process.Role);
        parameters.GrantRead(process.Role);

        var query = new WorkoutFunction(FunctionNames.QueryWorkouts, new WorkoutFunctionArgs
        {
            Description = "Answers questions about workouts",
            Settings = settings.Functions,
            LogGroup = observability.LogGroups[FunctionNames.QueryWorkouts],
            Environment = Tables(logs, stats),
        });
        stats.GrantQuery(query.Role);

        var api = new WorkoutApi("api", new WorkoutApiArgs
        {
            Routes = Routes.All,
            Functions = ImmutableDictionary<string, WorkoutFunction>.Empty
                .Add(FunctionNames.ProcessWorkout, process)
                .Add(FunctionNames.QueryWorkouts, query),
        });
        observability.Watch(process);
        observability.Watch(query);

        ApiUrl = api.Url;
        LogsTableName = logs.TableName;
        StatsTableName = stats.TableName;
    }

    /// <summary>Where the API is reached, without a trailing slash.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; }

    [Output("logsTableName")]
    public Output<string> LogsTableName { get; }

    [Output("statsTableName")]
    public Output<string> StatsTableName { get; }

    private static InputMap<string> Tables(WorkoutTable logs, WorkoutTable stats) => new()
    {
        [FunctionEnvironment.LogsTable] = logs.TableName,
        [FunctionEnvironment.StatsTable] = stats.TableName,
    };
}
