using WorkoutLog.Local.Graph.Types;
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
        var folder = Path.Combine(code.Repository, "unpacked");

        await FunctionCode.UnpackAsync(Packed(code), code.Repository, folder, CancellationToken.None);

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
        var function = Packed(code);

        var error = await Assert.ThrowsAsync<UserErrorException>(() =>
            FunctionCode.UnpackAsync(function, code.Repository, Path.Combine(code.Repository, "unpacked"), CancellationToken.None));

        Assert.Equal("artifacts/functions/Echo.zip has no executable 'bootstrap'. Make it anew: ./workout package", error.Message);
    }

    [Fact]
    public async Task Refuses_an_archive_that_was_packaged_again_after_the_evaluation()
    {
        using var code = ShellFunction.Create();
        var function = Packed(code);

        var error = await Assert.ThrowsAsync<UserErrorException>(() =>
            FunctionCode.UnpackAsync(
                function with { ArchiveSha256 = new string('0', 64) }, code.Repository, Path.Combine(code.Repository, "unpacked"), CancellationToken.None));

        Assert.Equal(
            $"artifacts/functions/Echo.zip has the SHA-256 {function.ArchiveSha256}, but the stack declares {new string('0', 64)}: "
            + "it was packaged again in the meantime. Run the command again.",
            error.Message);
    }

    [Theory]
    [InlineData("../Echo.zip")]
    [InlineData("/tmp/Echo.zip")]
    public async Task Refuses_an_archive_outside_of_the_repository(string path)
    {
        using var code = ShellFunction.Create();

        var error = await Assert.ThrowsAsync<UserErrorException>(() =>
            FunctionCode.UnpackAsync(_function with { ArchivePath = path }, code.Repository, Path.Combine(code.Repository, "unpacked"), CancellationToken.None));

        Assert.Equal($"{path}, the code of function 'Echo', is outside of the repository.", error.Message);
    }

    private static FunctionDeclaration Packed(ShellFunction code) =>
        FunctionDeclaration.From(code.PackInto(SampleGraph.Stack()).OfType(FunctionType.Token)[0]);
}
