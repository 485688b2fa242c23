using WorkoutLog.Packaging;

if (args is not [var executable, var archive])
{
    await Console.Error.WriteLineAsync("usage: Packaging <native executable> <archive.zip>").ConfigureAwait(false);
    return 2;
}

if (!File.Exists(executable))
{
    await Console.Error.WriteLineAsync($"There is no native executable at {executable}; was the function published as Native AOT?").ConfigureAwait(false);
    return 1;
}

FunctionArchive.Write(executable, archive);
return 0;
