using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Base;
using WorkoutLog.Local.Plan.Output;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Cli;

/// <summary><c>plan</c>: shows the effect of a program change on a stack, and applies the deployment policy.</summary>
internal static class PlanCommand
{
    private const double DefaultPerDay = 3_000;
    private const double MaxPerDay = 10_000_000_000;

    private static readonly CommandText _text = new(
        Purpose.Inspect, "Shows the effect of a change on a stack before deployment, without an AWS account, and rejects dangerous changes",
        new Example("./workout plan --base origin/main --stack prod", "this checkout compared with the main branch, for prod"),
        new Example("./workout plan --base before.json --stack dev --json", "compared with a graph from preview --json, as JSON"),
        new Example("./workout plan --base HEAD~1 --stack dev --markdown", "as a Markdown comment for a pull request"),
        new Example("./workout plan --base HEAD --stack dev --change after.json", "an untrusted change: this checkout evaluates the graph, without running its code"))
    {
        Success = "the change is allowed",
        Failure = "the change is rejected",
        Notes = "docs/plan.md lists the findings, and how to waive one for a limited time.",
    };

    public static Command Create()
    {
        var other = ProgramOption.Create();
        var stack = StackOption.Create(other);
        var @base = new Option<string>("--base")
        {
            Description = "Base of the comparison: a branch, tag or commit, or a .json file from preview --json",
            Required = true,
        };
        var change = new Option<string?>("--change")
        {
            Description = "A .json file from preview --json of the changed program; this checkout only evaluates it, with its own waivers",
        };
        var json = new JsonOption();
        var markdown = new Option<bool>("--markdown") { Description = "Print Markdown for a pull request comment on standard output" };
        var logs = NumberOption.Create("--logs-per-day", "Workouts logged per day, for the cost comparison", DefaultPerDay, 0, MaxPerDay);
        var command = new DocumentedCommand("plan", _text) { @base, change, stack, other, json, markdown, logs };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
            {
                result.AddError("--json and --markdown can't be combined.");
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

            return plan.IsRefused ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static async Task<DeploymentPlan> MakeAsync(
        Repository repository, string @base, string? change, string stack, double logsPerDay, CancellationToken cancellation)
    {
        // Waivers come from this checkout, not from the base: a change of waivers shows in the diff.
        var waivers = Waiver.Of(StackConfiguration.Load(repository, stack));
        var after = change is null ? await PackagedProgram.EvaluateAsync(repository, stack, cancellation) : await BaseGraph.ReadAsync(change, cancellation);
        var before = await BaseGraph.FindAsync(repository, @base, stack, Console.Error.WriteLine, cancellation);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return DeploymentPlan.Of(before, after, logsPerDay, waivers, today);
    }
}
