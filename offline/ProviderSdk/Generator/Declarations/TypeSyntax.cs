namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>A type as written.</summary>
/// <param name="Source">The TypeScript text, on one line.</param>
public abstract record TypeSyntax(string Source);

/// <summary><c>string</c>, <c>inputs.dynamodb.TableTtl</c>, <c>pulumi.Input&lt;number&gt;</c>.</summary>
public sealed record NamedTypeSyntax(string Source, string Name, IReadOnlyList<TypeSyntax> Arguments) : TypeSyntax(Source);

/// <summary><c>string[]</c>.</summary>
public sealed record ArrayTypeSyntax(string Source, TypeSyntax Element) : TypeSyntax(Source);

/// <summary><c>{ [key: string]: string }</c>.</summary>
public sealed record MapTypeSyntax(string Source, TypeSyntax Value) : TypeSyntax(Source);

/// <summary><c>string | undefined</c>.</summary>
public sealed record UnionTypeSyntax(string Source, IReadOnlyList<TypeSyntax> Alternatives) : TypeSyntax(Source);

/// <summary>Anything else, such as a function or a literal; a problem only if a listed type reaches it.</summary>
public sealed record OtherTypeSyntax(string Source) : TypeSyntax(Source);
