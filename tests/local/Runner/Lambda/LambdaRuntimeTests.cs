using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

public class LambdaRuntimeTests
{
    [Fact]
    public void The_custom_runtime_starts_a_bootstrap() =>
        Assert.Equal("/code/bootstrap", LambdaRuntime.Of("provided.al2023", "bootstrap")!.Command("/code").File);

    [Fact]
    public void The_NET_runtime_starts_the_assembly_that_the_handler_names()
    {
        var (file, arguments) = LambdaRuntime.Of("dotnet10", "Echo")!.Command("/code");

        Assert.Equal("dotnet", Path.GetFileName(file));
        Assert.Equal(["exec", "/code/Echo.dll"], arguments);
    }

    [Theory]
    [InlineData("dotnet10", "Echo::Echo.Function::Handle")]
    [InlineData("dotnet10", null)]
    [InlineData("nodejs24.x", "index.handler")]
    [InlineData(null, "bootstrap")]
    public void Another_runtime_or_a_method_as_its_handler_is_not_known(string? runtime, string? handler) =>
        Assert.Null(LambdaRuntime.Of(runtime, handler));

    [Fact]
    public void An_archive_without_the_assembly_is_refused()
    {
        var error = Assert.Throws<UserErrorException>(() => LambdaRuntime.Of("dotnet10", "Echo")!.Check("/nowhere", "a/Echo.zip"));

        Assert.Equal("a/Echo.zip has no assembly 'Echo.dll'. Make it anew: ./workout package", error.Message);
    }
}
