namespace WorkoutLog.Local.Cli;

/// <summary><c>package</c>: builds the archives of the functions, only when a source has changed.</summary>
internal static class PackageCommand
{
    private static readonly CommandText _text = new(
        Purpose.Deploy, "Builds the functions' archives for a stack's settings, and prints their SHA-256",
        new Example("./workout package --stack prod", "other commands and pulumi up do this when a source has changed"));

    public static Command Create()
    {
        var stack = StackOption.Create();
        var command = new DocumentedCommand("package", _text) { stack };
        command.SetAction(async (arguments, cancellation) =>
        {
            var (repository, name) = (Repository.Find(Environment.CurrentDirectory), arguments.GetValue(stack)!);
            if (await StackArchives.UpdateAsync(repository, StackConfiguration.Load(repository, name), Console.Error.WriteLine, cancellation).ConfigureAwait(false) is not { } archives)
            {
                throw new UserErrorException($"The configuration of stack {name} is not valid. Details: ./workout preview --stack {name}");
            }

            await Console.Out.WriteAsync(archives.Checksums()).ConfigureAwait(false);
            return ExitCode.Success;
        });
        return command;
    }
}

/// <summary>First step of every command on a stack: packages the functions, then evaluates the program.</summary>
internal static class PackagedProgram
{
    /// <exception cref="UserErrorException">The stack can't be evaluated, or its functions can't be packaged.</exception>
    public static Task<ResourceGraph> EvaluateAsync(Repository repository, string stack, CancellationToken cancellation) =>
        EvaluateAsync(repository, StackConfiguration.Load(repository, stack), PublishedVersions.None, cancellation);

    /// <param name="config">Settings for this run only.</param>
    /// <exception cref="UserErrorException">The stack can't be evaluated, or its functions can't be packaged.</exception>
    public static Task<ResourceGraph> EvaluateAsync(
        Repository repository, string stack, ImmutableArray<KeyValuePair<string, string>> config, CancellationToken cancellation) =>
        EvaluateAsync(repository, StackConfiguration.Load(repository, stack).With(config), PublishedVersions.None, cancellation);

    /// <exception cref="UserErrorException">The stack can't be evaluated, or its functions can't be packaged.</exception>
    public static async Task<ResourceGraph> EvaluateAsync(
        Repository repository, StackConfiguration configuration, PublishedVersions published, CancellationToken cancellation)
    {
        if (!configuration.WithoutEffect.IsEmpty)
        {
            await Console.Error.WriteLineAsync($"No effect on local commands: {string.Join(", ", configuration.WithoutEffect)}.").ConfigureAwait(false);
        }

        await StackArchives.UpdateAsync(repository, configuration, Console.Error.WriteLine, cancellation).ConfigureAwait(false);
        return await StackProgram.EvaluateAsync(repository, configuration, published, cancellation).ConfigureAwait(false);
    }
}
