namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class FunctionCodeTests : IDisposable
{
    private const string Archive = "artifacts/functions/Echo.zip";
    private static readonly FunctionDeclaration _function = FunctionDeclaration.From(SampleGraph.Function());
    private readonly ShellFunction _code = ShellFunction.Create();

    private string Folder => Path.Combine(_code.Repository, "unpacked");

    public void Dispose() => _code.Dispose();

    [Fact]
    public async Task Keeps_the_modes_of_the_archive_and_refuses_a_bootstrap_that_Lambda_could_not_run()
    {
        await UnpackAsync(Packed());
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(Path.Combine(Folder, "bootstrap")));
        Directory.Delete(Folder, recursive: true);
        File.SetUnixFileMode(Path.Combine(_code.CodeFolder, "bootstrap"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal($"{Archive} has no executable 'bootstrap'. Fix: ./workout package", await Refusal.OfAsync(() => UnpackAsync(Packed())));
    }

    [Fact]
    public async Task Rejects_a_missing_archive_and_one_packaged_again_after_the_evaluation()
    {
        Assert.Equal($"{Archive}, the code of function 'Echo', is missing. Fix: ./workout package", await Refusal.OfAsync(() => UnpackAsync(_function)));

        var function = Packed();

        Assert.Equal(
            $"{Archive} has the SHA-256 {function.ArchiveSha256}, but the stack declares {new string('0', 64)}: it was packaged again in the meantime. Fix: run the command again.",
            await Refusal.OfAsync(() => UnpackAsync(function with { ArchiveSha256 = new string('0', 64) })));
    }

    [Theory]
    [InlineData("../Echo.zip")]
    [InlineData("/tmp/Echo.zip")]
    public async Task Refuses_an_archive_outside_of_the_repository(string path) => Assert.Equal(
        $"{path}, the code of function 'Echo', is outside of the repository.", await Refusal.OfAsync(() => UnpackAsync(_function with { ArchivePath = path })));

    [Fact]
    public void A_runtime_starts_a_bootstrap_or_the_assembly_that_the_handler_names()
    {
        var (file, arguments) = LambdaRuntime.Of("dotnet10", "Echo")!.Command("/code");

        Assert.Equal("/code/bootstrap", LambdaRuntime.Of("provided.al2023", "bootstrap")!.Command("/code").File);
        Assert.Equal("dotnet", Path.GetFileName(file));
        Assert.Equal(["exec", "/code/Echo.dll"], arguments);
        Assert.Equal(
            "a/Echo.zip has no assembly 'Echo.dll'. Fix: ./workout package", Refusal.Of(() => LambdaRuntime.Of("dotnet10", "Echo")!.Check("/nowhere", "a/Echo.zip")));
    }

    [Theory]
    [InlineData("dotnet10", "Echo::Echo.Function::Handle")]
    [InlineData("dotnet10", null)]
    [InlineData("nodejs24.x", "index.handler")]
    [InlineData(null, "bootstrap")]
    public void Another_runtime_or_a_method_as_its_handler_is_not_supported(string? runtime, string? handler) => Assert.Null(LambdaRuntime.Of(runtime, handler));

    private Task UnpackAsync(FunctionDeclaration function) => FunctionCode.UnpackAsync(function, _code.Repository, Folder, CancellationToken.None);

    private FunctionDeclaration Packed() => FunctionDeclaration.From(_code.PackInto(SampleGraph.Stack()).OfType(FunctionType.Token)[0]);
}
