using WorkoutLog.Local.Runner.Processes;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>How Lambda starts a function's process: the custom runtime a program, the .NET runtime an assembly.</summary>
internal abstract record LambdaRuntime
{
    /// <param name="name">As the function's resource declares it.</param>
    /// <returns>Null for a runtime that can't run here.</returns>
    public static LambdaRuntime? Of(string? name, string? handler) => name switch
    {
        not null when name.StartsWith("provided.", StringComparison.Ordinal) => new Custom(),
        "dotnet10" when handler is not null && !handler.Contains(':', StringComparison.Ordinal) => new DotNet(handler),
        _ => null,
    };

    /// <summary>The file of the archive that is started.</summary>
    public abstract string EntryPoint { get; }

    /// <exception cref="UserErrorException">The archive has no entry point that Lambda could start.</exception>
    public abstract void Check(string codeFolder, string archive);

    /// <exception cref="UserErrorException">Something is missing on this machine.</exception>
    public abstract (string File, string[] Arguments) Command(string codeFolder);

    private sealed record Custom : LambdaRuntime
    {
        public override string EntryPoint => "bootstrap";

        public override void Check(string codeFolder, string archive)
        {
            var bootstrap = new FileInfo(Path.Combine(codeFolder, EntryPoint));
            if (!bootstrap.Exists || (bootstrap.UnixFileMode & UnixFileMode.UserExecute) == 0)
            {
                throw new UserErrorException($"{archive} has no executable 'bootstrap'. Make it anew: ./workout package");
            }
        }

        public override (string File, string[] Arguments) Command(string codeFolder) => (Path.Combine(codeFolder, EntryPoint), []);
    }

    // A handler without colons names an assembly with a Main, which speaks the Runtime API itself.
    private sealed record DotNet(string Assembly) : LambdaRuntime
    {
        public override string EntryPoint => $"{Assembly}.dll";

        public override void Check(string codeFolder, string archive)
        {
            if (!File.Exists(Path.Combine(codeFolder, EntryPoint)))
            {
                throw new UserErrorException($"{archive} has no assembly '{EntryPoint}'. Make it anew: ./workout package");
            }
        }

        public override (string File, string[] Arguments) Command(string codeFolder) =>
            (Executables.Find("dotnet") ?? throw new UserErrorException("The program 'dotnet' is not in PATH; functions of the runtime dotnet10 are run with it."),
            ["exec", Path.Combine(codeFolder, EntryPoint)]);
    }
}
