namespace WorkoutLog.Contracts;

/// <summary>
/// Bounds of a field in the published OpenAPI document. They are not enforced here; the functions validate. Where a stack sets a
/// limit, the bound is the highest that it can set.
/// </summary>
/// <remarks><c>System.ComponentModel.DataAnnotations</c> would add unused code to the functions.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BoundsAttribute : Attribute
{
    public int MinLength { get; set; }

    public int MaxLength { get; set; }

    /// <summary>A regular expression over the whole text, with its anchors.</summary>
    public string Pattern { get; set; } = "";

    public int Minimum { get; set; }

    public int Maximum { get; set; }

    public bool ExclusiveMinimum { get; set; }

    public int MinItems { get; set; }

    public int MaxItems { get; set; }

    public string Format { get; set; } = "";
}
