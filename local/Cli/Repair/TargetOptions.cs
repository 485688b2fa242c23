using Amazon.DynamoDBv2;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>The tables that a repair reads and writes, and where it reports its findings. The caller disposes the client.</summary>
internal sealed record RepairTarget(IAmazonDynamoDB Client, StorageTables Tables, MetricTarget Metrics);

/// <summary>Where the tables are: those of a local run, or, with <c>--aws</c>, the deployed ones.</summary>
internal sealed class TargetOptions
{
    public Option<bool> Aws { get; } = new("--aws")
    {
        Description = "Work on the deployed tables, with AWS credentials as the AWS CLI finds them; otherwise on those of ./workout up",
    };

    public Option<string?> LogsTable { get; } = new("--logs-table")
    {
        Description = "With --aws: name of the logs table, otherwise asked of pulumi stack output",
    };

    public Option<string?> StatsTable { get; } = new("--stats-table")
    {
        Description = "With --aws: name of the stats table, otherwise asked of pulumi stack output",
    };

    public Option<string?> Region { get; } = new("--region")
    {
        Description = "With --aws: the tables' region, otherwise aws:region of Pulumi.<stack>.yaml",
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
            result.AddError("--logs-table, --stats-table and --region go with --aws.");
        }
        else if (logs is null != stats is null)
        {
            result.AddError("--logs-table and --stats-table go together.");
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
