using WorkoutLog.Packaging;

namespace WorkoutLog.Functions.Tests.Packaging;

public class FunctionBuildTests
{
    [Theory]
    [InlineData("aot", "x86_64", "a/functions/Echo.zip")]
    [InlineData("aot", "arm64", "a/functions/aot-arm64/Echo.zip")]
    [InlineData("managed", "x86_64", "a/functions/managed-x86_64/Echo.zip")]
    [InlineData("managed", "arm64", "a/functions/managed-arm64/Echo.zip")]
    public void Each_build_has_its_own_archives(string mode, string architecture, string archive) =>
        Assert.Equal(archive, FunctionBuild.Parse(mode, architecture)!.ArchiveIn("a", "Echo"));

    [Theory]
    [InlineData("AOT", "x86_64")]
    [InlineData("jit", "x86_64")]
    [InlineData("aot", "x64")]
    public void Other_words_mean_nothing(string mode, string architecture) => Assert.Null(FunctionBuild.Parse(mode, architecture));
}
