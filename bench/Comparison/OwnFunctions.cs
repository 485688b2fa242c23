using WorkoutLog.Bench.Baselines;
using WorkoutLog.Local.Runner;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Comparison;

/// <summary>The functions of this repository, out of the archives that are deployed.</summary>
internal static class OwnFunctions
{
    public const string Name = "WorkoutLog";

    /// <param name="root">Folder that the archives' paths in the graph start from.</param>
    /// <param name="folder">Gets the unpacked archives.</param>
    public static async Task<Contestant> UnpackAsync(Bed bed, string root, string folder, CancellationToken cancellation) => new(
        Name,
        await UnpackAsync(bed, Name, bed.Declaration(FunctionNames.ProcessWorkout), root, folder, cancellation),
        await UnpackAsync(bed, Name, bed.Declaration(FunctionNames.QueryWorkouts), root, folder, cancellation));

    /// <param name="name">What tables call it.</param>
    public static async Task<FunctionUnderTest> UnpackAsync(
        Bed bed, string name, FunctionDeclaration declared, string root, string folder, CancellationToken cancellation)
    {
        string code = Path.Combine(folder, declared.Name);
        await FunctionCode.UnpackAsync(declared, root, code, cancellation);
        // The roots of the archive stay as they are declared; the bench's own authority is a further one, as a private endpoint's would be.
        var trust = new Dictionary<string, string> { ["SSL_CERT_DIR"] = bed.Authority.Folder };
        return new FunctionUnderTest(name, declared.Name, Path.Combine(code, "bootstrap"), [], code, declared.Handler, trust);
    }
}
