using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>Translates a TypeScript type to a C# type.</summary>
public sealed class TypeTranslator(Schema schema, NestedTypes nested)
{
    /// <summary>The type, or null after reporting a problem.</summary>
    /// <param name="syntax">The member's type as declared.</param>
    /// <param name="site">Its location.</param>
    /// <param name="imported">Resource classes that the file imports by name.</param>
    public CSharpType? Translate(TypeSyntax syntax, Site site, IReadOnlySet<string> imported)
    {
        switch (Unwrap(syntax))
        {
            case ArrayTypeSyntax array:
                return Translate(array.Element, site, imported) is { } element ? new ListType(element) : null;
            case MapTypeSyntax map:
                return Translate(map.Value, site, imported) is { } value ? new MapType(value) : null;
            case UnionTypeSyntax union:
                return TranslateUnion(union, site, imported);
            case NamedTypeSyntax { Arguments.Count: 0 } named:
                return TranslateName(named, site);
            default:
                return Report(
                    site, syntax.Source, "this shape has no translation; extend TypeTranslator, or leave the type out of the list");
        }
    }

    /// <summary>Whether the type as written allows undefined.</summary>
    public static bool AllowsUndefined(TypeSyntax syntax) => syntax switch
    {
        NamedTypeSyntax { Name: "undefined" } => true,
        NamedTypeSyntax { Name: "pulumi.Input" or "pulumi.Output", Arguments: [var inner] } => AllowsUndefined(inner),
        UnionTypeSyntax union => union.Alternatives.Any(AllowsUndefined),
        _ => false,
    };

    // Removes pulumi.Input, pulumi.Output and `| undefined`, which are not part of the type itself.
    private static TypeSyntax Unwrap(TypeSyntax syntax)
    {
        switch (syntax)
        {
            case NamedTypeSyntax { Name: "pulumi.Input" or "pulumi.Output", Arguments: [var inner] }:
                return Unwrap(inner);
            case UnionTypeSyntax union:
                var defined = union.Alternatives.Where(alternative => !AllowsUndefined(alternative)).ToList();
                return defined.Count == 1 ? Unwrap(defined[0]) : union with { Alternatives = defined };
            default:
                return syntax;
        }
    }

    private CSharpType? TranslateUnion(UnionTypeSyntax union, Site site, IReadOnlySet<string> imported)
    {
        // C# does not support a resource in place of its name or ARN.
        var types = union.Alternatives
            .Where(alternative => alternative is not NamedTypeSyntax { Name: var name } || !imported.Contains(name))
            .Select(alternative => Translate(alternative, site, imported))
            .Distinct()
            .ToList();
        return types switch
        {
            _ when types.Contains(null) => null,
            [var only] => only,
            [KnownType { Name: "string" } text, (EmittedType or ListType { Element: KnownType { Name: "string" } }) and var other] =>
                new UnionType(text, other),
            [KnownType { Name: "string" }, _, _, ..] => new OpaqueType(),
            _ => Report(site, union.Source, "only text or something else (an enumeration, a class, a list of text) can be translated; "
                + "check the real package and extend TypeTranslator"),
        };
    }

    private CSharpType? TranslateName(NamedTypeSyntax named, Site site)
    {
        switch (named.Name.Split('.'))
        {
            case ["string"]:
                return KnownType.Text;
            case ["number"]:
                return schema.List.Hints.IsDouble(site.Module, site.Owner, site.Member) ? KnownType.Fraction : KnownType.Integer;
            case ["boolean"]:
                return KnownType.Flag;
            case ["any"]:
                return KnownType.Anything;
            case ["pulumi", "asset", "Archive"]:
                return new KnownType("global::Pulumi.Archive");
            case ["inputs", .. var path] when site.Side == Side.Input:
                return nested.Input(string.Join('.', path), site);
            case ["outputs", .. var path] when site.Side == Side.Output:
                return nested.Output(string.Join('.', path), site);
            case ["enums", .. var path]:
                return nested.Enum(string.Join('.', path), site);
            default:
                return Report(site, named.Source, "this name is not known here; extend TypeTranslator, or leave the type out of the list");
        }
    }

    private CSharpType? Report(Site site, string received, string advice)
    {
        schema.Problems.Add(site.Problem(received, advice));
        return null;
    }
}
