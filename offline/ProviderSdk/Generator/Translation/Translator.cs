using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;
using WorkoutLog.Offline.ProviderSdk.TypeList;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>Translates the listed types to every class that they need.</summary>
public static class Translator
{
    /// <summary>The classes, in the order of their full names.</summary>
    /// <exception cref="GenerationException">At least one type can't be translated; contains all problems.</exception>
    public static IReadOnlyList<EmittedClass> Translate(ProviderList list, NpmPackage package)
    {
        var schema = new Schema(list, package);
        var nested = new NestedTypes(schema);
        var properties = new PropertyTranslator(schema, nested.Types);
        var resources = new ResourceTranslator(schema, properties);
        var functions = new FunctionTranslator(schema, properties);
        foreach (var type in list.Types)
        {
            if (type.IsFunction)
            {
                functions.Translate(type);
            }
            else
            {
                resources.Translate(type);
            }

            nested.TranslateAll();
        }

        schema.Problems.AddRange(list.Hints.Unused);
        return schema.Problems.Count > 0
            ? throw new GenerationException(schema.Problems)
            : [.. schema.Classes.OrderBy(type => $"{type.Namespace}.{type.Name}", StringComparer.Ordinal)];
    }
}
