using System.Xml.Linq;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The allowed references between projects.</summary>
public sealed class ProjectReferenceTests
{
    private const string Domain = "functions/WorkoutLog.Domain";
    private const string Contracts = "functions/WorkoutLog.Contracts";
    private const string Packaging = "functions/Packaging";

    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;
    private static readonly ProjectDiagram _diagram = ProjectDiagram.Read(_root);

    [Fact]
    public void The_diagram_shows_the_actual_references() => CommittedFile.HoldsSection("ARCHITECTURE.md", "projects", _diagram.Mermaid());

    [Theory, InlineData(Domain, new[] { Contracts }), InlineData(Contracts, new string[0]), InlineData(Packaging, new string[0])]
    public void Projects_without_IO_reference_only_the_contracts(string project, string[] references) => Assert.Equal(references, _diagram.References[project]);

    [Fact]
    public void The_program_references_only_the_contracts_and_the_packaging() =>
        Assert.Equal([Packaging, Contracts], _diagram.References["infra"].Order(StringComparer.Ordinal));

    [Fact]
    public void The_functions_do_not_reference_the_program() => Assert.All(
        _diagram.References.Where(project => project.Key.StartsWith("functions/", StringComparison.Ordinal)),
        project => Assert.All(project.Value, reference => Assert.StartsWith("functions/", reference, StringComparison.Ordinal)));

    [Fact]
    public void Stand_ins_do_not_reference_the_product()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(_root, "offline"), "*.*proj", SearchOption.AllDirectories).ToArray();

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.DoesNotMatch(@"(functions|infra|local|bench)[/\\]", File.ReadAllText(project)));
    }
}

/// <summary>The projects of the repository except tests and stand-ins, and their references, from the project files.</summary>
internal sealed class ProjectDiagram
{
    private static readonly string[] _folders = ["infra", "functions", "local", "bench", "examples"];

    private readonly SortedDictionary<string, HashSet<string>> _references = new(StringComparer.Ordinal);

    private ProjectDiagram()
    {
    }

    /// <summary>From a project's folder, relative to the root, to the folders of the projects that it references directly.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> References => _references;

    public static ProjectDiagram Read(string root)
    {
        var diagram = new ProjectDiagram();
        foreach (var project in _folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.csproj", SearchOption.AllDirectories)))
        {
            diagram._references[FolderOf(root, project)] = [.. ProjectsOf(project).Select(reference => FolderOf(root, reference))];
        }

        return diagram;
    }

    /// <summary>In Mermaid's language, without transitive references.</summary>
    public string Mermaid()
    {
        var nodes = _references.Keys.Select(project => $"    {Node(project)}[\"{project}\"]");
        var arrows = _references.SelectMany(project => project.Value
            .Where(reference => !project.Value.Any(other => other != reference && Reaches(other, reference)))
            .Order(StringComparer.Ordinal)
            .Select(reference => $"    {Node(project.Key)} --> {Node(reference)}"));
        return string.Join('\n', ["```mermaid", "flowchart TD", .. nodes, .. arrows, "```"]);
    }

    private bool Reaches(string from, string to) => from == to || _references[from].Any(next => Reaches(next, to));

    private static IEnumerable<string> ProjectsOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var content = XDocument.Load(file);
        var imported = content.Descendants("Import").Select(import => import.Attribute("Project")!.Value)
            // Imports with a condition add no projects.
            .Where(path => path.EndsWith("Function.props", StringComparison.Ordinal))
            .SelectMany(path => ProjectsOf(Path.GetFullPath(Path.Combine(folder, path))));
        return content.Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal))
            .Select(path => Path.GetFullPath(Path.Combine(folder, path))).Concat(imported);
    }

    private static string FolderOf(string root, string project) => Path.GetRelativePath(root, Path.GetDirectoryName(project)!).Replace('\\', '/');

    private static string Node(string project) => project.Split('/', '.')[^1];
}
