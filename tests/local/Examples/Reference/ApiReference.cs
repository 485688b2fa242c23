using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using Route = WorkoutLog.Infra.Api.Route;

namespace WorkoutLog.Local.Tests.Examples.Reference;

/// <summary>The published OpenAPI document as Markdown.</summary>
internal sealed class ApiReference(JsonObject document)
{
    private static readonly ProblemKind[] _ofAll = [.. Routes.All[0].AllProblems.Where(kind => Routes.All.All(route => route.AllProblems.Contains(kind)))];
    private static readonly ProblemKind[] _ofSome = [.. Routes.All.SelectMany(route => route.AllProblems).Distinct().Except(_ofAll).OrderBy(kind => kind.Status)];

    private readonly StringBuilder _text = new();

    /// <summary>The text of <c>docs/api.md</c>.</summary>
    public string Markdown()
    {
        var head = File.ReadAllText(Sandbox.Fixture("Examples/Reference/head.txt")).Split("LIMITS\n");
        _text.Append(head[0]);
        Table(["limit", "default", "[setting](settings.md)"], WorkoutLimit.All.Select(limit => new[] { limit.Description, $"{limit.Default}", $"`{limit.Setting}`" }));
        _text.Append(head[1]);
        Line("\n## Routes\n");
        Table(["route", "does"], Operations.Select(found => new[] { $"[`{found.Name}`](#{Anchor(found.Name)})", Text(found.Operation, "summary") }));
        foreach (var (name, operation) in Operations)
        {
            Operation(name, operation);
        }

        _text.Append("\n## Schemas\n");
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
        {
            Schema(name, schema!.AsObject());
        }

        Problems();
        return _text.ToString().ReplaceLineEndings("\n");
    }

    private IEnumerable<(string Name, JsonObject Operation)> Operations => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!.AsObject())));

    private void Operation(string name, JsonObject operation)
    {
        Line($"\n### {name}\n\n{Text(operation, "summary")}");
        if (operation["parameters"] is JsonArray parameters)
        {
            Line("");
            Table(["parameter", "in", "type", "meaning"], parameters.Select(parameter => new[]
            {
                $"`{Text(parameter!, "name")}`", Text(parameter!, "in"), SchemaText.Of(parameter!["schema"]!), Text(parameter!, "description"),
            }));
        }

        if (operation["requestBody"] is { } body)
        {
            Bodies("Body", body["content"]!.AsObject());
        }

        foreach (var (status, answer) in operation["responses"]!.AsObject().Where(response => response.Key[0] == '2'))
        {
            Line($"\nResponse {status}: {Text(answer!, "description")}");
            Headers(answer!);
            Bodies("Response", answer!["content"]?.AsObject() ?? []);
        }

        Line($"\nProblems: {string.Join(", ", _ofSome.Where(kind => Route(name).AllProblems.Contains(kind)).Select(Shown))}; and [those of every route](#problems).");
    }

    private void Headers(JsonNode answer)
    {
        if (answer["headers"] is JsonObject headers)
        {
            Line("");
            Table(["header", "meaning"], headers.Select(header => new[] { $"`{header.Key}`", Text(header.Value!, "description") }));
        }
    }

    private void Bodies(string title, JsonObject contents)
    {
        foreach (var (mediaType, content) in contents)
        {
            Line($"\n{title} as `{mediaType}`: {SchemaText.Of(content!["schema"]!)}");
            Example(content["examples"]!.AsObject().First().Value!["value"]!);
        }
    }

    private void Schema(string name, JsonObject schema)
    {
        Line($"\n### {name}\n\n{Text(schema, "description")}\n");
        var required = schema["required"]?.AsArray().Select(field => field!.ToString()).ToHashSet() ?? [];
        Table(["field", "type", "always present", "meaning"], schema["properties"]!.AsObject().Select(property => new[]
        {
            $"`{property.Key}`", SchemaText.Of(property.Value!), required.Contains(property.Key) ? "yes" : "", property.Value!["description"]?.ToString() ?? "",
        }));
    }

    private void Problems()
    {
        Line("\n## Problems\n\nThe `type` of a problem is `urn:workout-log:problem:` followed by the name in the second column. Problems of every route:\n");
        ProblemTable(_ofAll);
        Line("\nProblems of some routes:\n");
        ProblemTable(_ofSome);
        Line("\nProblems of unknown paths and methods:\n");
        ProblemTable([ProblemKind.RouteNotFound, ProblemKind.MethodNotAllowed]);
    }

    private void ProblemTable(IEnumerable<ProblemKind> kinds) => Table(["status", "problem", "title"], kinds
        .OrderBy(kind => kind.Status)
        .Select(kind => new[] { kind.Status.ToString(CultureInfo.InvariantCulture), $"`{kind.Slug}`", kind.Title }));

    private static string Shown(ProblemKind kind) => $"{kind.Status} `{kind.Slug}`";

    private static Route Route(string name) => Routes.All.Single(route => route.Name == name);

    private void Example(JsonNode value) => Line(value is JsonValue text
        ? $"\n```csv\n{text.ToString().Trim().ReplaceLineEndings("\n")}\n```"
        : $"\n```json\n{value.ToJsonString(SchemaText.Indented)}\n```");

    private void Table(IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        Row(head);
        Row([.. head.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }
    }

    private void Row(IReadOnlyList<string> cells) => Line($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string Text(JsonNode node, string member) => node[member]!.ToString();

    // As GitHub derives it from a heading.
    internal static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');
}
