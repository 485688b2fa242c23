using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Runner.Api.Templates;

/// <summary>A header of an answer, as the document declares it: <c>"method.response.header.Allow": "'GET'"</c>.</summary>
internal static class HeaderParameter
{
    /// <exception cref="UserErrorException">It is no header, or its value is not written out.</exception>
    public static KeyValuePair<string, string> Read(KeyValuePair<string, JsonNode?> parameter, string prefix, string place)
    {
        var value = parameter.Value?.GetValue<string>() ?? "";
        return parameter.Key.StartsWith(prefix, StringComparison.Ordinal) && value is ['\'', .. var literal, '\'']
            ? KeyValuePair.Create(parameter.Key[prefix.Length..], literal)
            : throw new UserErrorException(
                $"{place} of the API has the response parameter {parameter.Key} = {value}; a local run knows headers with values in single quotes only.");
    }
}
