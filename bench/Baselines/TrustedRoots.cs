using WorkoutLog.Local;

namespace WorkoutLog.Bench.Baselines;

/// <summary>The certificate authorities that a baseline trusts: some of its own, and the one of the bench.</summary>
/// <param name="authority">PEM file of the bench's authority; its folder holds nothing else.</param>
internal sealed class TrustedRoots(Repository repository, string authority)
{
    // What the SDKs of this system read when they are told nothing; on Lambda it is a list of the same length.
    private const string OfSystem = "/etc/ssl/certs/ca-certificates.crt";

    /// <summary>What our own functions trust: the roots of AWS.</summary>
    public string OfAws => Path.Combine(repository.Root, "functions", "Certificates", "amazon-trust-services.pem");

    /// <returns>A file with <see cref="OfAws"/> and the bench's authority.</returns>
    public Task<string> WithAwsAsync(CancellationToken cancellation) => WriteAsync("aws-roots.pem", OfAws, cancellation);

    /// <returns>A file with all that the system trusts and the bench's authority.</returns>
    public Task<string> WithSystemAsync(CancellationToken cancellation) => WriteAsync("system-roots.pem", OfSystem, cancellation);

    private async Task<string> WriteAsync(string name, string roots, CancellationToken cancellation)
    {
        // Of this run, as the authority is: another run beside it has another one.
        string file = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(authority))!, name);
        string[] parts = [await File.ReadAllTextAsync(roots, cancellation), await File.ReadAllTextAsync(authority, cancellation)];
        await File.WriteAllTextAsync(file, string.Join('\n', parts), cancellation);
        return file;
    }
}
