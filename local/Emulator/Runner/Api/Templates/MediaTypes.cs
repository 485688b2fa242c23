namespace WorkoutLog.Local.Runner.Api.Templates;

internal static class MediaTypes
{
    public const string Json = "application/json";

    /// <summary>The media type without its parameters.</summary>
    public static string Without(string parameterised) => parameterised.Split(';', 2)[0].Trim();
}
