using System.CommandLine.Parsing;

namespace WorkoutLog.Local.Cli.Redeploy;

/// <summary><c>--config key=value</c>, as often as there are settings to override.</summary>
internal static class ConfigOption
{
    public static Option<ImmutableArray<KeyValuePair<string, string>>> Create() => Create(
        "--config", "-c", "a setting as key=value", "A setting for this command alone, as key=value; may be given several times. The stack's file stays as it is");

    /// <param name="form">What it must be, in messages.</param>
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
            // A value may have equals signs of its own.
            if (token.Value.Split('=', 2) is [{ Length: > 0 } key, var value])
            {
                settings.Add(KeyValuePair.Create(key, value));
            }
            else
            {
                result.AddError($"{name} must be {form}; received \"{token.Value}\".");
            }
        }

        return settings.ToImmutable();
    }
}
