namespace WorkoutLog.Offline.ProviderSdk.TypeList;

/// <summary>The list's entries for one provider.</summary>
/// <param name="Provider"><c>aws</c> or <c>aws-native</c>: the part of a token before its first colon.</param>
/// <param name="RootNamespace">Such as <c>Pulumi.Aws</c>; also the assembly's name.</param>
/// <param name="ModuleNamespaces">Module to namespace: <c>dynamodb</c> to <c>DynamoDB</c>.</param>
/// <param name="Types">In the order listed.</param>
/// <param name="Hints">Information that the declarations lack.</param>
public sealed record ProviderList(
    string Provider,
    string RootNamespace,
    IReadOnlyDictionary<string, string> ModuleNamespaces,
    IReadOnlyList<ListedType> Types,
    Hints Hints)
{
    /// <summary>The C# namespace of a module, the root one for the empty module; null if the list lacks it.</summary>
    public string? NamespaceOf(string module)
    {
        if (module.Length == 0)
        {
            return RootNamespace;
        }

        return ModuleNamespaces.TryGetValue(module, out var name) ? $"{RootNamespace}.{name}" : null;
    }
}
