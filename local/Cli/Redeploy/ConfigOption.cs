using System.CommandLine.Parsing;

namespace WorkoutLog.Local.Cli.Redeploy;

/// <summary><c>--config key=value</c>, repeatable.</summary>
internal static class ConfigOption
{
    public static Option<ImmutableArray<KeyValuePair<string, string>>> Create() => Create(
        "--config", "-c", "key=value", "A setting for this command only, as key=value; repeatable. The stack's file does not change");

    /// <param name="form">The required format, in messages.</param>
    public static Option<ImmutableArray<KeyValuePair<string, string>>> Create(string name, string alias, string form, string description) => new(name, alias)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = result => Parse(result, name, form),
    };

    private static ImmutableArray<KeyValuePair<string, string>> Parse(ArgumentResult result, string name, string form)
    {
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var token in result.Tokens)
        {
            // A value may contain equals signs.
            if (token.Value.Split('=', 2) is [{ Length: > 0 } key, var value])
            {
                settings.Add(KeyValuePair.Create(key, value));
            }
            else
            {
                result.AddError($"{name} must be {form}; got \"{token.Value}\".");
            }
        }

        return settings.ToImmutable();
    }
}
