namespace WorkoutLog.Local.Runner;

/// <summary>A header that a template of a mock integration sets if a request parameter has a given value.</summary>
/// <remarks>
/// In API Gateway's template language:
/// <c>#if($input.params("Origin") == "a" || $input.params("origin") == "a")#set($context.responseOverride.header.Name = "b")#end</c>.
/// </remarks>
public sealed partial record HeaderOverride(ImmutableArray<(string Parameter, string Value)> AnyOf, string Name, string Value)
{
    /// <returns>The overrides in the template, and the template without them.</returns>
    internal static (ImmutableArray<HeaderOverride> Found, string Others) Take(string template) => (
        [
            .. Conditional().Matches(template).Select(found => new HeaderOverride(
                [.. Comparison().Matches(found.Groups["condition"].Value).Select(one => (one.Groups["parameter"].Value, one.Groups["value"].Value))],
                found.Groups["name"].Value,
                found.Groups["value"].Value)),
        ],
        Conditional().Replace(template, ""));

    /// <remarks>API Gateway looks for a parameter in the query first, then in the headers, case-sensitively; here header names are case-insensitive.</remarks>
    internal bool Applies(ApiCall call) => AnyOf.Any(one =>
        (call.Query.Where(parameter => parameter.Key == one.Parameter).Select(parameter => parameter.Value[^1]).FirstOrDefault() ?? call.Http.Header(one.Parameter)) == one.Value);

    [GeneratedRegex("""\$input\.params\("(?<parameter>[\w-]+)"\) == "(?<value>[^"$#]*)"(?: \|\| )?""")]
    private static partial Regex Comparison();

    [GeneratedRegex("""#if\((?<condition>(?:\$input\.params\("[\w-]+"\) == "[^"$#]*"(?: \|\| )?)+)\)#set\(\$context\.responseOverride\.header\.(?<name>[\w-]+) = "(?<value>[^"$#]*)"\)#end""")]
    private static partial Regex Conditional();
}
