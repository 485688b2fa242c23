namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>A checkout with the real script and build files, few pins and a command line of one line, on a machine with empty caches and one registry.</summary>
internal sealed class SmallCheckout : IDisposable
{
    private const string Pins = """
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
            <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
          </PropertyGroup>
          <ItemGroup Label="Pulumi">
            <PackageVersion Include="Pulumi" Version="3.112.1" />
            <PackageVersion Include="Pulumi.Aws" Version="7.48.0" />
            <PackageVersion Include="OpenTelemetry.Exporter.OpenTelemetryProtocol" Version="1.20.1" />
          </ItemGroup>
          <ItemGroup Label="Amazon.Lambda">
            <PackageVersion Include="Amazon.Lambda.Core" Version="3.2.0" />
            <PackageVersion Include="Amazon.Lambda.RuntimeSupport" Version="2.1.2" />
          </ItemGroup>
          <ItemGroup Label="Run">
            <PackageVersion Include="AWSSDK.Core" Version="4.1.0" />
            <PackageVersion Include="Markdig" Version="1.6.0" />
          </ItemGroup>
          <Import Project="$(MSBuildThisFileDirectory).workout/packages.props" Condition="Exists('$(MSBuildThisFileDirectory).workout/packages.props')" />
        </Project>
        """;

    private const string Library = """<Project Sdk="Microsoft.NET.Sdk" />""";

    private const string Program = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <AssemblyName>workout</AssemblyName>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Pulumi" />
            <PackageReference Include="Pulumi.Aws" />
            <PackageReference Include="Amazon.Lambda.Core" />
            <PackageReference Include="Amazon.Lambda.RuntimeSupport" />
            <PackageReference Include="AWSSDK.Core" />
            <PackageReference Include="Markdig" />
          </ItemGroup>
        </Project>
        """;

    // Restores what `up` needs and shows the choice, without a build.
    private const string Choose = """
        root=$PWD state=$PWD/.workout logs=$PWD/artifacts/logs
        set -euo pipefail
        for part in steps requirements packages npm build; do . "scripts/$part.sh"; done
        setup run
        choice_rows | sort
        """;

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    public SmallCheckout()
    {
        var original = Repository.Find(AppContext.BaseDirectory).Root;
        foreach (var file in (string[])["workout", "Directory.Build.props", "Directory.Build.targets", "global.json", "BannedSymbols.txt", "offline/StandIns.props", .. Scripts(original)])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Path.Combine(original, file), PathOf(file));
        }

        Write("Directory.Packages.props", Pins);
        Write("local/Cli/WorkoutLog.Local.Cli.csproj", Program);
        Write("local/Cli/Program.cs", """System.Console.WriteLine("It runs.");""");
        Write("functions/Functions.proj", """<Project><Target Name="Restore" /></Project>""");
        Write("functions/Function.props", "<Project />");
        Write("offline/ProviderSdk/Generator/Generator.csproj", Library);
        foreach (var name in (string[])["Pulumi/Pulumi", "ProviderSdk/Pulumi.Aws/Pulumi.Aws", "Amazon.Lambda/Amazon.Lambda.Core/Amazon.Lambda.Core", "Amazon.Lambda/Amazon.Lambda.RuntimeSupport/Amazon.Lambda.RuntimeSupport"])
        {
            Write($"offline/{name}.csproj", Library);
        }
    }

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    public void UseRegistry(Uri index) => Write("home/.nuget/NuGet/NuGet.Config", $"""
        <configuration>
          <packageSources><clear /><add key="test" value="{index}" allowInsecureConnections="true" /></packageSources>
        </configuration>
        """);

    /// <summary>Chooses the packages of <c>up</c>.</summary>
    /// <returns>A line a package: name, pin, what is used, why.</returns>
    public Task<(int ExitCode, string Output, string Errors)> ChooseAsync(params (string Name, string Value)[] variables) => RunAsync("bash", ["-c", Choose], variables);

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in (string[])["WORKOUT_PACKAGES", "NUGET_FALLBACK_PACKAGES", "RestoreFallbackFolders"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = PathOf("home");
        start.Environment["NUGET_PACKAGES"] = PathOf("home/packages");
        start.Environment["NUGET_HTTP_CACHE_PATH"] = PathOf("home/http-cache");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return EndAsync(start);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Scripts(string root) => Directory.EnumerateFiles(Path.Combine(root, "scripts")).Select(file => Path.GetRelativePath(root, file));

    private static async Task<(int ExitCode, string Output, string Errors)> EndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(_limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }
}
