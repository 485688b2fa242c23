using System.Xml.Linq;

namespace WorkoutLog.Local.Examples;

/// <summary>Adds the descriptions and bounds of the C# types to a document's schemas.</summary>
internal sealed class ContractDescriptions
{
    private readonly ILookup<string, XElement> _summaries;

    private ContractDescriptions(XDocument documentation) => _summaries = documentation
        .Descendants("member")
        .ToLookup(member => member.Attribute("name")!.Value, member => member.Element("summary")!, StringComparer.Ordinal);

    /// <exception cref="FileNotFoundException">The compiler's documentation file is not next to the assembly.</exception>
    public static ContractDescriptions Read() => new(XDocument.Load(Path.ChangeExtension(typeof(Problem).Assembly.Location, ".xml")));

    /// <param name="schemas">Type name to schema.</param>
    public void AddTo(JsonObject schemas)
    {
        foreach (var type in typeof(Problem).Assembly.GetExportedTypes().Where(type => schemas.ContainsKey(type.Name)))
        {
            var schema = schemas[type.Name]!.AsObject();
            Add(schema, $"T:{type.FullName}");
            foreach (var property in type.GetProperties())
            {
                var field = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                var described = schema["properties"]![field]!.AsObject();
                Add(described, $"P:{property.DeclaringType!.FullName}.{property.Name}");
                ContractBounds.AddTo(described, property);
            }
        }
    }

    private void Add(JsonObject schema, string member)
    {
        // OpenAPI 3.0 ignores siblings of a reference.
        if (!schema.ContainsKey("$ref") && _summaries[member].SingleOrDefault() is { } summary)
        {
            schema["description"] = Markdown(summary);
        }
    }

    private static string Markdown(XElement summary) => string.Join(' ', string.Concat(summary.Nodes().Select(Markdown))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element => throw new InvalidOperationException(
            $"<{element.Name}> in the documentation of a contract has no Markdown equivalent: {element.Parent!.Value}"),
        _ => "",
    };
}
