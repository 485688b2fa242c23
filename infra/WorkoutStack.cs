using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Naming;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra;

/// <summary>Composes the stack; what a part is made of stands in its component, what differs between stacks in the settings.</summary>
public sealed class WorkoutStack : Stack
{
    public WorkoutStack()
        : this(options: null)
    {
    }

    public WorkoutStack(StackOptions? options)
        : this(options, StackNames.OfRunningStack(), StackSettingsReader.Read())
    {
    }

    private WorkoutStack(StackOptions? options, StackNames names, StackSettings settings)
        : base(StackTags.AddTo(RoleBoundary.AddTo(options, settings.PermissionsBoundary), names, settings))
    {
        var account = GetCallerIdentity.Invoke().Apply(identity => identity.AccountId);
        var key = settings.Encryption == Encryption.CustomerKey
            ? new CustomerKey("key", new CustomerKeyArgs
            {
                AccountId = account,
                Region = settings.Region,
                Alias = names.Prefix,
                LogGroupPath = names.LogGroupPath,
                DeletionProtection = settings.Tables.DeletionProtection,
            })
            : null;

        var logs = new WorkoutTable("logs", WorkoutTables.Logs(settings.Tables, key));
        var stats = new WorkoutTable("stats", WorkoutTables.Stats(settings.Tables, key));
        if (settings.Tables.Backups)
        {
            _ = new BackupPlan("backup", new BackupPlanArgs { Tables = [logs, stats], Region = settings.Region, Key = key });
        }

        var parameters = new RuntimeParameters("parameters", new RuntimeParametersArgs { Path = names.ParameterPath, Workouts = settings.Workouts });
        var alarms = new AlarmTopic("alarms", new AlarmTopicArgs { AccountId = account, Emails = settings.Observability.AlarmEmails, Key = key });
        var runbooks = new Runbooks(settings.Observability.RunbooksUrl);
        var observability = new Observability("observability", new ObservabilityArgs
        {
            Functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts],
            Monitoring = settings.Observability.Monitoring,
            Production = settings.Production,
            Runbooks = runbooks,
            FunctionLogRetentionDays = settings.Observability.FunctionLogRetentionDays,
            LogGroupPath = names.LogGroupPath,
            Key = key,
            AlarmTopic = alarms,
        });

        var process = Function(FunctionNames.ProcessWorkout, "Writes workouts", settings.ProcessWorkout, parameters.Environment);
        logs.GrantGet(process.Role);
        logs.GrantPut(process.Role);
        logs.GrantDelete(process.Role);
        stats.GrantUpdate(process.Role);
        parameters.GrantRead(process.Role);

        var query = Function(FunctionNames.QueryWorkouts, "Answers questions about workouts", settings.QueryWorkouts, ImmutableDictionary<string, string>.Empty);
        logs.GrantGet(query.Role);
        logs.GrantQuery(query.Role);
        logs.GrantQuery(query.Role, WorkoutTables.ByType);
        stats.GrantQuery(query.Role);

        var api = new WorkoutApi("api", new WorkoutApiArgs
        {
            Routes = Routes.All,
            Functions = new[] { process, query }.ToImmutableDictionary(function => function.GetResourceName()),
            Settings = settings.Api,
            Monitoring = settings.Observability.Monitoring,
            Tracing = settings.Observability.Tracing,
            AccountId = account,
            Region = settings.Region,
            LogGroupPath = names.LogGroupPath,
            Key = key,
        });

        observability.Watch(process, settings.ProcessWorkout);
        observability.Watch(query, settings.QueryWorkouts);
        observability.Watch(api, Routes.All);
        observability.Watch(logs, settings.Tables.Capacity);
        observability.Watch(stats, settings.Tables.Capacity);
        observability.WatchApplication(names.Stack);
        var objectives = settings.Observability.Monitoring == MonitoringLevel.Detailed
            ? new ServiceObjectives("objectives", new ServiceObjectivesArgs
            {
                Prefix = names.Prefix,
                Routes = Routes.All,
                Api = api,
                Runbooks = runbooks,
                AlarmTopic = alarms,
            })
            : null;
        var announced = (ImmutableArray<Output<string>>)[.. observability.AlarmArns, .. objectives?.AlarmArns ?? []];
        var dashboard = settings.Observability.Dashboard
            ? new StackDashboard("dashboard", new StackDashboardArgs
            {
                DashboardName = names.Prefix,
                Monitoring = settings.Observability.Monitoring,
                Environment = names.Stack,
                WorkoutTypes = settings.Workouts.SupportedTypes,
                Region = settings.Region,
                Routes = Routes.All,
                Api = api,
                Functions = [process, query],
                Tables = [logs, stats],
                LogGroups = [process.LogGroup, query.LogGroup, .. api.LogGroups],
                Objectives = objectives,
                Runbooks = runbooks,
                Alarms = announced,
            })
            : null;
        _ = new SavedQueries("queries", new SavedQueriesArgs
        {
            Folder = names.Prefix,
            AccessLogGroup = api.AccessLogGroup.Name,
            FunctionLogGroups = [observability.LogGroups[FunctionNames.ProcessWorkout].Name, observability.LogGroups[FunctionNames.QueryWorkouts].Name],
        });

        ApiUrl = api.Url;
        Endpoints = api.Endpoints;
        FunctionArns = Named((process, process.Arn), (query, query.Arn));
        FunctionAliasArns = Named((process, process.AliasArn), (query, query.AliasArn));
        TableNames = Named((logs, logs.TableName), (stats, stats.TableName));
        TableArns = Named((logs, logs.Arn), (stats, stats.Arn));
        TableStreamArns = Named((logs, logs.StreamArn), (stats, stats.StreamArn));
        AlarmTopicArn = alarms.Arn;
        AlarmArns = Output.All(announced.AsEnumerable());
        DashboardUrl = dashboard?.Url.Apply(url => (string?)url) ?? Output.Create<string?>((string?)null);
        DnsTarget = api.DnsTarget?.Apply(target => (string?)target) ?? Output.Create<string?>((string?)null);
        OpenApiPath = Output.Create(OpenApiDocument.PublishedPath);
        KeyArn = key?.KeyArn.Apply(arn => (string?)arn) ?? Output.Create<string?>((string?)null);

        WorkoutFunction Function(string name, string description, FunctionSettings function, ImmutableDictionary<string, string> environment) =>
            new(name, new WorkoutFunctionArgs
            {
                Description = description,
                Settings = function,
                Build = settings.FunctionBuild,
                CertificateLayer = settings.CertificateLayer,
                LogGroup = observability.LogGroups[name],
                LogLevel = settings.Observability.LogLevel,
                Monitoring = settings.Observability.Monitoring,
                Tracing = settings.Observability.Tracing,
                Key = key,
                Environment = InputMap<string>.Merge(environment, new InputMap<string>
                {
                    [FunctionEnvironment.Environment] = names.Stack,
                    [FunctionEnvironment.LogsTable] = logs.TableName,
                    [FunctionEnvironment.StatsTable] = stats.TableName,
                }),
            });
    }

    /// <summary>Where the API is reached, without a trailing slash.</summary>
    [Output("apiUrl")]
    public Output<string> ApiUrl { get; }

    /// <summary>Method and path (<c>GET /stats/{userId}</c>) to URL.</summary>
    [Output("endpoints")]
    public Output<ImmutableDictionary<string, string>> Endpoints { get; }

    /// <summary>Function to its ARN, without a version.</summary>
    [Output("functionArns")]
    public Output<ImmutableDictionary<string, string>> FunctionArns { get; }

    /// <summary>Function to the ARN of the alias that callers reach.</summary>
    [Output("functionAliasArns")]
    public Output<ImmutableDictionary<string, string>> FunctionAliasArns { get; }

    /// <summary><c>logs</c> and <c>stats</c> to the tables' names.</summary>
    [Output("tableNames")]
    public Output<ImmutableDictionary<string, string>> TableNames { get; }

    [Output("tableArns")]
    public Output<ImmutableDictionary<string, string>> TableArns { get; }

    [Output("tableStreamArns")]
    public Output<ImmutableDictionary<string, string>> TableStreamArns { get; }

    [Output("alarmTopicArn")]
    public Output<string> AlarmTopicArn { get; }

    /// <summary>The alarms that tell people; a release watches them.</summary>
    [Output("alarmArns")]
    public Output<ImmutableArray<string>> AlarmArns { get; }

    /// <summary>Left out without a dashboard.</summary>
    [Output("dashboardUrl")]
    public Output<string?> DashboardUrl { get; }

    /// <summary>What the custom domain's record in DNS must point to; left out without a domain.</summary>
    [Output("dnsTarget")]
    public Output<string?> DnsTarget { get; }

    /// <summary>Where the API's description stands in the repository.</summary>
    [Output("openApiPath")]
    public Output<string> OpenApiPath { get; }

    /// <summary>Left out in a stack that uses keys of AWS.</summary>
    [Output("keyArn")]
    public Output<string?> KeyArn { get; }

    private static Output<ImmutableDictionary<string, string>> Named(params (Resource Resource, Output<string> Value)[] values) =>
        Output.All(values.Select(value => value.Value)).Apply(texts => values
            .Zip(texts)
            .ToImmutableDictionary(pair => pair.First.Resource.GetResourceName(), pair => pair.Second));
}
