namespace Pulumi.Serialization;

internal static class WireFormat
{
    /// <summary>The text that represents an unknown value where only text is possible.</summary>
    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
