using System.Diagnostics;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Runner.Processes;

namespace WorkoutLog.Local.Tests.Cli.Completion;

/// <summary>The shells themselves are asked what they would offer.</summary>
public sealed class CompletionTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    public static TheoryData<string, string> Lines => new()
    {
        { "./workout pre", "preview" },
        { "./workout re", string.Join(' ', CommandTree.All.Select(known => known.Path).Where(path => path.StartsWith("re", StringComparison.Ordinal))) },
        { "./workout up --st", "--stack" },
        { "./workout up --stack ", "dev prod" },
        { "./workout up -s p", "prod" },
        { "./workout cost --stack dev --lo", "--logs-per-day" },
        { "./workout bench gro", "growth" },
        { "./workout bench growth --max", "--max-logs" },
        { "./workout completion ", "bash fish zsh --help -h" },
        { "./workout restore-plan --table ", "logs stats" },
        { "./workout help gra", "grants" },
        // A word that is no command leads nowhere: the options are those of the script.
        { "./workout nothing --", "--help" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Bash_offers_what_may_follow(string line, string expected)
    {
        var words = line.Split(' ');
        var offers = await AskAsync("bash", $$"""
            {{CompletionCommand.Write("bash", WorkoutCommand.Create())}}
            COMP_WORDS=({{string.Join(' ', words.Select(word => $"'{word}'"))}}) COMP_CWORD={{words.Length - 1}}
            _workout
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal(Sorted(expected), offers);
    }

    [Fact]
    public async Task Bash_offers_files_for_an_option_that_takes_one()
    {
        var script = CompletionCommand.Write("bash", WorkoutCommand.Create());

        Assert.Empty(await AskAsync("bash", $"{script}\nCOMP_WORDS=(./workout up --faults '') COMP_CWORD=3\n_workout\nprintf '%s' \"${{COMPREPLY[@]}}\""));
        Assert.Contains("complete -o default -F _workout workout\n", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zsh", "emulate -R sh; COMP_WORDS=(./workout up --stack p) COMP_CWORD=3; _workout; print -l -- \"${COMPREPLY[@]}\"", "prod")]
    [InlineData("zsh", "emulate -R sh; COMP_WORDS=(./workout bench gro) COMP_CWORD=2; _workout; print -l -- \"${COMPREPLY[@]}\"", "growth")]
    [InlineData("fish", "complete -C './workout pre' | string split -f1 \\t", "preview")]
    [InlineData("fish", "complete -C './workout up --stack ' | string split -f1 \\t", "dev prod")]
    [InlineData("fish", "complete -C './workout bench growth --max' | string split -f1 \\t", "--max-logs")]
    [InlineData("fish", "complete -C './workout restore-plan --table ' | string split -f1 \\t", "logs stats")]
    public async Task Another_shell_offers_the_same_where_it_is_installed(string shell, string question, string expected)
    {
        var script = CompletionCommand.Write(shell, WorkoutCommand.Create());
        Assert.StartsWith(shell == "zsh" ? "autoload" : "function", script, StringComparison.Ordinal);
        if (Executables.Find(shell) is null)
        {
            return;
        }

        Assert.Equal(Sorted(expected), await AskAsync(shell, $"{script}\n{question}\n"));
    }

    private static string[] Sorted(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static async Task<string[]> AskAsync(string shell, string script)
    {
        using var process = Process.Start(new ProcessStartInfo(shell, ["-c", script]) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        Assert.Equal("", await errors);
        return Sorted(output.Replace('\n', ' '));
    }
}
