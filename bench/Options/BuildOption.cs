namespace WorkoutLog.Bench.Options;

/// <summary>One thing that is done otherwise than it is shipped.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Properties">Of the build, as <c>Name=value</c>; empty where the shipped build is measured.</param>
/// <param name="Variables">Of the process's environment.</param>
internal sealed record BuildOption(string Name, IReadOnlyList<string> Properties, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Without the bundle of AWS's own roots: those of the system, which a function finds where it is told nothing.</summary>
    private const string SystemRoots = "/etc/ssl/certs/ca-certificates.crt";

    public static readonly BuildOption Shipped = new("as shipped", [], new Dictionary<string, string>());

    /// <summary>Each alone, against <see cref="Shipped"/>.</summary>
    public static IReadOnlyList<BuildOption> All { get; } =
    [
        new($"`SSL_CERT_FILE` names the system's roots", [], new Dictionary<string, string> { ["SSL_CERT_FILE"] = SystemRoots }),
        Build("OptimizationPreference=Speed"),
        Build("OptimizationPreference=Size"),
        Build("InvariantGlobalization=false"),
        Build("StripSymbols=false"),
        Build("UseSystemResourceKeys=true"),
        Build("StackTraceSupport=false"),
        Build("ConcurrentGarbageCollection=true"),
        Build("HttpActivityPropagationSupport=true"),
        Build("IlcFoldIdenticalMethodBodies=false"),
        Build("IlcInstructionSet=x86-x64-v3"),
        Build("PositionIndependentExecutable=true"),
        Build("IlcDehydrate=true", "PositionIndependentExecutable=true"),
        new("`OPENSSL_CONF=/dev/null`", [], new Dictionary<string, string> { ["OPENSSL_CONF"] = "/dev/null" }),
    ];

    private static BuildOption Build(params string[] properties) =>
        new(string.Join(", ", properties.Select(property => $"`{property}`")), properties, new Dictionary<string, string>());
}
