using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Service;

namespace WorkoutLog.Infra.Tests.Components;

public class SavedQueriesTests
{
    private const string Query = "aws:cloudwatch/queryDefinition:QueryDefinition";
    private const string AccessLog = "/api-access";

    private static readonly string[] _functionLogs = ["/ProcessWorkout", "/QueryWorkouts"];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Every_query_is_saved_in_the_folder_of_the_stack_over_the_logs_that_it_reads(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var component = graph.Only("workoutlog:index:SavedQueries").Urn;
        var saved = graph.OfType(Query);
        Assert.All(saved, query => Assert.Equal(component, query.Parent));
        Assert.Equal(
            WorkoutQueries.All.Select(query => ($"workout-log-{stack}/{query.Name}", query.Text, string.Join(' ', Groups(stack, query.Sources)))),
            saved.Select(query => (
                query.Inputs["name"]!.ToString(),
                query.Inputs["queryString"]!.ToString(),
                string.Join(' ', query.Inputs["logGroupNames"]!.AsArray().Select(group => group!.ToString())))));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Each_log_that_is_read_is_one_of_the_stack(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var groups = graph.OfType("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Outputs["name"]!.ToString()).ToHashSet();
        Assert.Subset(groups, graph.OfType(Query).SelectMany(query => query.Inputs["logGroupNames"]!.AsArray()).Select(group => group!.ToString()).ToHashSet());
    }

    [Fact]
    public void Each_query_has_a_unique_name_that_fits_a_URL()
    {
        Assert.Equal(WorkoutQueries.All.Length, WorkoutQueries.All.Select(query => query.Name).Distinct().Count());
        Assert.All(WorkoutQueries.All, query => Assert.Matches("^[a-z]+(-[a-z]+)*$", query.Name));
    }

    private static IEnumerable<string> Groups(string stack, LogSources sources) =>
        ((string[])[.. sources.HasFlag(LogSources.Access) ? [AccessLog] : Array.Empty<string>(), .. sources.HasFlag(LogSources.Functions) ? _functionLogs : []])
            .Select(group => $"/workout-log/{stack}{group}");
}
