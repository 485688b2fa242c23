using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Iam;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Naming;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Service;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra;

/// <summary>Composes the stack from its components and settings.</summary>
public sealed partial class WorkoutStack : Stack
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
        : base(StackTags.AddTo(RoleBoundary.AddTo(options, settings.PermissionsBoundary), names, settings.CostCentre, settings.Tags))
    {
        var account = GetCallerIdentity.Invoke().Apply(identity => identity.AccountId);
        var key = settings.Encryption == Encryption.CustomerKey
            ? Key("key", names.Prefix, id => KeyPolicies.Stack(id, settings.Region, names.LogGroupPath, settings.Events is null ? null : names.Prefix))
            : null;

        var logs = new WorkoutTable("logs", WorkoutTables.Logs(settings.Tables, key));
        var stats = new WorkoutTable("stats", WorkoutTables.Stats(settings.Tables, key));
        if (settings.Tables.Backups)
        {
            _ = new BackupPlan("backup", new BackupPlanArgs
            {
                Tables = [logs, stats],
                Region = settings.Region,
                Keys = key is null ? null : new BackupKeys(key, Key("backup-key", $"{names.Prefix}-backup", id => KeyPolicies.Backups(id, settings.Region))),
            });
        }

        var parameters = new RuntimeParameters("parameters", WorkoutParameters.Of(settings.Workouts, names.ParameterPath));
        var topic = new AlarmTopic("alarms", new AlarmTopicArgs { AccountId = account, Emails = settings.Observability.AlarmEmails, Key = key });
        var runbooks = WorkoutRunbooks.At(settings.Observability.RunbooksUrl);
        var alarms = new StackAlarms(names, settings.Region, runbooks, topic.Arn);
        var observability = new Observability("observability", new ObservabilityArgs
        {
            Functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts],
            Monitoring = settings.Observability.Monitoring,
            Steady = settings.Production,
            Alarms = alarms,
            FunctionLogRetentionDays = settings.Observability.FunctionLogRetentionDays,
            LogGroupPath = names.LogGroupPath,
            Key = key,
        });

        var events = settings.Events is { } published
            ? new WorkoutEvents("events", new WorkoutEventsArgs
            {
                Table = logs,
                BusName = names.Prefix,
                Source = names.Project,
                Filter = WorkoutEvent.Filter,
                Template = WorkoutEvent.Template,
                TypePath = WorkoutEvent.TypePath,
                ArchiveDays = published.ArchiveDays,
                AccountId = account,
                Region = settings.Region,
                Key = key,
            })
            : null;

        // Absent without origins, so that the functions of such a stack do not change.
        var origins = settings.Api.AllowedOrigins.IsEmpty
            ? ImmutableDictionary<string, string>.Empty
            : ImmutableDictionary<string, string>.Empty.Add(FunctionEnvironment.AllowedOrigins, CrossOrigin.Write(settings.Api.AllowedOrigins));
        var process = Function(
            FunctionNames.ProcessWorkout,
            "Writes workouts",
            settings.ProcessWorkout,
            events is null ? parameters.Environment : parameters.Environment.Add(FunctionEnvironment.Events, "1"),
            role =>
            [
                logs.Grant(role, TableAccess.Get | TableAccess.Put | TableAccess.Delete),
                stats.Grant(role, TableAccess.Update),
                parameters.GrantRead(role),
            ]);
        var query = Function(
            FunctionNames.QueryWorkouts,
            "Reads workouts and statistics",
            settings.QueryWorkouts,
            ImmutableDictionary<string, string>.Empty,
            role =>
            [
                logs.Grant(role, TableAccess.Get | TableAccess.Query, WorkoutTables.ByType),
                stats.Grant(role, TableAccess.Get | TableAccess.Query),
                stats.GrantUpdateOf(role, StatsTableSchema.SealAttributes),
            ]);

        var api = new WorkoutApi("api", new WorkoutApiArgs
        {
            Api = Routes.Definition,
            Functions = new[] { process, query }.ToImmutableDictionary(function => function.GetResourceName()),
            Settings = settings.Api,
            Monitoring = settings.Observability.Monitoring,
            Tracing = settings.Observability.Tracing,
            AccountId = account,
            Region = settings.Region,
            LogGroupPath = names.LogGroupPath,
            Key = key,
        });

        observability.Watch(process);
        observability.Watch(query);
        observability.Watch(api);
        observability.Watch(logs);
        observability.Watch(stats);
        observability.Watch("application", WorkoutAlarms.Of(names.Stack));
        if (events is not null)
        {
            observability.Watch(events);
        }

        var objectives = settings.Observability.Monitoring == MonitoringLevel.Detailed
            ? new ServiceObjectives("objectives", new ServiceObjectivesArgs
            {
                Objectives = WorkoutObjectives.All,
                Api = api,
                Alarms = alarms,
            })
            : null;
        var announced = (ImmutableArray<Output<string>>)[.. observability.AlarmArns, .. objectives?.AlarmArns ?? []];
        var graphs = new WorkoutGraphs(names.Stack, settings.Observability.Monitoring, settings.Workouts.SupportedTypes);
        var dashboard = settings.Observability.Dashboard
            ? new StackDashboard("dashboard", new StackDashboardArgs
            {
                DashboardName = names.Prefix,
                Monitoring = settings.Observability.Monitoring,
                Region = settings.Region,
                Api = api,
                Functions = [process, query],
                Tables = [logs, stats],
                LogGroups = [process.LogGroup, query.LogGroup, .. api.LogGroups],
                Objectives = objectives,
                Events = events,
                Runbooks = runbooks,
                AlarmKinds = WorkoutAlarms.KindsOf(hasEvents: events is not null),
                Alarms = announced,
                Activity = graphs.Activity,
                Application = graphs.Application,
            })
            : null;
        _ = new SavedQueries("queries", new SavedQueriesArgs
        {
            Folder = names.Prefix,
            Queries = WorkoutQueries.All,
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
        AlarmTopicArn = topic.Arn;
        AlarmArns = Output.All(announced.AsEnumerable());
        DashboardUrl = Optional(dashboard?.Url);
        DnsTarget = Optional(api.DnsTarget);
        EventBusArn = Optional(events?.BusArn);
        EventBusName = Optional(events?.BusName);
        OpenApiPath = Output.Create(Routes.PublishedDocument);
        KeyArn = Optional(key?.KeyArn);

        CustomerKey Key(string name, string alias, Func<string, PolicyDocument> policy) => new(name, new CustomerKeyArgs
        {
            Policy = account.Apply(policy),
            Region = settings.Region,
            Alias = alias,
            DeletionProtection = settings.Tables.DeletionProtection,
        });

        WorkoutFunction Function(
            string name,
            string description,
            FunctionSettings function,
            ImmutableDictionary<string, string> environment,
            Func<Role, IEnumerable<RolePolicy>> grants) =>
            new(name, new WorkoutFunctionArgs
            {
                Description = description,
                Settings = function,
                Build = settings.FunctionBuild,
                CertificateLayer = settings.CertificateLayer,
                LogGroup = observability.LogGroups[name],
                LogLevel = settings.Observability.LogLevel,
                Tracing = settings.Observability.Tracing,
                Key = key,
                Grants = grants,
                Environment = InputMap<string>.Merge(environment.AddRange(origins), new InputMap<string>
                {
                    [FunctionEnvironment.Environment] = names.Stack,
                    [FunctionEnvironment.LogsTable] = logs.TableName,
                    [FunctionEnvironment.StatsTable] = stats.TableName,
                    [FunctionEnvironment.Monitoring] = settings.Observability.Monitoring.ToString().ToUpperInvariant(),
                    [FunctionEnvironment.LogLevel] = settings.Observability.LogLevel.ToString().ToUpperInvariant(),
                    [FunctionEnvironment.ServiceRoles] = account.Apply(id => ServiceRoles.Write(id, settings.ServiceRoles)),
                }),
            });
    }

    private static Output<string?> Optional(Output<string>? value) => value?.Apply(text => (string?)text) ?? Output.Create<string?>((string?)null);

    private static Output<ImmutableDictionary<string, string>> Named(params (Resource Resource, Output<string> Value)[] values) =>
        Output.All(values.Select(value => value.Value)).Apply(texts => values
            .Zip(texts)
            .ToImmutableDictionary(pair => pair.First.Resource.GetResourceName(), pair => pair.Second));
}
