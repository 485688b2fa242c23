namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>The generator as a command.</summary>
public static class CommandLine
{
    /// <returns>
    /// 0: the folder is up to date; 1: something can't be translated, one line each on <paramref name="error"/>; 2: wrong options.
    /// </returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        if (Options.TryParse(arguments) is not { } options)
        {
            error.WriteLine(Options.Usage);
            return 2;
        }

        try
        {
            output.WriteLine(ProviderSdkGenerator.Generate(options));
            return 0;
        }
        catch (GenerationException exception)
        {
            foreach (var problem in exception.Problems)
            {
                error.WriteLine(problem);
            }

            return 1;
        }
    }
}
