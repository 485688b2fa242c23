namespace WorkoutLog.Bench.Options;

/// <summary>One deviation from the shipped build.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Properties">Build properties, <c>Name=value</c>; empty for the shipped build.</param>
/// <param name="Variables">Environment variables of the process.</param>
internal sealed record BuildOption(string Name, IReadOnlyList<string> Properties, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The system's roots, which a function uses by default, instead of the bundle of AWS's roots.</summary>
    private const string SystemRoots = "/etc/ssl/certs/ca-certificates.crt";

    public static readonly BuildOption Shipped = new("as shipped", [], new Dictionary<string, string>());

    /// <summary>Each option alone, compared with <see cref="Shipped"/>.</summary>
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
        Build("IlcInstructionSet=x86-64-v3"),
        Build("PositionIndependentExecutable=true"),
        Build("IlcDehydrate=true", "PositionIndependentExecutable=true"),
        new("`OPENSSL_CONF=/dev/null`", [], new Dictionary<string, string> { ["OPENSSL_CONF"] = "/dev/null" }),
    ];

    private static BuildOption Build(params string[] properties) =>
        new(string.Join(", ", properties.Select(property => $"`{property}`")), properties, new Dictionary<string, string>());
}
