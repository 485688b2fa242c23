namespace Pulumi;

/// <summary>How long the provider may take for each operation; null leaves it to the provider.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }
}
