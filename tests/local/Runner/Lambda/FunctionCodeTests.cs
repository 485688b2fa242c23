using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class FunctionCodeTests
{
    private static readonly FunctionDeclaration _function = FunctionDeclaration.From(SampleGraph.Function());

    [Fact]
    public async Task Keeps_the_modes_of_the_archive()
    {
        using var code = ShellFunction.Create();
        code.Pack();
        var folder = Path.Combine(code.Repository, "unpacked");

        await FunctionCode.UnpackAsync(_function, code.Repository, folder, CancellationToken.None);

        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(Path.Combine(folder, "bootstrap")));
    }

    [Fact]
    public async Task Says_how_to_make_an_archive_that_is_not_there()
    {
        using var code = ShellFunction.Create();

        var error = await Assert.ThrowsAsync<UserErrorException>(() =>
            FunctionCode.UnpackAsync(_function, code.Repository, Path.Combine(code.Repository, "unpacked"), CancellationToken.None));

        Assert.Equal("artifacts/functions/Echo.zip, the code of function 'Echo', is not there. Make it: ./workout package", error.Message);
    }

    [Fact]
    public async Task Refuses_a_bootstrap_that_Lambda_could_not_run()
    {
        using var code = ShellFunction.Create();
        File.SetUnixFileMode(Path.Combine(code.CodeFolder, "bootstrap"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        code.Pack();

        var error = await Assert.ThrowsAsync<UserErrorException>(() =>
            FunctionCode.UnpackAsync(_function, code.Repository, Path.Combine(code.Repository, "unpacked"), CancellationToken.None));

        Assert.Equal("artifacts/functions/Echo.zip has no executable 'bootstrap'. Make it anew: ./workout package", error.Message);
    }
}
