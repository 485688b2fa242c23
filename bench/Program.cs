using System.CommandLine;
using WorkoutLog.Local;

var root = new RootCommand("Measures the functions against others, how they grow, and where the time goes.");

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
}
catch (UserErrorException exception)
{
    await Console.Error.WriteLineAsync($"bench: {exception.Message}").ConfigureAwait(false);
    return 1;
}
