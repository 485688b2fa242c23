namespace WorkoutLog.Local.Runner.Lambda.Versions;

/// <summary>Keeps the unpacked archives of all published versions, each archive once, however often the file that it came from is made anew.</summary>
/// <param name="folder">Of this run alone.</param>
internal sealed class CodeStore(string repositoryRoot, string folder)
{
    private const int HashLength = 16;

    /// <returns>The folder of the unpacked archive.</returns>
    /// <exception cref="UserErrorException">The archive is not there, is not the declared one, or has nothing that Lambda could start.</exception>
    public async Task<string> EnsureAsync(FunctionDeclaration function, CancellationToken cancellation)
    {
        var code = Path.Combine(folder, $"{function.FunctionName}-{function.ArchiveSha256[..HashLength]}");
        if (Directory.Exists(code))
        {
            return code;
        }

        // Whatever stands under the final name is complete.
        var draft = $"{code}.draft";
        try
        {
            await FunctionCode.UnpackAsync(function, repositoryRoot, draft, cancellation);
            Directory.Move(draft, code);
            return code;
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }
}
