using System.Xml.Linq;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>Who may refer to whom.</summary>
public sealed class RoomTests
{
    private const string Domain = "functions/WorkoutLog.Domain";
    private const string Contracts = "functions/WorkoutLog.Contracts";
    private const string Packaging = "functions/Packaging";

    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;
    private static readonly RoomDiagram _diagram = RoomDiagram.Read(_root);

    [Fact]
    public void The_diagram_shows_the_references_as_they_are() => CommittedFile.HoldsSection("ARCHITECTURE.md", "rooms", _diagram.Mermaid());

    [Theory, InlineData(Domain, new[] { Contracts }), InlineData(Contracts, new string[0]), InlineData(Packaging, new string[0])]
    public void Pure_rooms_refer_to_nothing_but_the_contracts(string room, string[] references) => Assert.Equal(references, _diagram.References[room]);

    [Fact]
    public void The_program_knows_nothing_of_the_functions_but_their_contracts_and_packaging() =>
        Assert.Equal([Packaging, Contracts], _diagram.References["infra"].Order(StringComparer.Ordinal));

    [Fact]
    public void The_functions_know_nothing_of_the_program() => Assert.All(
        _diagram.References.Where(room => room.Key.StartsWith("functions/", StringComparison.Ordinal)),
        room => Assert.All(room.Value, reference => Assert.StartsWith("functions/", reference, StringComparison.Ordinal)));

    [Fact]
    public void Stand_ins_know_nothing_of_the_product()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(_root, "offline"), "*.*proj", SearchOption.AllDirectories).ToArray();

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.DoesNotMatch(@"(functions|infra|local|bench)[/\\]", File.ReadAllText(project)));
    }
}

/// <summary>The projects of the repository without its tests and stand-ins, and which refers to which, as their files say.</summary>
internal sealed class RoomDiagram
{
    private static readonly string[] _rooms = ["infra", "functions", "local", "bench", "examples"];

    private readonly SortedDictionary<string, HashSet<string>> _references = new(StringComparer.Ordinal);

    private RoomDiagram()
    {
    }

    /// <summary>Folder of a project, from the root, to those that it names itself.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> References => _references;

    public static RoomDiagram Read(string root)
    {
        var diagram = new RoomDiagram();
        foreach (var project in _rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(root, room), "*.csproj", SearchOption.AllDirectories)))
        {
            diagram._references[Room(root, project)] = [.. ProjectsOf(project).Select(reference => Room(root, reference))];
        }

        return diagram;
    }

    /// <summary>In Mermaid's language; what follows from other arrows has none of its own.</summary>
    public string Mermaid()
    {
        var nodes = _references.Keys.Select(room => $"    {Node(room)}[\"{room}\"]");
        var arrows = _references.SelectMany(room => room.Value
            .Where(reference => !room.Value.Any(other => other != reference && Reaches(other, reference)))
            .Order(StringComparer.Ordinal)
            .Select(reference => $"    {Node(room.Key)} --> {Node(reference)}"));
        return string.Join('\n', ["```mermaid", "flowchart TD", .. nodes, .. arrows, "```"]);
    }

    private bool Reaches(string from, string to) => from == to || _references[from].Any(next => Reaches(next, to));

    private static IEnumerable<string> ProjectsOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var content = XDocument.Load(file);
        var imported = content.Descendants("Import").Select(import => import.Attribute("Project")!.Value)
            // What differs by condition adds no projects.
            .Where(path => path.EndsWith("Function.props", StringComparison.Ordinal))
            .SelectMany(path => ProjectsOf(Path.GetFullPath(Path.Combine(folder, path))));
        return content.Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal))
            .Select(path => Path.GetFullPath(Path.Combine(folder, path))).Concat(imported);
    }

    private static string Room(string root, string project) => Path.GetRelativePath(root, Path.GetDirectoryName(project)!).Replace('\\', '/');

    private static string Node(string room) => room.Split('/', '.')[^1];
}
