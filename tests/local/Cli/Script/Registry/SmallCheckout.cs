namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>
/// A checkout with the real script and build files, few pins and a one-line command line (<c>Checkout</c>), with empty caches and one registry.
/// </summary>
internal sealed class SmallCheckout : Sandbox
{
    public SmallCheckout()
    {
        var original = Repository.Find(AppContext.BaseDirectory).Root;
        foreach (var file in (string[])["workout", "Directory.Build.props", "Directory.Build.targets", "global.json", "BannedSymbols.txt", "offline/StandIns.props"])
        {
            Copy(original, Path.Combine(original, file));
        }

        foreach (var folder in (string[])[Path.Combine(original, "scripts"), Fixture("Cli/Script/Registry/Checkout")])
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                Copy(folder.EndsWith("scripts", StringComparison.Ordinal) ? original : folder, file);
            }
        }

        Write("local/Cli/Program.cs", """System.Console.WriteLine("It runs.");""");
    }

    public void UseRegistry(Uri index) => Write("home/.nuget/NuGet/NuGet.Config", $"""
        <configuration>
          <packageSources><clear /><add key="test" value="{index}" allowInsecureConnections="true" /></packageSources>
        </configuration>
        """);

    /// <summary>Selects the packages of <c>up</c>.</summary>
    /// <returns>One line per package: name, pin, version used, reason.</returns>
    public Task<(int ExitCode, string Output, string Errors)> ChooseAsync(params (string, string?)[] variables) =>
        RunAsync("bash", [Fixture("Cli/Script/Registry/choose.sh")], variables);

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, string[] arguments, params (string, string?)[] variables) => new Tool(program, arguments)
    {
        Folder = Root,
        Variables =
        [
            ("WORKOUT_PACKAGES", null), ("NUGET_FALLBACK_PACKAGES", null), ("RestoreFallbackFolders", null),
            ("HOME", PathOf("home")), ("NUGET_PACKAGES", PathOf("home/packages")), ("NUGET_HTTP_CACHE_PATH", PathOf("home/http-cache")), .. variables,
        ],
    }.RunAsync();

    private void Copy(string root, string file)
    {
        var copy = PathOf(Path.GetRelativePath(root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }
}
