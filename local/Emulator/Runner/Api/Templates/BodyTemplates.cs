using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Runner.Api.Templates;

/// <summary>The bodies of one answer, by media type.</summary>
public sealed class BodyTemplates
{
    private readonly ImmutableArray<(string MediaType, ContextTemplate Template)> _templates;

    private BodyTemplates(ImmutableArray<(string, ContextTemplate)> templates) => _templates = templates;

    /// <param name="response">A response of the document, with its <c>responseTemplates</c>.</param>
    /// <param name="known">The variables that there are for this answer.</param>
    /// <param name="place">For messages: whose answer it is.</param>
    /// <exception cref="UserErrorException">A template holds something else than text and these variables.</exception>
    internal static BodyTemplates Read(JsonObject response, FrozenSet<string> known, string place) => new(
    [
        .. (response["responseTemplates"] as JsonObject ?? [])
            .Select(template => (template.Key, ContextTemplate.Read(template.Value!.GetValue<string>(), known, place))),
    ]);

    /// <summary>The template for the first media type that the client accepts; if it accepts none, that of JSON, or the first.</summary>
    /// <returns>JSON without a template, where there is none at all.</returns>
    internal (string MediaType, ContextTemplate? Template) Choose(string? accept)
    {
        var wanted = (accept ?? "").Split(',').Select(MediaTypes.Without).Append(MediaTypes.Json);
        return wanted
            .SelectMany(mediaType => _templates.Where(template => string.Equals(template.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)))
            .Concat(_templates)
            .Select(template => (template.MediaType, (ContextTemplate?)template.Template))
            .FirstOrDefault((MediaTypes.Json, null));
    }
}
