using WorkoutLog.Local.Tests.Cost;

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
    public void The_diagram_shows_the_references_as_they_are() => GeneratedSections.Hold("ARCHITECTURE.md", "rooms", _diagram.Mermaid());

    [Theory]
    [InlineData(Domain, new[] { Contracts })]
    [InlineData(Contracts, new string[0])]
    [InlineData(Packaging, new string[0])]
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
