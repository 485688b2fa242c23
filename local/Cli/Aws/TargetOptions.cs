using Amazon.DynamoDBv2;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Local.Cli.Repair;

namespace WorkoutLog.Local.Cli.Aws;

/// <summary>The tables that a repair reads and writes, and the target of its metric. The caller disposes the client.</summary>
internal sealed record RepairTarget(IAmazonDynamoDB Client, StorageTables Tables, MetricTarget Metrics);

/// <summary>Selects the tables: those of a local run, or, with <c>--aws</c>, the deployed ones.</summary>
internal sealed class TargetOptions
{
    public Option<bool> Aws { get; } = new("--aws")
    {
        Description = "Work on the deployed tables, with the same AWS credentials as the AWS CLI; without it on those of the running ./workout up",
    };

    public Option<string?> LogsTable { get; } = new("--logs-table")
    {
        Description = "With --aws: name of the logs table; by default from pulumi stack output",
    };

    public Option<string?> StatsTable { get; } = new("--stats-table")
    {
        Description = "With --aws: name of the stats table; by default from pulumi stack output",
    };

    public Option<string?> Region { get; } = new("--region")
    {
        Description = "With --aws: region of the tables; by default aws:region in Pulumi.<stack>.yaml",
    };

    /// <summary>The user whose items a command is about.</summary>
    public static Option<string> User(string description)
    {
        var user = new Option<string>("--user", "-u") { Description = description, Required = true };
        user.Validators.Add(option =>
        {
            if (UserIdRule.Check(option.GetValueOrDefault<string>() ?? "") is { } error)
            {
                option.AddError($"--user: {error.Message}");
            }
        });
        return user;
    }

    public void AddRules(Command command) => command.Validators.Add(result =>
    {
        var (logs, stats) = (result.GetValue(LogsTable), result.GetValue(StatsTable));
        if (!result.GetValue(Aws) && (logs ?? stats ?? result.GetValue(Region)) is not null)
        {
            result.AddError("--logs-table, --stats-table and --region require --aws.");
        }
        else if (logs is null != stats is null)
        {
            result.AddError("--logs-table and --stats-table must be given together.");
        }
    });

    /// <exception cref="UserErrorException">The tables can't be found.</exception>
    public async Task<RepairTarget> ResolveAsync(ParseResult arguments, string stack, CancellationToken cancellation)
    {
        var repository = Repository.Find(Environment.CurrentDirectory);
        return arguments.GetValue(Aws)
            ? await DeployedTables.FindAsync(
                repository, stack, arguments.GetValue(LogsTable), arguments.GetValue(StatsTable), arguments.GetValue(Region), cancellation)
            : LocalTables.Find(repository, stack);
    }
}
