using WorkoutLog.Offline.ProviderSdk.Model;
using WorkoutLog.Offline.ProviderSdk.TypeList;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>Translates a resource's declarations to its class and arguments.</summary>
internal sealed class ResourceTranslator(Schema schema, PropertyTranslator properties)
{
    public void Translate(ListedType type)
    {
        var site = new Site(type.Token, type.Module, type.Name, string.Empty, Side.Output);
        var file = schema.Package.Find(type.File);
        var constructor = schema.Package.FindConstructor(type.File);
        if (file?.Classes.GetValueOrDefault(type.Name) is not { } resource
            || file.Interfaces.GetValueOrDefault(type.Name + "Args") is not { } arguments
            || constructor is null)
        {
            schema.Problems.Add(site.Problem(
                type.Token, $"{type.File}.d.ts and .js do not declare {type.Name} and {type.Name}Args; correct the token in the list"));
            return;
        }

        schema.Problems.AddRange(constructor.DefaultedInputs.Select(input => (site with { Member = input }).Problem(
            input,
            "the real constructor sets a default, which is not emitted; extend ConstructorFacts and InputEmitter")));
        schema.Classes.Add(new ResourceClass(
            schema.NamespaceOf(type.Module, site),
            type.Name,
            type.Token,
            resource.ArgumentsOptional,
            properties.Translate(resource.Members, site, type.Name, file.ImportedNames),
            properties.Translate(
                arguments.Members, site with { Side = Side.Input }, type.Name + "Args", file.ImportedNames, constructor.SecretInputs),
            new DefaultOptions(constructor.SecretOutputs, constructor.ReplaceOnChanges, constructor.AliasTypes),
            resource.Deprecated));
    }
}
