using System.Text.Json;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>
/// Every refusal with its words, in <c>refused.txt</c>: the texts that a stack has beside the defaults (<c>&gt; key = "text"</c>), then what
/// people read. A new case is a line of the first kind; <c>UPDATE_SNAPSHOTS=1 dotnet test tests/infra</c> writes the others.
/// </summary>
public class RefusedSettingsTests
{
    [Fact]
    public void Says_what_is_wrong_what_is_allowed_and_how_to_fix_it() => CommittedFile.Holds(
        "tests/infra/Settings/refused.txt",
        file => string.Join("\n\n", file.ReplaceLineEndings("\n").TrimEnd().Split("\n\n").Select(Judged)) + "\n");

    private static string Judged(string block)
    {
        var texts = block.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)).ToArray();
        return string.Join('\n', [.. texts, Configuration.Refuse([.. texts.Select(Read)])]);
    }

    private static (string Key, string Text) Read(string line)
    {
        var parts = line[2..].Split(" = ", 2);
        return (parts[0], JsonSerializer.Deserialize<string>(parts[1])!);
    }
}
