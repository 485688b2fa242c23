namespace WorkoutLog.Local.Runner;

/// <summary>What a run can't take over while it goes on.</summary>
internal static class RedeployChecks
{
    /// <exception cref="UserErrorException">The message names all of it.</exception>
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
                $"A run can't take over, while it goes on, that {string.Join(", and that ", faults)}. Stop ./workout up and start it again; its workouts are then gone.");
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
