namespace WorkoutLog.Local.Tests.Cli;

/// <summary>Runs completion in the shells themselves.</summary>
public sealed class CompletionTests : Sandbox
{
    private readonly string _workout;

    public CompletionTests()
    {
        _workout = PathOf("workout");
        Write("workout", $"#!/usr/bin/env bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "workout.dll")}' \"$@\"\n");
        File.SetUnixFileMode(_workout, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Without a completion the shell offers files.</summary>
    [Theory, Cases]
    public async Task Bash_completes_words(string line, string expected) => Assert.Equal(
        Sorted(expected),
        await AskAsync("bash", $$"""
            {{CompletionCommand.ScriptFor("bash")}}
            COMP_LINE='{{_workout}} {{line}}' COMP_POINT=${#COMP_LINE}
            COMP_WORDS=('{{_workout}}' {{Words(line)}}) COMP_CWORD={{line.Split(' ').Length}}
            _workout
            printf '%s\n' "${COMPREPLY[@]}"
            """));

    [Theory, InlineData("up --stack p", "prod"), InlineData("bench gro", "growth")]
    public Task Zsh_completes_words_if_installed(string line, string expected) => AssertAsync(
        "zsh",
        expected,
        $$"""
        emulate -R sh
        COMP_LINE='{{_workout}} {{line}}' COMP_POINT=${#COMP_LINE}
        COMP_WORDS=('{{_workout}}' {{Words(line)}}) COMP_CWORD={{line.Split(' ').Length}}
        _workout
        print -l -- "${COMPREPLY[@]}"
        """);

    [Theory, Cases]
    public Task Fish_completes_words_if_installed(string line, string expected) =>
        AssertAsync("fish", expected, $"complete -C '{_workout} {line}' | string split -f1 \\t");

    private static string Words(string line) => string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));

    private static string[] Sorted(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static async Task AssertAsync(string shell, string expected, string question)
    {
        if (Executables.Find(shell) is not null)
        {
            Assert.Equal(Sorted(expected), await AskAsync(shell, $"{CompletionCommand.ScriptFor(shell)}\n{question}\n"));
        }
    }

    private static async Task<string[]> AskAsync(string shell, string script)
    {
        var (_, output, errors) = await new Tool(shell, "-c", script).RunAsync();
        Assert.True(errors.Length == 0, errors);
        return Sorted(output.Replace('\n', ' '));
    }
}
