using WorkoutLog.Packaging;
using Host = System.Runtime.InteropServices.Architecture;

namespace WorkoutLog.Functions.Tests.Packaging;

public sealed class FunctionArchivesTests : IDisposable
{
    private const string Archive = "artifacts/functions/managed-x86_64/QueryWorkouts.zip";

    private readonly SmallRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Builds_what_is_missing_with_one_line_of_output_and_nothing_if_nothing_changed()
    {
        Assert.True(await _repository.UpdateAsync());
        var made = File.GetLastWriteTimeUtc(Path.Combine(_repository.Path, Archive));
        File.SetLastWriteTimeUtc(Path.Combine(_repository.Path, "functions", "code"), made.AddMinutes(5));

        Assert.False(await _repository.UpdateAsync());

        Assert.Equal(("one", 1, made), (_repository.Read(Archive), _repository.Builds, File.GetLastWriteTimeUtc(Path.Combine(_repository.Path, Archive))));
        Assert.Equal(["Packaging the functions (managed, x86_64) …"], _repository.Said);
    }

    [Fact]
    public async Task Rebuilds_if_a_source_or_an_archive_changed()
    {
        await _repository.UpdateAsync();

        _repository.Write("functions/code", "two");
        Assert.True(await _repository.UpdateAsync());
        Assert.Equal("two", _repository.Read(Archive));

        _repository.Write("Directory.Packages.props", "<Project />");
        Assert.True(await _repository.UpdateAsync());

        File.Delete(Path.Combine(_repository.Path, "Directory.Packages.props"));
        Assert.True(await _repository.UpdateAsync());

        _repository.Write(Archive, "something else");
        Assert.True(await _repository.UpdateAsync());
        Assert.Equal("two", _repository.Read(Archive));
    }

    [Fact]
    public async Task Builds_once_for_two_concurrent_callers()
    {
        var built = await Task.WhenAll(_repository.UpdateAsync(), _repository.UpdateAsync());

        Assert.Single(built, true);
        Assert.Equal(1, _repository.Builds);
    }

    [Fact]
    public async Task Reports_why_a_build_failed_and_retries_the_next_time()
    {
        _repository.Write("functions/broken", "");

        var failure = await Assert.ThrowsAsync<PackagingException>(() => _repository.UpdateAsync());

        Assert.Equal(
            """
            The functions could not be packaged (managed, x86_64).
              error BUILD7: the functions are broken
            Full output: dotnet build functions/Functions.proj -p:FunctionPackaging=managed -p:FunctionArchitecture=x86_64
            """,
            failure.Message);

        File.Delete(Path.Combine(_repository.Path, "functions", "broken"));
        Assert.True(await _repository.UpdateAsync());
    }

    [Fact]
    public async Task Refuses_builds_that_this_machine_can_not_link()
    {
        var other = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == Host.Arm64 ? Architecture.X86_64 : Architecture.Arm64;

        var failure = await Assert.ThrowsAsync<PackagingException>(() => _repository.UpdateAsync(new FunctionBuild(PackagingMode.Aot, other)));

        Assert.StartsWith($"Native functions for {other.ToString().ToLowerInvariant()} can be linked only on Linux", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _repository.Builds);
    }

    [Fact]
    public async Task Uses_existing_archives_without_sources()
    {
        File.Delete(Path.Combine(_repository.Path, "functions", "Functions.proj"));

        Assert.False(await _repository.UpdateAsync());
    }
}
