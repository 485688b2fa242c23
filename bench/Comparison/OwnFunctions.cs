using WorkoutLog.Bench.Baselines;
using WorkoutLog.Local.Runner;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Comparison;

/// <summary>The functions of this repository, from the deployed archives.</summary>
internal static class OwnFunctions
{
    public const string Name = "WorkoutLog";

    /// <param name="root">Base folder of the archives' paths in the graph.</param>
    /// <param name="folder">Receives the unpacked archives.</param>
    public static async Task<Contestant> UnpackAsync(TestBed bed, string root, string folder, CancellationToken cancellation) => new(
        Name,
        await UnpackAsync(bed, Name, bed.Declaration(FunctionNames.ProcessWorkout), root, folder, cancellation),
        await UnpackAsync(bed, Name, bed.Declaration(FunctionNames.QueryWorkouts), root, folder, cancellation));

    /// <param name="name">Name in tables.</param>
    public static async Task<FunctionUnderTest> UnpackAsync(
        TestBed bed, string name, FunctionDeclaration declared, string root, string folder, CancellationToken cancellation)
    {
        string code = Path.Combine(folder, declared.Name);
        await FunctionCode.UnpackAsync(declared, root, code, cancellation);
        // Keeps the archive's declared roots and adds the bench's authority, like that of a private endpoint.
        var trust = new Dictionary<string, string> { ["SSL_CERT_DIR"] = bed.Authority.Folder };
        return new FunctionUnderTest(name, declared.Name, Path.Combine(code, "bootstrap"), [], code, declared.Handler, trust);
    }
}
