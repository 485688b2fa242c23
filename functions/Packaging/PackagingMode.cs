namespace WorkoutLog.Packaging;

/// <summary>What a function is compiled to.</summary>
public enum PackagingMode
{
    /// <summary>A native executable, for Lambda's custom runtime. It is linked on a host of its own architecture.</summary>
    Aot,

    /// <summary>Assemblies, compiled ahead where that pays, for Lambda's .NET runtime. Any host makes them.</summary>
    Managed,
}
