using System.IO.Compression;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Options;
using WorkoutLog.Bench.Tests.Support;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Tests.Options;

[Collection(TestBedFixture.Shared)]
public sealed class VariantBuildTests(TestBedFixture fixture) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("workout-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task An_undeclared_archive_is_measured_as_a_variant_and_rejected_as_the_shipped_one()
    {
        var shipped = fixture.TestBed.Declaration(FunctionNames.ProcessWorkout);
        var archive = Path.Combine(_root, shipped.ArchivePath);
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        File.Copy(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, shipped.ArchivePath), archive);
        await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Update))
        {
            zip.CreateEntry("variant");
        }

        var variant = await VariantBuild.OfAsync(shipped, _root, CancellationToken.None);
        var function = await OwnFunctions.UnpackAsync(fixture.TestBed, "variant", variant.Function, variant.Root, Path.Combine(_root, "a"), CancellationToken.None);

        Assert.True(File.Exists(function.Program));
        Assert.Equal(archive, variant.Archive);
        await Assert.ThrowsAsync<UserErrorException>(
            () => OwnFunctions.UnpackAsync(fixture.TestBed, "shipped", shipped, _root, Path.Combine(_root, "b"), CancellationToken.None));
    }
}
