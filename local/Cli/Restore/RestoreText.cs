using System.Globalization;

namespace WorkoutLog.Local.Restore;

/// <summary>A plan for people: Bash with comments, to be pasted block by block.</summary>
internal static class RestoreText
{
    public static void Write(RestorePlan plan, TextWriter output)
    {
        var source = plan.Source == RestoreSource.PointInTime ? "point-in-time recovery" : "the vault of AWS Backup";
        output.Write($"# Restore of {string.Join(" and ", plan.Tables)} of the stack {plan.Stack} to {RestoreTime.Text(plan.At)}, from {source}.\n");
        output.Write("# Read it to its end first. Paste block by block into one Bash, and look at each answer before the next.\n");
        foreach (var (index, step) in plan.Steps.Index())
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\n# {index + 1}. {step.Title}\n"));
            foreach (var line in step.Why)
            {
                output.Write($"#    {line}\n");
            }

            output.Write(step.Commands.Length == 0 ? "" : $"{step.Commands}\n");
        }
    }
}
