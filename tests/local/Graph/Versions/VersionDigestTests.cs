using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph.Versions;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Graph.Versions;

public sealed class VersionDigestTests
{
    public static TheoryData<string> OfVersions => [.. VersionDigest.Inputs];

    [Theory]
    [MemberData(nameof(OfVersions))]
    public void Tells_each_input_of_a_version(string input)
    {
        var inputs = Inputs();
        inputs[input] = new JsonObject { ["changed"] = true };

        Assert.NotEqual(VersionDigest.Of(Inputs()), VersionDigest.Of(inputs));
    }

    [Theory]
    [InlineData("reservedConcurrentExecutions")]
    [InlineData("tags")]
    [InlineData("publish")]
    public void Passes_over_what_belongs_to_the_function_as_a_whole(string input)
    {
        var inputs = Inputs();
        inputs[input] = "changed";

        Assert.Equal(VersionDigest.Of(Inputs()), VersionDigest.Of(inputs));
    }

    [Fact]
    public void Looks_at_the_code_and_not_at_where_it_lies()
    {
        var (moved, changed) = (Inputs(), Inputs());
        moved["code"]!["archive"]!["path"] = "elsewhere.zip";
        changed["code"]!["archive"]!["sha256"] = new string('1', 64);

        Assert.Equal(VersionDigest.Of(Inputs()), VersionDigest.Of(moved));
        Assert.NotEqual(VersionDigest.Of(Inputs()), VersionDigest.Of(changed));
    }

    private static JsonObject Inputs() => SampleGraph.Function().Inputs;
}
