namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>A property as declared.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Optional">Written with a question mark.</param>
/// <param name="Type">Its type, with the wrappers (<c>pulumi.Input</c>) as written.</param>
/// <param name="Deprecated">The text after <c>@deprecated</c>, or null.</param>
public sealed record MemberDeclaration(string Name, bool Optional, TypeSyntax Type, string? Deprecated);

public sealed record InterfaceDeclaration(string Name, IReadOnlyList<MemberDeclaration> Members);

/// <param name="Name">The class.</param>
/// <param name="Members">Its read-only properties.</param>
/// <param name="ArgumentsOptional">The constructor may be called without arguments.</param>
/// <param name="Deprecated">The text after <c>@deprecated</c>, or null.</param>
public sealed record ClassDeclaration(string Name, IReadOnlyList<MemberDeclaration> Members, bool ArgumentsOptional, string? Deprecated);

/// <param name="Name">The constant object and the type of its values.</param>
/// <param name="Members">Its values, in the order declared.</param>
public sealed record EnumDeclaration(string Name, IReadOnlyList<EnumMemberDeclaration> Members);

/// <param name="Name">The key.</param>
/// <param name="Value">The text on the wire, or null if it is not text.</param>
/// <param name="Deprecated">The text after <c>@deprecated</c>, or null.</param>
public sealed record EnumMemberDeclaration(string Name, string? Value, string? Deprecated);

/// <param name="Name">The function.</param>
/// <param name="Parameters">Names and whether each is optional.</param>
/// <param name="Deprecated">The text after <c>@deprecated</c>, or null.</param>
public sealed record FunctionDeclaration(string Name, IReadOnlyList<(string Name, bool Optional)> Parameters, string? Deprecated);

/// <summary>The declarations of one <c>.d.ts</c>; names inside a namespace are written <c>namespace.Name</c>.</summary>
public sealed class DeclarationFile
{
    public Dictionary<string, InterfaceDeclaration> Interfaces { get; } = [];

    public Dictionary<string, ClassDeclaration> Classes { get; } = [];

    public Dictionary<string, EnumDeclaration> Enums { get; } = [];

    public Dictionary<string, FunctionDeclaration> Functions { get; } = [];

    /// <summary>Names imported one by one: in a resource's file these are other resource classes.</summary>
    public HashSet<string> ImportedNames { get; } = [];
}
