namespace WorkoutLog.Local.Tests.Cli;

/// <summary>The shells themselves are asked what they would offer, of a script that starts the command line.</summary>
public sealed class CompletionTests : IDisposable
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");
    private readonly string _workout;

    public CompletionTests()
    {
        _workout = Path.Combine(_folder.FullName, "workout");
        File.WriteAllText(_workout, $"#!/usr/bin/env bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "workout.dll")}' \"$@\"\n");
        File.SetUnixFileMode(_workout, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public static TheoryData<string, string> Lines => new()
    {
        { "pre", "preview" },
        { "re", string.Join(' ', CommandTree.All.Select(known => known.Path).Where(path => path.StartsWith("re", StringComparison.Ordinal))) },
        { "up --st", "--stack" },
        { "up --stack ", "dev prod" },
        { "up -s p", "prod" },
        { "cost --stack dev --lo", "--logs-per-day" },
        { "bench gro", "growth" },
        { "bench growth --max", "--max-logs" },
        { "completion b", "bash" },
        { "restore-plan --table ", "logs stats" },
        { "help gra", "grants" },
        // Then the shell offers files.
        { "up --faults ", "" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Bash_offers_what_may_follow(string line, string expected) => Assert.Equal(
        Sorted(expected),
        await AskAsync("bash", $$"""
            {{CompletionCommand.ScriptFor("bash")}}
            COMP_LINE='{{_workout}} {{line}}' COMP_POINT=${#COMP_LINE}
            COMP_WORDS=('{{_workout}}' {{Words(line)}}) COMP_CWORD={{line.Split(' ').Length}}
            _workout
            printf '%s\n' "${COMPREPLY[@]}"
            """));

    [Theory]
    [InlineData("up --stack p", "prod")]
    [InlineData("bench gro", "growth")]
    public Task Zsh_offers_the_same_where_it_is_installed(string line, string expected) => AssertAsync(
        "zsh",
        expected,
        $$"""
        emulate -R sh
        COMP_LINE='{{_workout}} {{line}}' COMP_POINT=${#COMP_LINE}
        COMP_WORDS=('{{_workout}}' {{Words(line)}}) COMP_CWORD={{line.Split(' ').Length}}
        _workout
        print -l -- "${COMPREPLY[@]}"
        """);

    [Theory]
    [InlineData("pre", "preview")]
    [InlineData("up --stack ", "dev prod")]
    [InlineData("bench growth --max", "--max-logs")]
    public Task Fish_offers_the_same_where_it_is_installed(string line, string expected) =>
        AssertAsync("fish", expected, $"complete -C '{_workout} {line}' | string split -f1 \\t");

    public void Dispose() => _folder.Delete(recursive: true);

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
        using var process = Process.Start(new ProcessStartInfo(shell, ["-c", script]) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        Assert.Equal("", await errors);
        return Sorted(output.Replace('\n', ' '));
    }
}
