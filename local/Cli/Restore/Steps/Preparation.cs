using WorkoutLog.Local.Graph;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Before anything is restored.</summary>
internal static class Preparation
{
    private const string Writer = FunctionNames.ProcessWorkout;

    public static RestoreStep Decide(RestoreRequest request) => new(
        "Decide",
        [
            "One person leads, and writes down the time of each step. Who owns the data decides on the second and on the way back.",
            $"The second: the last one before the damage. This plan takes {RestoreTime.Text(request.At)}; another one: ./workout restore-plan --stack {request.Stack} --at …",
            "A deployment does the damage? Roll it back first (docs/runbooks/README.md#roll-back).",
            "A, copy back: the table is there, and you can name the users whose rows are lost. Recommended: callers notice nothing, nothing changes in AWS or Pulumi, and what was written since stays.",
            "B, replace: the damage is everywhere, or a table is gone. What was written after the second is lost, writers stand still, and reads fail for some minutes.",
        ],
        "");

    public static RestoreStep Names(RestoreRequest request)
    {
        var live = request.All.Select(table => $"{table.Name}=$(jq -er .{table.Name} <<<\"$names\")");
        var restored = request.All.Select(table => request.Restores(table) ? $"restored_{table.Name}=$stack-{table.Name}-$suffix" : $"restored_{table.Name}=${table.Name}");
        string[] key = request.All.Any(table => table.HasCustomerKey) ? ["key=$(pulumi stack output keyArn --stack \"$stack\")"] : [];
        return new RestoreStep(
            "Take the names from the stack",
            ["In a shell in the repository, with the credentials of the stack's account. The last line shows which account and which tables all that follows is about."],
            Shell.Lines(
            [
                // Version 1 of the AWS CLI knows the second name only.
                $"export AWS_REGION={request.Region} AWS_DEFAULT_REGION={request.Region} AWS_PAGER='' TZ=UTC",
                $"stack={request.Stack} at={RestoreTime.Text(request.At)} suffix={request.Suffix}",
                "names=$(pulumi stack output tableNames --stack \"$stack\" --json)",
                string.Join(' ', live),
                string.Join(' ', restored),
                .. key,
                "account=$(aws sts get-caller-identity --query Account --output text)",
                $"echo \"account $account: {string.Join(", ", request.Tables.Select(table => $"${table.Name} to $restored_{table.Name}"))}\"",
            ]));
    }

    public static RestoreStep StopWriters() => new(
        "Stop the writers",
        [
            "For way B, or while a caller does the damage: the function that writes gets no call, so writes are answered 5xx and nothing is stored. Reads go on.",
            "For way A leave it out.",
        ],
        $"""
        writer=$(pulumi stack output functionArns --stack "$stack" --json | jq -er .{Writer})
        aws lambda put-function-concurrency --function-name "$writer" --reserved-concurrent-executions 0
        """);

    public static RestoreStep LetWritersIn(ResourceGraph graph)
    {
        var declared = graph.Resources.Single(resource => resource.Type == "aws:lambda/function:Function" && resource.Name == Writer).Inputs["reservedConcurrentExecutions"];
        var reserve = declared?.GetValue<double>() is { } count && count >= 0 ? (int)count : (int?)null;
        return new RestoreStep(
            "Let the writers in again",
            [reserve is null ? "The stack declares no reserve." : $"With the reserve that the stack declares, {reserve}."],
            reserve is null
                ? "aws lambda delete-function-concurrency --function-name \"$writer\""
                : $"aws lambda put-function-concurrency --function-name \"$writer\" --reserved-concurrent-executions {reserve}");
    }
}
