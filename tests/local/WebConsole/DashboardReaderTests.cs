using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.WebConsole;

public sealed class DashboardReaderTests
{
    private readonly DashboardReader _reader = new(new RunbookLibrary("nowhere"), [Alarm("api-server-errors", "arn:1")]);

    [Fact]
    public void Reads_the_place_of_a_widget_and_nothing_without_a_dashboard()
    {
        var widget = Read("""{"type":"text","x":12,"y":3,"width":6,"height":2,"properties":{"markdown":"## API"}}""");

        Assert.Equal((0, "text", 12, 3, 6, 2), (widget.Id, widget.Type, widget.X, widget.Y, widget.Width, widget.Height));
        Assert.Equal("<h2>API</h2>\n", widget.Html);
        Assert.Empty(_reader.Read(null));
    }

    [Fact]
    public void Knows_alarms_by_their_arn_and_leaves_out_those_of_other_stacks()
    {
        var widget = Read("""{"type":"alarm","properties":{"title":"Alarms","alarms":["arn:1","arn:2"]}}""");

        Assert.Equal(("Alarms", "api-server-errors"), (widget.Title, Assert.Single(widget.Alarms)));
    }

    [Fact]
    public void Reads_axes_and_lines_of_a_graph()
    {
        var graph = Read(
            """
            {"type":"metric","properties":{"title":"Latency","view":"timeSeries","stacked":true,
            "yAxis":{"left":{"label":"ms","min":0,"max":100.5},"right":{"label":"%"}},
            "annotations":{"horizontal":[{"label":"objective","value":300},{"label":"no value"}]}}}
            """).Graph!;

        Assert.Equal(("timeSeries", true, "ms", "%", 0d, 100.5), (graph.View, graph.Stacked, graph.Unit, graph.RightUnit, graph.Min, graph.Max));
        Assert.Equal([new GraphLineView("objective", 300)], graph.Lines.AsEnumerable());
    }

    private WidgetView Read(string widget) => Assert.Single(_reader.Read(new JsonObject { ["widgets"] = new JsonArray(JsonNode.Parse(widget)) }));

    private static AlarmStatus Alarm(string name, string arn) => new(name, name, arn, AlarmState.Ok, "", DateTimeOffset.UnixEpoch, "", "page", null, HasActions: true, [], 1);
}
