using WorkoutLog.Packaging.Native;

namespace WorkoutLog.Packaging;

/// <summary>Selects the files of a published function for its archive.</summary>
public static class FunctionFiles
{
    /// <summary>The file that Lambda starts on a custom runtime.</summary>
    public const string EntryPoint = "bootstrap";

    /// <summary>The certificate authorities that a function trusts, under this name in the archive.</summary>
    public const string CertificateBundle = "amazon-trust-services.pem";

    // Symbols and documentation, which Lambda does not need.
    private static readonly string[] _leftOut = [".pdb", ".dbg", ".xml"];

    /// <param name="published">The output of <c>dotnet publish</c>.</param>
    /// <param name="function">Name of the function's assembly.</param>
    /// <param name="certificates">The file that becomes <see cref="CertificateBundle"/>.</param>
    /// <exception cref="PackagingException">Lambda could not run the published function.</exception>
    public static IReadOnlyList<FunctionFile> Of(FunctionBuild build, string published, string function, string certificates)
    {
        var bundle = new FunctionFile(CertificateBundle, certificates);
        return build.Mode == PackagingMode.Aot
            ? [Native(build.Architecture, Path.Combine(published, function)), bundle]
            : [.. Managed(published, function), bundle];
    }

    private static FunctionFile Native(Architecture architecture, string executable)
    {
        if (!File.Exists(executable))
        {
            throw new PackagingException($"There is no native executable at {executable}; was the function published as Native AOT?");
        }

        if (NativeGate.Refusal(File.ReadAllBytes(executable), architecture) is { } refusal)
        {
            throw new PackagingException($"{Path.GetFileName(executable)} {refusal}");
        }

        return new FunctionFile(EntryPoint, executable, Executable: true);
    }

    private static IEnumerable<FunctionFile> Managed(string published, string function)
    {
        if (!File.Exists(Path.Combine(published, $"{function}.runtimeconfig.json")))
        {
            throw new PackagingException($"There is no {function}.runtimeconfig.json in {published}; was the function published for the .NET runtime?");
        }

        return Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories)
            .Where(file => !_leftOut.Contains(Path.GetExtension(file)))
            .Select(file => new FunctionFile(Path.GetRelativePath(published, file).Replace('\\', '/'), file));
    }
}

/// <summary>A file of an archive.</summary>
/// <param name="Name">In the archive, with slashes.</param>
/// <param name="Source">Path of its content.</param>
/// <param name="Executable">Lambda unpacks with the modes of the zip: 0755 or 0644.</param>
public sealed record FunctionFile(string Name, string Source, bool Executable = false);
