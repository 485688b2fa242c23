using WorkoutLog.Local.Tests.Documentation;

namespace WorkoutLog.Local.Tests.Cli;

public sealed class CommandReferenceTests
{
    [Fact]
    public void The_documentation_says_what_the_code_says() => MarkdownFile.Read("docs/commands.md").Hold(CommandReference.Markdown());
}
