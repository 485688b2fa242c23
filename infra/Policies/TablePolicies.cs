using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>What a role may do with the items of a table. A transaction has no right of its own; it needs those of its items.</summary>
[Flags]
public enum TableAccess
{
    None = 0,

    /// <summary>Read single items.</summary>
    Get = 1,

    /// <summary>Query the table, not its indexes.</summary>
    Query = 2,

    /// <summary>Put items, new ones and in the place of others.</summary>
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

    /// <summary>Updates that name no other attributes.</summary>
    /// <param name="attributes">Those of the key, of the update and of its condition.</param>
    public static PolicyDocument UpdateOnly(string tableArn, IEnumerable<string> attributes) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "UpdateAttributes",
        Action = ["dynamodb:UpdateItem"],
        Resource = [tableArn],
        Condition = [new PolicyCondition("ForAllValues:StringEquals", "dynamodb:Attributes", [.. attributes])],
    });

    /// <param name="queriedIndexes">Names of indexes that may be queried.</param>
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
