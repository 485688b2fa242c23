using Bookmarks;
using Moq;
using Pulumi.Testing;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Examples;

/// <summary>Another program with the same components and nothing of WorkoutLog.</summary>
public class BookmarksTests
{
    private static readonly string _folder = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "examples", "Bookmarks");

    [Fact]
    public async Task Composes_a_table_a_function_an_API_alarms_and_a_dashboard()
    {
        var graph = await RunAsync();

        Assert.Equal(
            ["AlarmTopic alarms", "ApiLogging api-logging", "Observability watch", "StackDashboard dashboard", "WorkoutApi api", "WorkoutFunction ManageBookmarks", "WorkoutTable bookmarks"],
            graph.Resources.Where(resource => resource.Component).Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["watch-ManageBookmarks-errors", "watch-api-server-errors", "watch-bookmarks-throttles"],
            graph.OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Name).Order(StringComparer.Ordinal));
        Assert.Equal("byFolder", Assert.Single(graph.Only("aws:dynamodb/table:Table").Inputs["globalSecondaryIndexes"]!.AsArray())!["name"]!.ToString());
    }

    [Fact]
    public async Task Serves_its_own_routes_and_problems()
    {
        var graph = await RunAsync();
        var body = graph.Only("aws:apigateway/restApi:RestApi").Json("body");

        Assert.Equal("Bookmarks", body["info"]!["title"]!.ToString());
        Assert.Equal(
            ["get /bookmarks/{userId}", "head /bookmarks/{userId}", "put /bookmarks/{userId}/{bookmarkId}"],
            body["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}")).Where(name => !name.StartsWith("x-", StringComparison.Ordinal)).Order());
        Assert.Contains("urn:bookmarks:problem:access-denied", body["x-amazon-apigateway-gateway-responses"]!["ACCESS_DENIED"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grants_the_function_only_its_table_and_index()
    {
        var policy = (await RunAsync()).Named("aws:iam/rolePolicy:RolePolicy", "bookmarks-ManageBookmarks-role").Json("policy")["Statement"]!.AsArray();

        Assert.Equal(["""["dynamodb:PutItem"]""", """["dynamodb:Query"]"""], policy.Select(statement => statement!["Action"]!.ToJsonString()));
        Assert.EndsWith("/index/byFolder", Assert.Single(policy[1]!["Resource"]!.AsArray())!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contains_nothing_of_WorkoutLog()
    {
        var graph = await RunAsync();

        Assert.DoesNotContain(
            graph.Resources,
            resource => resource.Name.Contains("workout", StringComparison.OrdinalIgnoreCase) || resource.Inputs.ToJsonString().Contains("workout", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("workout", graph.Outputs.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Has_at_most_100_lines() =>
        Assert.InRange(Directory.EnumerateFiles(_folder, "*.cs").Sum(file => File.ReadLines(file).Count()), 1, 100);

    private static Task<ResourceGraph> RunAsync()
    {
        var program = new Repository(_folder) { Stack = typeof(BookmarksStack) };
        return ProgramRun.OfAsync(StackConfiguration.Load(program, "dev"), program, new Mock<IMocks>(MockBehavior.Strict));
    }
}
