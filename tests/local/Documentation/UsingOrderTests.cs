namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The build checks all style but the order of usings, for which <c>dotnet format</c> would analyse the whole solution again.</summary>
public sealed partial class UsingOrderTests
{
    [Fact]
    public void Usings_are_in_order_with_those_of_System_first()
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var sources = ((string[])["bench", "examples", "functions", "infra", "local", "offline", "tests"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)).ToArray();

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, source => !IsInOrder(File.ReadAllText(source)));
    }

    [Theory]
    [InlineData("using System;\nusing System.Text;\nusing Amazon;\nusing Xunit;\nusing X = A.B;\n", true)]
    [InlineData("using Amazon;\nusing System;\n", false)]
    [InlineData("using System.Text;\nusing System;\n", false)]
    public void Detects_a_using_that_is_out_of_order(string source, bool isInOrder) => Assert.Equal(isInOrder, IsInOrder(source));

    private static bool IsInOrder(string source)
    {
        var names = Using().Matches(source).Select(line => line.Groups["name"].Value).ToArray();
        return names.SequenceEqual(names
            .OrderBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^using (?<name>[A-Za-z][\w.]*);\r?$", RegexOptions.Multiline)]
    private static partial Regex Using();
}
