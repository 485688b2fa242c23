using System.Xml;
using System.Xml.Linq;

namespace WorkoutLog.Local.Import.Xml;

/// <summary>Reads untrusted XML: no DTD, hence no entities, and no external resources. Namespaces are ignored, because format versions change them.</summary>
internal static class UntrustedXml
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = SourceFile.MaxBytes,
    };

    /// <param name="root">Name of the outermost element.</param>
    /// <exception cref="XmlException">It is not XML, or has a DTD.</exception>
    /// <exception cref="UnreadableException">It is XML of another kind.</exception>
    public static XElement Read(byte[] content, string root)
    {
        // Some devices write a line break before the declaration.
        var start = Math.Max(0, content.AsSpan().IndexOfAnyExcept(" \r\n\t"u8));
        using var reader = XmlReader.Create(new MemoryStream(content, start, content.Length - start), _settings);
        var element = XElement.Load(reader);
        return element.Name.LocalName == root ? element : throw new UnreadableException($"the outermost element must be {root}; got {Received.Name(element.Name.LocalName)}");
    }

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>The text of the first child of a name; null for none.</summary>
    public static string? Text(this XElement element, string name) => element.Children(name).FirstOrDefault()?.Value;

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants().Where(child => child.Name.LocalName == name);
}
