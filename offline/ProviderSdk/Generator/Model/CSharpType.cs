namespace WorkoutLog.Offline.ProviderSdk.Model;

/// <summary>A type of the provider's schema, without the wrappers of inputs and outputs.</summary>
public abstract record CSharpType;

/// <summary>A type that C# or the Pulumi core already has.</summary>
/// <param name="Name">As C# writes it: <c>string</c>, <c>int</c>, <c>global::Pulumi.Archive</c>.</param>
public sealed record KnownType(string Name) : CSharpType
{
    public static KnownType Text { get; } = new("string");

    public static KnownType Integer { get; } = new("int");

    public static KnownType Fraction { get; } = new("double");

    public static KnownType Flag { get; } = new("bool");

    public static KnownType Anything { get; } = new("object");
}

/// <summary>A class or enumeration that is emitted as well.</summary>
/// <param name="FullName">With its namespace, such as <c>Pulumi.Aws.DynamoDB.Inputs.TableTtlArgs</c>.</param>
public sealed record EmittedType(string FullName) : CSharpType;

public sealed record ListType(CSharpType Element) : CSharpType;

/// <summary>A map from text to <paramref name="Value"/>.</summary>
public sealed record MapType(CSharpType Value) : CSharpType;

/// <summary>One of two types: text or an enumeration, text or a class, text or a list.</summary>
public sealed record UnionType(CSharpType First, CSharpType Second) : CSharpType;

/// <summary>One of more than two types: the real packages then use a plain <c>object</c>, without any wrapper.</summary>
public sealed record OpaqueType : CSharpType;
