using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

internal static class EnumTranslator
{
    /// <summary>The enumeration, or null after reporting a value that is not text or a key that is not a C# name.</summary>
    public static EnumStruct? Translate(EnumDeclaration declaration, string scope, Site site, List<Problem> problems)
    {
        var values = new List<EnumValue>();
        foreach (var member in declaration.Members)
        {
            if (member.Value is null || !CSharpName.IsIdentifier(member.Name) || member.Name == declaration.Name)
            {
                problems.Add((site with { Member = member.Name }).Problem(
                    member.Name,
                    "only text values under a valid C# name can be translated; "
                        + "check the real package and extend EnumTranslator"));
                continue;
            }

            // The real packages rename the one member that clashes with a method of every struct.
            var name = member.Name == nameof(Equals) ? "EqualsValue" : member.Name;
            values.Add(new EnumValue(name, member.Value, member.Deprecated));
        }

        return values.Count == declaration.Members.Count ? new EnumStruct(scope, declaration.Name, values) : null;
    }
}
