namespace WorkoutLog.Offline.ProviderSdk.Model;

/// <summary>A file of the SDK: one class or enumeration with its members.</summary>
public abstract record EmittedClass(string Namespace, string Name);

/// <summary>A nested type of a resource's inputs.</summary>
public sealed record InputClass(string Namespace, string Name, IReadOnlyList<Property> Properties) : EmittedClass(Namespace, Name);

/// <summary>A nested type of a resource's outputs.</summary>
public sealed record OutputClass(string Namespace, string Name, IReadOnlyList<Property> Properties) : EmittedClass(Namespace, Name);

public sealed record EnumStruct(string Namespace, string Name, IReadOnlyList<EnumValue> Values) : EmittedClass(Namespace, Name);

public sealed record EnumValue(string Name, string Value, string? Deprecated);

/// <summary>A resource and its arguments.</summary>
/// <param name="Namespace">The module's.</param>
/// <param name="Name">The resource class.</param>
/// <param name="Token">Its type for the engine.</param>
/// <param name="ArgumentsOptional">No input is required.</param>
/// <param name="Outputs">The resource's properties.</param>
/// <param name="Inputs">The properties of its arguments.</param>
/// <param name="Defaults">Options that every instance starts from.</param>
/// <param name="Deprecated">The reason, or null.</param>
public sealed record ResourceClass(
    string Namespace,
    string Name,
    string Token,
    bool ArgumentsOptional,
    IReadOnlyList<Property> Outputs,
    IReadOnlyList<Property> Inputs,
    DefaultOptions Defaults,
    string? Deprecated) : EmittedClass(Namespace, Name);

public sealed record DefaultOptions(
    IReadOnlyList<string> SecretOutputs,
    IReadOnlyList<string> ReplaceOnChanges,
    IReadOnlyList<string> AliasTypes);

/// <summary>A function with its two kinds of arguments and its result.</summary>
/// <param name="Namespace">The module's.</param>
/// <param name="Name">The static class.</param>
/// <param name="Token">Its name for the engine.</param>
/// <param name="ArgumentsOptional">No argument is required.</param>
/// <param name="Arguments">Plain arguments; empty when the function takes none.</param>
/// <param name="InvokeArguments">The same, which may be outputs.</param>
/// <param name="Result">Its return value.</param>
/// <param name="Deprecated">The reason, or null.</param>
public sealed record FunctionClass(
    string Namespace,
    string Name,
    string Token,
    bool ArgumentsOptional,
    IReadOnlyList<Property> Arguments,
    IReadOnlyList<Property> InvokeArguments,
    IReadOnlyList<Property> Result,
    string? Deprecated) : EmittedClass(Namespace, Name);
