namespace Pulumi;

/// <summary>A single piece of content.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string propName, object value)
        : base(propName, value)
    {
    }
}
