using System.Xml.Linq;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The projects of the repository without its tests and stand-ins, and which refers to which, as their files say.</summary>
internal sealed class RoomDiagram
{
    private static readonly string[] _rooms = ["infra", "functions", "local", "bench"];

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
            .Select(path => Path.GetFullPath(Path.Combine(folder, path)))
            .Concat(imported);
    }

    private static string Room(string root, string project) => Path.GetRelativePath(root, Path.GetDirectoryName(project)!).Replace('\\', '/');

    private static string Node(string room) => room.Split('/', '.')[^1];
}
