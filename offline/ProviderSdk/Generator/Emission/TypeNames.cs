using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>The C# text of a type in each position where the real packages use it.</summary>
internal static class TypeNames
{
    /// <summary>Plain, as inside a list: <c>ImmutableArray&lt;string&gt;</c>.</summary>
    public static string Element(CSharpType type) => type switch
    {
        KnownType known => known.Name,
        EmittedType emitted => "global::" + emitted.FullName,
        ListType list => $"ImmutableArray<{Element(list.Element)}>",
        MapType map => $"ImmutableDictionary<string, {Element(map.Value)}>",
        UnionType union => $"Union<{Element(union.First)}, {Element(union.Second)}>",
        OpaqueType => "object",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>A property of arguments: <c>Input&lt;string&gt;</c>, <c>InputList&lt;string&gt;</c>.</summary>
    public static string Input(CSharpType type) => type switch
    {
        ListType list => $"InputList<{Element(list.Element)}>",
        MapType map => $"InputMap<{Element(map.Value)}>",
        UnionType union => $"InputUnion<{Element(union.First)}, {Element(union.Second)}>",
        OpaqueType => "object",
        _ => $"Input<{Element(type)}>",
    };

    /// <summary>A returned value: an array has its own default, so it is never nullable.</summary>
    public static string Output(CSharpType type, bool optional) =>
        optional && type is not ListType ? Element(type) + "?" : Element(type);
}
