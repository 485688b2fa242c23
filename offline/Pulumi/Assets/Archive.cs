namespace Pulumi;

/// <summary>A collection of named pieces of content.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string propName, object value)
        : base(propName, value)
    {
    }
}
