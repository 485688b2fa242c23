namespace Pulumi;

/// <summary>Content for a resource. Nothing is read or checked here: a path, URI or text is passed on unchanged.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string propName, object value)
    {
        PropName = propName;
        Value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The kind of <see cref="Value"/>: <c>path</c>, <c>uri</c>, <c>text</c> or <c>assets</c>.</summary>
    internal string PropName { get; }

    /// <summary>A string; for an <see cref="AssetArchive"/> the immutable dictionary of its assets.</summary>
    internal object Value { get; }
}
