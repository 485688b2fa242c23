using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>Translates declared members to C# properties; omits and reports those with a problem.</summary>
public sealed class PropertyTranslator(Schema schema, TypeTranslator types)
{
    private static readonly IReadOnlySet<string> _noNames = new HashSet<string>();

    /// <param name="members">The declared members.</param>
    /// <param name="site">The type that has them.</param>
    /// <param name="className">The C# class of the properties.</param>
    /// <param name="imported">Resource classes that the file imports by name.</param>
    /// <param name="secrets">Wire names of inputs that are secret.</param>
    public IReadOnlyList<Property> Translate(
        IReadOnlyList<MemberDeclaration> members,
        Site site,
        string className,
        IReadOnlySet<string>? imported = null,
        IReadOnlyCollection<string>? secrets = null)
    {
        var properties = new List<Property>();
        foreach (var member in members)
        {
            var place = site with { Member = member.Name };
            var name = Name(member, place, className);
            var secret = secrets?.Contains(member.Name) ?? false;
            if (types.Translate(member.Type, place, imported ?? _noNames) is { } type
                && name is not null
                && SecretIsKnown(secret, type, member, place))
            {
                var optional = member.Optional || TypeTranslator.AllowsUndefined(member.Type);
                properties.Add(new Property(member.Name, name, type, optional, secret, member.Deprecated));
            }
        }

        return properties;
    }

    private string? Name(MemberDeclaration member, Site place, string className)
    {
        var name = schema.List.Hints.NameOf(place.Module, place.Owner, member.Name) ?? CSharpName.Pascal(member.Name);
        if (CSharpName.IsIdentifier(name) && name != className)
        {
            return name;
        }

        schema.Problems.Add(place.Problem(
            member.Name,
            $"'{name}' can't be a property of {className}; look up its name in the real package "
            + $"and add `name={place.Owner}.{member.Name}:<C# name>`"));
        return null;
    }

    private bool SecretIsKnown(bool secret, CSharpType type, MemberDeclaration member, Site place)
    {
        if (!secret || type is KnownType)
        {
            return true;
        }

        schema.Problems.Add(place.Problem(
            member.Type.Source, "only a simple secret input can be emitted; check the real package and extend InputEmitter"));
        return false;
    }
}
