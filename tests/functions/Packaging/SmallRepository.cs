using WorkoutLog.Packaging;

namespace WorkoutLog.Functions.Tests.Packaging;

/// <summary>A repository with a text file per function; its build copies them and counts its runs.</summary>
internal sealed class SmallRepository : IDisposable
{
    // Managed, because every test machine can build it.
    public static readonly FunctionBuild Build = new(PackagingMode.Managed, Architecture.X86_64);

    private const string Project = """
        <Project DefaultTargets="Package">
          <PropertyGroup>
            <Folder>$(MSBuildThisFileDirectory)../artifacts/functions/$(FunctionPackaging)-$(FunctionArchitecture)/</Folder>
          </PropertyGroup>
          <Target Name="Restore" />
          <Target Name="Package">
            <Error File="functions" Code="BUILD7" Text="the functions are broken" Condition="Exists('$(MSBuildThisFileDirectory)broken')" />
            <Copy SourceFiles="$(MSBuildThisFileDirectory)code" DestinationFiles="$(Folder)ProcessWorkout.zip" SkipUnchangedFiles="true" />
            <Copy SourceFiles="$(MSBuildThisFileDirectory)code" DestinationFiles="$(Folder)QueryWorkouts.zip" SkipUnchangedFiles="true" />
            <WriteLinesToFile File="$(MSBuildThisFileDirectory)../builds" Lines="built" />
          </Target>
        </Project>
        """;

    public SmallRepository()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "functions"));
        Write("functions/Functions.proj", Project);
        Write("functions/code", "one");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("workout-log-").FullName;

    public int Builds => File.Exists(System.IO.Path.Combine(Path, "builds")) ? File.ReadAllLines(System.IO.Path.Combine(Path, "builds")).Length : 0;

    public List<string> Said { get; } = [];

    public Task<bool> UpdateAsync(FunctionBuild? build = null) => new FunctionArchives(Path, build ?? Build).UpdateAsync(Said.Add, CancellationToken.None);

    public void Write(string file, string content) => File.WriteAllText(System.IO.Path.Combine(Path, file), content);

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
