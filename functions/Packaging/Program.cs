using WorkoutLog.Packaging;

try
{
    switch (args)
    {
        case ["update", var root]:
            await new FunctionArchives(root, FunctionBuild.Default).UpdateAsync(Console.Error.WriteLine, CancellationToken.None).ConfigureAwait(false);
            return 0;
        case [var mode, var architecture, var published, var assembly, var certificates, var artifacts] when FunctionBuild.Parse(mode, architecture) is { } build:
            FunctionArchive.Write(FunctionFiles.Of(build, published, assembly, certificates), build.ArchiveIn(artifacts, assembly));
            return 0;
        default:
            return await FailAsync("""
                usage: Packaging <aot|managed> <x86_64|arm64> <published folder> <assembly> <certificates.pem> <artifacts folder>
                       Packaging update <repository>
                """).ConfigureAwait(false);
    }
}
catch (PackagingException failure)
{
    return await FailAsync(failure.Message).ConfigureAwait(false);
}

// MSBuild recognises this format and reports the line as an error.
static async Task<int> FailAsync(string message)
{
    await Console.Error.WriteLineAsync($"Packaging : error PACKAGE: {message}").ConfigureAwait(false);
    return 1;
}
