using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Deployments;

/// <summary>What a run can't take over while it goes on.</summary>
internal static class RedeployChecks
{
    /// <param name="before">In force.</param>
    /// <exception cref="UserErrorException">The message names all of it.</exception>
    public static void Check(Deployment before, ResourceGraph graph, StackDescription description)
    {
        ImmutableArray<string> faults =
        [
            .. Differs("project", before.Graph.Project, graph.Project),
            .. Differs("stack", before.Graph.Stack, graph.Stack),
            .. Differs("region", before.Description.Region, description.Region),
            .. Tables(before.Description.Tables, description.Tables),
        ];
        if (!faults.IsEmpty)
        {
            throw new UserErrorException(
                $"A run can't take over, while it goes on, that {string.Join(", and that ", faults)}. Stop ./workout up and start it again; its workouts are then gone.");
        }
    }

    private static IEnumerable<string> Differs(string what, string before, string now)
    {
        if (before != now)
        {
            yield return $"the {what} is '{now}' instead of '{before}'";
        }
    }

    // DynamoDB would change some of it in place; a run changes no table, so it must not look as if it did.
    private static IEnumerable<string> Tables(ImmutableArray<GraphResource> before, ImmutableArray<GraphResource> now)
    {
        foreach (var table in now)
        {
            if (before.FirstOrDefault(known => known.Name == table.Name) is not { } known)
            {
                yield return $"there is a new table '{table.Name}'";
            }
            else if (ChangedInputs.Of(known, table) is { IsEmpty: false } inputs)
            {
                yield return $"the table '{table.Name}' is declared differently ({string.Join(", ", inputs)})";
            }
            else if (known.Outputs.Text("name") != table.Outputs.Text("name"))
            {
                yield return $"the table '{table.Name}' is named {table.Outputs.Text("name")} instead of {known.Outputs.Text("name")}";
            }
        }

        foreach (var table in before.Where(known => now.All(table => table.Name != known.Name)))
        {
            yield return $"there is no table '{table.Name}' any more";
        }
    }
}
