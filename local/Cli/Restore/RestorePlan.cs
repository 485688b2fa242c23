using System.Text.Encodings.Web;
using HandlebarsDotNet;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Restore;

internal enum RestoreSource
{
    /// <summary>DynamoDB's point-in-time recovery: any second.</summary>
    PointInTime,

    /// <summary>The stack's AWS Backup vault: once a day; also for a deleted table.</summary>
    Vault,
}

/// <param name="Method">Method that the step belongs to: <c>copyBack</c> (A) or <c>replace</c> (B); null: both.</param>
/// <param name="Commands">Bash, in the same session as the earlier steps; empty for a decision.</param>
internal sealed record RestoreStep(string Title, string? Method, IReadOnlyList<string> Why, string Commands);

/// <summary>The steps that restore a stack's data to a point in time: restore-plan.hbs, filled in from the stack's graph.</summary>
/// <param name="Head">Comment before the steps.</param>
/// <param name="At">A whole second, UTC.</param>
/// <param name="Tables">Logical names of the restored tables.</param>
internal sealed record RestorePlan(
    string Head, string Stack, string Region, RestoreSource Source, DateTimeOffset At, IReadOnlyList<string> Tables, IReadOnlyList<RestoreStep> Steps)
{
    private const string Template = "WorkoutLog.Local.Cli.Restore.restore-plan.hbs";
    private const string Heading = "\n### ";
    private const string Comment = "#    ";

    private static readonly JsonSerializerOptions _json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Available restore sources of a stack, the preferred one first.</summary>
    public static IReadOnlyList<RestoreSource> SourcesOf(ResourceGraph graph) =>
    [
        .. RestoredTable.In(graph).All(table => table.PointInTimeRecovery) ? [RestoreSource.PointInTime] : Array.Empty<RestoreSource>(),
        .. graph.Resources.Any(resource => resource.Type == "aws:backup/selection:Selection") ? [RestoreSource.Vault] : Array.Empty<RestoreSource>(),
    ];

    /// <param name="only">The only table to restore; null for all.</param>
    public static RestorePlan Of(ResourceGraph graph, string region, RestoreSource source, DateTimeOffset at, string? only)
    {
        RestoredTable[] all = [.. RestoredTable.In(graph).Select(table => table with { Restored = only is null || table.Name == only })];
        RestoredTable[] tables = [.. all.Where(table => table.Restored)];
        string[] names = [.. tables.Select(table => table.Name)];
        var parts = Fill(new
        {
            graph.Stack,
            Region = region,
            Vault = source == RestoreSource.Vault,
            At = RestoreTime.Text(at),
            Suffix = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            All = all,
            Tables = tables,
            TableNames = string.Join(" and ", names),
            Whole = tables.Length == all.Length,
            CustomerKey = all.Any(table => table.CustomerKey),
            Dependents = RestoredTable.DependentsOf(graph, tables),
            Writer = FunctionNames.ProcessWorkout,
            Reserve = ReservedConcurrency(graph),
        }).Split(Heading);
        return new RestorePlan(parts[0].TrimEnd('\n'), graph.Stack, region, source, at, names, [.. parts.Skip(1).Select(Step)]);
    }

    /// <summary>Commented Bash, to be pasted block by block.</summary>
    public string ToText() => string.Concat(
        Steps.Select((step, index) => string.Create(CultureInfo.InvariantCulture, $"\n# {index + 1}. {step.Title}\n")
            + string.Concat(step.Why.Select(why => $"{Comment}{why}\n"))
            + (step.Commands.Length == 0 ? "" : $"{step.Commands}\n")).Prepend($"{Head}\n"));

    /// <summary>JSON on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { Stack, Region, Source, At = RestoreTime.Text(At), Tables, Steps }, _json);

    private static string Fill(object values)
    {
        using var template = new StreamReader(typeof(RestorePlan).Assembly.GetManifestResourceStream(Template)!);
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            // It is Bash, not HTML.
            NoEscape = true,
            ThrowOnUnresolvedBindingExpression = true,
        });
        return handlebars.Compile(template.ReadToEnd())(values);
    }

    private static RestoreStep Step(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var (method, title) = lines[0].Split("] ") is [var tag, var rest] ? (tag[1..], rest) : (null, lines[0]);
        string[] why = [.. lines.Skip(1).TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal)).Select(line => line[Comment.Length..])];
        return new RestoreStep(title, method, why, string.Join('\n', lines.Skip(1 + why.Length)));
    }

    // Null if the stack declares none.
    private static string? ReservedConcurrency(ResourceGraph graph)
    {
        var writer = graph.Resources.Single(resource => resource is { Type: "aws:lambda/function:Function", Name: FunctionNames.ProcessWorkout });
        return writer.Inputs["reservedConcurrentExecutions"]?.GetValue<double>() is >= 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : null;
    }
}
