using System.CommandLine;

namespace WorkoutLog.Local.Cli;

/// <summary>The option that every command on a stack has.</summary>
internal static class StackOption
{
    public static Option<string> Create() => new("--stack", "-s")
    {
        Description = "The stack, as in Pulumi.<stack>.yaml",
        DefaultValueFactory = _ => "dev",
    };
}
