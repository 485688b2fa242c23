using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;
using WorkoutLog.Offline.ProviderSdk.TypeList;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>Translates a function's declarations to its static class, arguments and result.</summary>
internal sealed class FunctionTranslator(Schema schema, PropertyTranslator properties)
{
    public void Translate(ListedType type)
    {
        var name = CSharpName.Pascal(type.Name);
        var site = new Site(type.Token, type.Module, name, string.Empty, Side.Input);
        var file = schema.Package.Find(type.File);
        if (file?.Functions.GetValueOrDefault(type.Name) is not { } function
            || file.Interfaces.GetValueOrDefault(name + "Result") is not { } result)
        {
            schema.Problems.Add(site.Problem(
                type.Token, $"{type.File}.d.ts does not declare {type.Name} and {name}Result; correct the token in the list"));
            return;
        }

        schema.Classes.Add(new FunctionClass(
            schema.NamespaceOf(type.Module, site),
            name,
            type.Token,
            function.Parameters is [{ Optional: true }, ..],
            Plain(Arguments(file, name + "Args", site), site),
            Arguments(file, name + "OutputArgs", site),
            properties.Translate(result.Members, site with { Side = Side.Output }, name + "Result"),
            function.Deprecated));
    }

    private IReadOnlyList<Property> Arguments(DeclarationFile file, string name, Site site) =>
        file.Interfaces.GetValueOrDefault(name) is { } declaration ? properties.Translate(declaration.Members, site, name) : [];

    // In the real packages, nested plain arguments are separate classes; no listed function needs one.
    private IReadOnlyList<Property> Plain(IReadOnlyList<Property> arguments, Site site)
    {
        foreach (var argument in arguments.Where(argument => argument.Type is not KnownType))
        {
            schema.Problems.Add((site with { Member = argument.WireName }).Problem(
                argument.WireName, "only simple arguments of functions can be translated; extend FunctionTranslator and FunctionEmitter"));
        }

        return arguments;
    }
}
