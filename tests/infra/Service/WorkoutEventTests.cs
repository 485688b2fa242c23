using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Service;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Service;

public partial class WorkoutEventTests
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_template_is_a_JSON_object_once_its_placeholders_are_values()
    {
        // A quoted placeholder would break here, or on the bus for a number or an object.
        var filled = Placeholder().Replace(WorkoutEvent.Template, placeholder => JsonSerializer.Serialize(placeholder.Groups["path"].Value, _indented));

        Assert.Equal(
            WorkoutEvent.Members.Select(member => (member.Name, member.Path)),
            JsonNode.Parse(filled)!.AsObject().Select(member => (member.Key, member.Value!.ToString())));
    }

    [Fact]
    public void The_template_is_within_the_limit_of_pipes() => Assert.InRange(WorkoutEvent.Template.Length, 1, 8_192);

    [Fact]
    public void Every_member_of_the_template_is_in_the_schema_and_the_reverse()
    {
        var schema = WorkoutEvent.Schema();

        string[] published = [.. WorkoutEvent.Members.Select(member => member.Name)];
        Assert.Equal(published, schema["properties"]!.AsObject().Select(member => member.Key));
        Assert.Equal(published, schema["required"]!.AsArray().Select(name => name!.ToString()));
        Assert.All(schema["properties"]!.AsObject(), member => Assert.NotEmpty(member.Value!["description"]!.ToString()));
    }

    [Fact]
    public void Every_kind_of_change_becomes_an_event_and_is_in_the_schema()
    {
        var filter = JsonNode.Parse(WorkoutEvent.Filter)!["dynamodb"]!["NewImage"]!;

        var pattern = Assert.Single(filter.AsObject());
        Assert.Equal(ChangeAttributes.Type, pattern.Key);
        Assert.Equal(ChangeTypes.All, pattern.Value!["S"]!.AsArray().Select(type => type!.ToString()));
        Assert.Equal(ChangeTypes.All, WorkoutEvent.Schema()["properties"]!["type"]!["enum"]!.AsArray().Select(type => type!.ToString()));
    }

    [Fact]
    public void The_published_schema_is_that_of_the_code() =>
        CommittedFile.Holds(WorkoutEvent.SchemaPath, _ => WorkoutEvent.Schema().ToJsonString(_indented) + "\n");

    [Fact]
    public void The_example_in_the_documentation_has_all_members_and_no_other()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "docs/events.md"));

        var example = JsonNode.Parse(Assert.Single(Example().Matches(document)).Groups["json"].Value)!;
        Assert.Equal(WorkoutEvent.Members.Select(member => member.Name), example["detail"]!.AsObject().Select(member => member.Key));
        Assert.Equal(example["detail-type"]!.ToString(), example["detail"]!["type"]!.ToString());
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("<(?<path>[^>]*)>")]
    private static partial Regex Placeholder();
}
