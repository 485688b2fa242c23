namespace WorkoutLog.Offline.ProviderSdk.Model;

/// <param name="WireName">As the engine knows it: <c>hashKey</c>.</param>
/// <param name="Name">As C# has it: <c>HashKey</c>.</param>
/// <param name="Type">Its type without wrappers.</param>
/// <param name="Optional">May be omitted (an input) or null (an output).</param>
/// <param name="Secret">An input whose value is marked secret when it is set.</param>
/// <param name="Deprecated">The reason, or null; the real packages show it on some forms of inputs only.</param>
public sealed record Property(string WireName, string Name, CSharpType Type, bool Optional, bool Secret, string? Deprecated);
