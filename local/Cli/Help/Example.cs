namespace WorkoutLog.Local.Cli.Help;

/// <param name="Line">As it is typed: <c>./workout cost --stack dev --logs-per-day 3000</c>.</param>
/// <param name="Says">What it does that the command's summary does not say.</param>
internal sealed record Example(string Line, string Says)
{
    public const string Script = "./workout ";

    /// <summary>What stands behind the script's name.</summary>
    public string Arguments => Line[Script.Length..];
}
