namespace WorkoutLog.Contracts;

/// <summary>
/// What the published document says of a field, in the words of OpenAPI. It checks nothing: the functions do. Where a stack may set a
/// limit, the bound is the highest that it can have.
/// </summary>
/// <remarks>Those of <c>System.ComponentModel.DataAnnotations</c> would add their code to the functions, which never run it.</remarks>
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
