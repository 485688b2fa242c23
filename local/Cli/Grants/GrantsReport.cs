using System.Text.Encodings.Web;

namespace WorkoutLog.Local.Cli.Grants;

/// <summary>Granted permissions and their use in a run.</summary>
/// <param name="Examples">Number of documented examples that were run.</param>
/// <param name="Differences">Responses that differ from the documentation.</param>
internal sealed record GrantsReport(string Stack, int Examples, IReadOnlyList<string> Differences, ImmutableArray<GrantRow> Rows)
{
    public int Granted => Rows.Count(row => row.Granted);

    public int Used => Rows.Count(row => row.Used > 0);

    public int Unseen => Rows.Count(row => row is { Granted: true, Used: 0, Unseen: not null });

    public int Unused => Rows.Count(row => row.IsUnused);

    public int Denied => Rows.Sum(row => row.Denied);

    /// <summary>Every observable permission is used, no call was denied, and every response matches the documentation.</summary>
    [JsonIgnore]
    public bool IsExact => Unused == 0 && Denied == 0 && Differences.Count == 0;

    /// <summary>One line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, new GrantsReportJson(new JsonSerializerOptions(GrantsReportJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }).GrantsReport);

    public void Write(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("function", "action", "resource", "granted", "used", "denied");
        foreach (var row in Rows)
        {
            table.AddRow(
                new Text(row.Function), new Text(row.Action), new Text(row.Resource), new Text(row.Granted ? "yes" : "no"), new Text(Uses(row)), Number(row.Denied));
        }

        console.Write(table.Collapse());
        foreach (var difference in Differences)
        {
            console.WriteLine(difference);
        }

        console.WriteLine($"{Examples} examples: {Granted} granted, {Used} used, {Unseen} not observable locally, {Unused} unused, {Denied} denied");
    }

    private static string Uses(GrantRow row) => row.IsUnused ? "unused" : row.Used == 0 ? row.Unseen ?? "0" : row.Used.ToString(CultureInfo.InvariantCulture);

    private static Text Number(int count) => new(count.ToString(CultureInfo.InvariantCulture));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GrantsReport))]
internal sealed partial class GrantsReportJson : JsonSerializerContext;
