using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>Permissions on the items of a table. A transaction needs those of its item operations.</summary>
[Flags]
public enum TableAccess
{
    None = 0,

    /// <summary>Read single items.</summary>
    Get = 1,

    /// <summary>Query the table, but not its indexes.</summary>
    Query = 2,

    /// <summary>Create and replace items.</summary>
    Put = 4,

    Update = 8,

    Delete = 16,
}

public static class TablePolicies
{
    private static readonly ImmutableArray<(TableAccess Access, string Action)> _actions =
    [
        (TableAccess.Delete, "dynamodb:DeleteItem"),
        (TableAccess.Get, "dynamodb:GetItem"),
        (TableAccess.Put, "dynamodb:PutItem"),
        (TableAccess.Query, "dynamodb:Query"),
        (TableAccess.Update, "dynamodb:UpdateItem"),
    ];

    /// <summary>Updates limited to the given attributes.</summary>
    /// <param name="attributes">Those of the key, the update and its condition.</param>
    public static PolicyDocument UpdateOnly(string tableArn, IEnumerable<string> attributes) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "UpdateAttributes",
        Action = ["dynamodb:UpdateItem"],
        Resource = [tableArn],
        Condition = [new PolicyCondition("ForAllValues:StringEquals", "dynamodb:Attributes", [.. attributes])],
    });

    /// <param name="queriedIndexes">Names of the indexes to query.</param>
    public static PolicyDocument Use(string tableArn, TableAccess access, IEnumerable<string> queriedIndexes)
    {
        var indexes = queriedIndexes.Select(index => $"{tableArn}/index/{index}").ToImmutableArray();
        var table = new PolicyStatement
        {
            Sid = "UseTable",
            Action = [.. _actions.Where(pair => access.HasFlag(pair.Access)).Select(pair => pair.Action)],
            Resource = [tableArn],
        };
        return indexes.IsEmpty
            ? PolicyDocument.Of(table)
            : PolicyDocument.Of(table, new PolicyStatement { Sid = "QueryIndexes", Action = ["dynamodb:Query"], Resource = indexes });
    }
}
