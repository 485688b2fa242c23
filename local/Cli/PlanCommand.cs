using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Base;
using WorkoutLog.Local.Plan.Output;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Cli;

/// <summary><c>plan</c>: what a change of the program does to a stack, and whether its policy lets it pass.</summary>
internal static class PlanCommand
{
    private const double UsualPerDay = 3_000;
    private const double MostPerDay = 10_000_000_000;

    private static readonly CommandText _text = new(
        Purpose.See, "Shows what a change does to a stack before it is deployed, without an account, and refuses what is dangerous",
        new Example("./workout plan --base origin/main --stack prod", "what this checkout would do to prod as the main branch has it"),
        new Example("./workout plan --base before.json --stack dev --json", "the same for machines, against a graph that preview --json wrote"),
        new Example("./workout plan --base HEAD~1 --stack dev --markdown", "the same as the comment of a pull request"),
        new Example("./workout plan --base HEAD --stack dev --change after.json", "what a program does that is not trusted to judge itself"))
    {
        Good = "nothing is found that is refused",
        NotGood = "refused",
        Notes = "What it finds, and how a finding is let pass for some time, stands in docs/plan.md.",
    };

    public static Command Create()
    {
        var other = ProgramOption.Create();
        var stack = StackOption.Create(other);
        var @base = new Option<string>("--base")
        {
            Description = "What to compare with: a branch, tag or commit, or a .json file that preview --json wrote",
            Required = true,
        };
        var change = new Option<string?>("--change")
        {
            Description = "A .json file that preview --json wrote of the changed program; this checkout then only judges, by its own waivers",
        };
        var json = new JsonOption();
        var markdown = new Option<bool>("--markdown") { Description = "Print Markdown for a comment of a pull request on standard output" };
        var logs = NumberOption.Create("--logs-per-day", "Workouts that are logged a day, by which the bills are compared", UsualPerDay, 0, MostPerDay);
        var command = new DocumentedCommand("plan", _text) { @base, change, stack, other, json, markdown, logs };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
            {
                result.AddError("--json and --markdown are two forms of one output; give one of them.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var program = await ProgramOption.LoadAsync(arguments.GetValue(other), cancellation);
            var plan = await MakeAsync(program, arguments.GetValue(@base)!, arguments.GetValue(change), arguments.GetValue(stack)!, arguments.GetValue(logs), cancellation);
            if (arguments.GetValue(markdown))
            {
                await Console.Out.WriteAsync(PlanMarkdown.Write(plan));
            }
            else
            {
                await json.WriteAsync(arguments, () => PlanJson.Write(plan), console => PlanText.Write(plan, console));
            }

            return plan.IsRefused ? ExitCode.NotGood : ExitCode.Good;
        });
        return command;
    }

    private static async Task<DeploymentPlan> MakeAsync(
        Repository repository, string @base, string? change, string stack, double logsPerDay, CancellationToken cancellation)
    {
        // The base's waivers are of no account: who changes them shows it.
        var waivers = Waiver.Of(StackConfiguration.Load(repository, stack));
        var after = change is null ? await PackagedProgram.EvaluateAsync(repository, stack, cancellation) : await BaseGraph.ReadAsync(change, cancellation);
        var before = await BaseGraph.FindAsync(repository, @base, stack, Console.Error.WriteLine, cancellation);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return DeploymentPlan.Of(before, after, logsPerDay, waivers, today);
    }
}
