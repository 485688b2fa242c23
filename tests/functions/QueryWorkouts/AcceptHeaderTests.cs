using WorkoutLog.QueryWorkouts.Export;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

public sealed class AcceptHeaderTests
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("  ", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("text/csv", Csv)]
    [InlineData("TEXT/CSV", Csv)]
    [InlineData("text/*", Csv)]
    [InlineData("text/csv; charset=utf-8", Csv)]
    [InlineData("text/csv,application/json", Json)]
    [InlineData("text/csv, application/json;q=0.9", Csv)]
    [InlineData("text/csv;q=0.5, application/json;q=0.501", Json)]
    [InlineData("text/csv, */*;q=0.1", Csv)]
    [InlineData("application/json;q=0, */*", Csv)]
    [InlineData("text/csv;q=0, */*", Json)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", Json)]
    [InlineData("text/*;q=0.2, text/csv;q=0.9, application/json;q=0.5", Csv)]
    [InlineData("image/png, text/csv ; Q=1.000", Csv)]
    [InlineData(",, text/csv ,", Csv)]
    [InlineData("text/html", null)]
    [InlineData("text/csv;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("application/json;q=0, text/csv;q=0.000, */*", null)]
    [InlineData("csv", null)]
    [InlineData("*/csv", null)]
    [InlineData("text/", null)]
    [InlineData("/", null)]
    [InlineData("text/csv/x", null)]
    [InlineData("text/csv;q=2", null)]
    [InlineData("text/csv;q=-1", null)]
    [InlineData("text/csv;q=", null)]
    [InlineData("text/csv;q=high", null)]
    [InlineData(";", null)]
    public void Chooses_the_clients_preference(string? header, string? expected) => Assert.Equal(expected, AcceptHeader.Choose(header, Json, Csv));
}
