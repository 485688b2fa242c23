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
using Config = Pulumi.Config;

namespace Bookmarks;

/// <summary>Links that a user keeps, by folder: one table, one function, two routes, alarms and a dashboard.</summary>
public sealed class BookmarksStack : Stack
{
    private const string Function = "ManageBookmarks";

    private static readonly WorkoutTableIndex _byFolder = new("byFolder", "folder", "bookmarkId");
    private static readonly RouteParameter _user = RouteParameter.InPath("userId", "The user", ParameterSchema.Text());
    private static readonly RouteParameter _bookmark = RouteParameter.InPath("bookmarkId", "The bookmark", ParameterSchema.Text());
    private static readonly RouteParameter _folder = RouteParameter.InQuery("folder", "The folder; default: inbox", ParameterSchema.Text());

    private static readonly ApiDefinition _api = new("Bookmarks", "1.0.0", "Keeps links", "urn:bookmarks:problem:",
    [
        Route("PUT", "/bookmarks/{userId}/{bookmarkId}", "saveBookmark", "Keeps a link.", [_user, _bookmark, _folder], typeof(Link), new(204, "Kept.", [], Headers)),
        Route("GET", "/bookmarks/{userId}", "listBookmarks", "Lists a folder.", [_user, _folder], null, new(200, "The links.", [new RouteContent(MediaTypes.Json, typeof(Folder))], Headers)),
    ]);

    public BookmarksStack()
        : this(options: null)
    {
    }

    public BookmarksStack(StackOptions? options)
        : base(StackTags.AddTo(options, StackNames.OfRunningStack(), "bookmarks", ImmutableSortedDictionary<string, string>.Empty))
    {
        var names = StackNames.OfRunningStack();
        var region = new Config("aws").Require("region");
        var account = GetCallerIdentity.Invoke().Apply(identity => identity.AccountId);
        var runbooks = new Runbooks("https://example.com/bookmarks/runbooks");
        var topic = new AlarmTopic("alarms", new AlarmTopicArgs { AccountId = account, Emails = ["oncall@example.com"], Key = null });
        var watch = new Observability("watch", new ObservabilityArgs
        {
            Functions = [Function], Monitoring = MonitoringLevel.Basic, Steady = false, Alarms = new StackAlarms(names, region, runbooks, topic.Arn), FunctionLogRetentionDays = 14,
            LogGroupPath = names.LogGroupPath, Key = null,
        });
        var table = new WorkoutTable("bookmarks", new WorkoutTableArgs
        {
            PartitionKey = "userId", SortKey = "bookmarkId", Indexes = [_byFolder], Operations = ["PutItem", "Query"], Key = null,
            Settings = new TableSettings { Capacity = new TableCapacity.OnDemand(), PointInTimeRecovery = true, DeletionProtection = false, Backups = false },
        });
        var function = new WorkoutFunction(Function, new WorkoutFunctionArgs
        {
            Description = "Keeps and lists links", Build = new FunctionBuild(PackagingMode.Managed, Architecture.X86_64), CertificateLayer = null,
            Settings = new FunctionSettings { MemoryMiB = 256, Timeout = TimeSpan.FromSeconds(10), ReservedConcurrency = 10, Release = new FunctionRelease.Latest() },
            LogGroup = watch.LogGroups[Function], LogLevel = LogLevel.Info, Tracing = true, Key = null,
            Grants = role => [table.Grant(role, TableAccess.Put, _byFolder)],
            Environment = new InputMap<string> { ["BOOKMARKS_TABLE"] = table.TableName },
        });
        var api = new WorkoutApi("api", new WorkoutApiArgs
        {
            Api = _api, Functions = ImmutableDictionary<string, WorkoutFunction>.Empty.Add(Function, function), Monitoring = MonitoringLevel.Basic,
            Tracing = true, AccountId = account, Region = region, LogGroupPath = names.LogGroupPath, Key = null,
            Settings = new ApiSettings
            {
                ThrottleRate = 20, ThrottleBurst = 40, LogRetentionDays = 14, LogEveryExecution = false, ManageAccountLogging = false, Firewall = null,
                AllowedNetworks = [], AllowedOrigins = [], Domain = null,
            },
        });
        watch.Watch(function);
        watch.Watch(api);
        watch.Watch(table);
        _ = new StackDashboard("dashboard", new StackDashboardArgs
        {
            DashboardName = names.Prefix, Region = region, Monitoring = MonitoringLevel.Basic, Api = api, Functions = [function], Tables = [table],
            LogGroups = [function.LogGroup, .. api.LogGroups], Objectives = null, Runbooks = runbooks, Alarms = watch.AlarmArns,
        });
        ApiUrl = api.Url;
    }

    [Output("apiUrl")]
    public Output<string> ApiUrl { get; }

    private static ImmutableSortedDictionary<string, string> Headers => ImmutableSortedDictionary<string, string>.Empty;

    private static Route Route(string method, string path, string id, string summary, ImmutableArray<RouteParameter> parameters, Type? body, RouteAnswer answer) => new()
    {
        Method = method, Path = path, OperationId = id, Summary = summary, Parameters = parameters, Request = body, Success = answer,
        Function = Function, Group = "bookmarks", Problems = [ProblemKind.InternalError],
    };
}

public sealed record Link(Uri Url, string? Title);

public sealed record Folder(IReadOnlyList<Link> Links);
