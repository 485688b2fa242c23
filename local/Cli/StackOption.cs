namespace WorkoutLog.Local.Cli;

internal static class StackOption
{
    private const string Name = "--stack";

    /// <param name="program">Program that owns the stacks; null for this repository's own.</param>
    public static Option<string> Create(Option<string?>? program = null)
    {
        var stack = new Option<string>(Name, "-s")
        {
            Description = "Stack, as in Pulumi.<stack>.yaml",
            DefaultValueFactory = _ => "dev",
        };
        stack.CompletionSources.Add(_ => Repository.Find(Environment.CurrentDirectory).Stacks);
        // Reported together with errors of other options.
        stack.Validators.Add(result =>
        {
            try
            {
                _ = StackConfiguration.Load(ProgramOption.Find(program is null ? null : result.GetValue(program)), result.GetValueOrDefault<string>());
            }
            catch (UserErrorException exception)
            {
                result.AddError(exception.Message);
            }
        });
        return stack;
    }
}
