using WorkoutLog.Local;

namespace WorkoutLog.Bench.Baselines;

/// <summary>The certificate authorities that a baseline trusts: its own roots plus the bench's authority.</summary>
/// <param name="authority">PEM file of the bench's authority, alone in its folder.</param>
internal sealed class TrustedRoots(Repository repository, string authority)
{
    // The SDKs' default trust store on this system; Lambda's is about as long.
    private const string OfSystem = "/etc/ssl/certs/ca-certificates.crt";

    /// <summary>The roots of AWS, which our functions trust.</summary>
    public string OfAws => Path.Combine(repository.Root, "functions", "Certificates", "amazon-trust-services.pem");

    /// <returns>A file with <see cref="OfAws"/> and the bench's authority.</returns>
    public Task<string> WithAwsAsync(CancellationToken cancellation) => WriteAsync("aws-roots.pem", OfAws, cancellation);

    /// <returns>A file with the system's roots and the bench's authority.</returns>
    public Task<string> WithSystemAsync(CancellationToken cancellation) => WriteAsync("system-roots.pem", OfSystem, cancellation);

    private async Task<string> WriteAsync(string name, string roots, CancellationToken cancellation)
    {
        // Per run, like the authority: a concurrent run has its own.
        string file = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(authority))!, name);
        string[] parts = [await File.ReadAllTextAsync(roots, cancellation), await File.ReadAllTextAsync(authority, cancellation)];
        await File.WriteAllTextAsync(file, string.Join('\n', parts), cancellation);
        return file;
    }
}
