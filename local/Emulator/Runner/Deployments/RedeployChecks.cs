namespace WorkoutLog.Local.Runner;

/// <summary>Rejects changes that a run can't apply while it runs.</summary>
internal static class RedeployChecks
{
    /// <exception cref="UserErrorException">There are such changes; the message names all of them.</exception>
    public static void Check(Deployment before, ResourceGraph graph, StackDescription description)
    {
        ImmutableArray<string> faults =
        [
            .. from part in new[]
               {
                   (Name: "project", Before: before.Graph.Project, Now: graph.Project),
                   (Name: "stack", Before: before.Graph.Stack, Now: graph.Stack),
                   (Name: "region", Before: before.Description.Region, Now: description.Region),
               }
               where part.Before != part.Now
               select $"the {part.Name} is '{part.Now}' instead of '{part.Before}'",
            .. Tables(before.Description.Tables, description.Tables),
        ];
        if (!faults.IsEmpty)
        {
            throw new UserErrorException(
                $"A run can't apply this change: {string.Join("; ", faults)}. Fix: stop ./workout up and start it again, which deletes its workouts.");
        }
    }

    // DynamoDB would apply some changes in place. A run never changes a table, so it rejects them all.
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
            yield return $"the table '{table.Name}' is gone";
        }
    }
}

/// <summary>Names of the inputs in which two declarations of a resource differ.</summary>
internal static class ChangedInputs
{
    public static ImmutableArray<string> Of(GraphResource before, GraphResource now) =>
    [
        .. before.Inputs.Concat(now.Inputs).Select(input => input.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(before.Inputs[name], now.Inputs[name]))
            .Order(StringComparer.Ordinal),
    ];
}
