namespace WorkoutLog.Local.Tests.Cost;

/// <summary><c>docs/cost.md</c> says what the code computes.</summary>
public sealed class CostDocumentTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void The_tables_are_those_of_the_commands() =>
        Assert.All(CostDocument.Sections(stacks), section => GeneratedSections.Hold("docs/cost.md", section.Section, section.Content));
}
