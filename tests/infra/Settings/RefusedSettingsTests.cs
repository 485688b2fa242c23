using System.Text.Json;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>
/// Every error message, in <c>refused.txt</c>: the settings that differ from the defaults (<c>&gt; key = "text"</c>), then the message. To
/// add a case, add its settings; <c>UPDATE_SNAPSHOTS=1 dotnet test tests/infra</c> writes the message.
/// </summary>
public class RefusedSettingsTests
{
    [Fact]
    public void Names_the_constraint_the_value_and_the_fix() => CommittedFile.Holds(
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
