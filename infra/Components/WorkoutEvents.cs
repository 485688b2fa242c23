using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Pipes;
using Pulumi.Aws.Pipes.Inputs;
using Pulumi.Aws.Sqs;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>Publishes changes in a table as events on a bus: a pipe reads the table's stream, without a function.</summary>
public sealed class WorkoutEvents : ComponentResource
{
    // The maximum of PutEvents.
    private const int BatchSize = 10;

    // Failures of AWS itself do not count. Retries of a record block later changes in its shard.
    private const int RetryAttempts = 20;

    // The stream keeps records for a day; the alarm comes long before.
    private static readonly TimeSpan _recordAge = TimeSpan.FromHours(6);

    // The maximum of SQS.
    private static readonly TimeSpan _deadLettersKept = TimeSpan.FromDays(14);

    public WorkoutEvents(string name, WorkoutEventsArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutEvents", name, args, options)
    {
        var queue = new Queue($"{name}-dead-letters", new QueueArgs
        {
            MessageRetentionSeconds = (int)_deadLettersKept.TotalSeconds,
            KmsMasterKeyId = args.Key?.Arn,
            SqsManagedSseEnabled = args.Key is null ? true : null!,
        }, new CustomResourceOptions { Parent = this });

        var bus = new EventBus(name, new EventBusArgs
        {
            // Not auto-named, because consumers use it in their rules.
            Name = args.BusName,
            Description = $"Changes in the table {args.Table.GetResourceName()}",
            KmsKeyIdentifier = args.Key?.Arn,
            DeadLetterConfig = args.Key is null ? null! : new EventBusDeadLetterConfigArgs { Arn = queue.Arn },
        }, new CustomResourceOptions { Parent = this });

        _ = new QueuePolicy($"{name}-dead-letters-policy", new QueuePolicyArgs
        {
            QueueUrl = queue.Url,
            Policy = Output.Tuple(queue.Arn, bus.Arn)
                .Apply(arns => EventPolicies.DeadLetters(arns.Item1, args.Key is null ? null : arns.Item2).ToJson()),
        }, new CustomResourceOptions { Parent = this });

        if (args.ArchiveDays > 0)
        {
            _ = new EventArchive($"{name}-archive", new EventArchiveArgs
            {
                EventSourceArn = bus.Arn,
                RetentionDays = args.ArchiveDays,
                KmsKeyIdentifier = args.Key?.Arn,
            }, new CustomResourceOptions { Parent = this });
        }

        var role = new Role($"{name}-role", new RoleArgs
        {
            Description = $"Permissions of the pipe {name}",
            AssumeRolePolicy = args.AccountId.Apply(account => EventPolicies.Trust(account, args.Region, name).ToJson()),
        }, new CustomResourceOptions { Parent = this });
        // AWS checks the permissions when it creates the pipe.
        Resource[] grants =
        [
            args.Table.GrantReadStream(role),
            new RolePolicy($"{name}-publish", new RolePolicyArgs
            {
                Role = role.Id,
                Policy = Output.Tuple(bus.Arn, queue.Arn).Apply(arns => EventPolicies.Publish(arns.Item1, arns.Item2).ToJson()),
            }, new CustomResourceOptions { Parent = this }),
            .. args.Key is { } key ? [key.GrantUseByPipe(role)] : Array.Empty<Resource>(),
        ];

        var pipe = new Pipe(name, new PipeArgs
        {
            Description = $"Changes in the table {args.Table.GetResourceName()} as events",
            RoleArn = role.Arn,
            Source = args.Table.StreamArn,
            SourceParameters = new PipeSourceParametersArgs
            {
                DynamodbStreamParameters = new PipeSourceParametersDynamodbStreamParametersArgs
                {
                    // Includes writes made while the pipe is created or replaced.
                    StartingPosition = "TRIM_HORIZON",
                    BatchSize = BatchSize,
                    // More would reorder a user's changes.
                    ParallelizationFactor = 1,
                    MaximumRetryAttempts = RetryAttempts,
                    MaximumRecordAgeInSeconds = (int)_recordAge.TotalSeconds,
                    OnPartialBatchItemFailure = "AUTOMATIC_BISECT",
                    DeadLetterConfig = new PipeSourceParametersDynamodbStreamParametersDeadLetterConfigArgs { Arn = queue.Arn },
                },
                FilterCriteria = new PipeSourceParametersFilterCriteriaArgs
                {
                    Filters = { new PipeSourceParametersFilterCriteriaFilterArgs { Pattern = args.Filter } },
                },
            },
            Target = bus.Arn,
            TargetParameters = new PipeTargetParametersArgs
            {
                InputTemplate = args.Template,
                EventbridgeEventBusParameters = new PipeTargetParametersEventbridgeEventBusParametersArgs
                {
                    Source = args.Source,
                    DetailType = args.TypePath,
                },
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = [.. grants] });

        BusArn = bus.Arn;
        BusName = bus.Name;
        PipeName = pipe.Name;
        DeadLettersName = queue.Name;
        Table = args.Table;
        RegisterOutputs();
    }

    [Output("busArn")]
    public Output<string> BusArn { get; }

    [Output("busName")]
    public Output<string> BusName { get; }

    public Output<string> PipeName { get; }

    public Output<string> DeadLettersName { get; }

    /// <summary>The table with the published changes.</summary>
    public WorkoutTable Table { get; }
}

public sealed class WorkoutEventsArgs : ResourceArgs
{
    public required WorkoutTable Table { get; init; }

    /// <summary>Unique in the account and region.</summary>
    public required string BusName { get; init; }

    /// <summary><c>source</c> of every event.</summary>
    public required string Source { get; init; }

    /// <summary>Pattern of the stream records that become events.</summary>
    public required string Filter { get; init; }

    /// <summary>Input template of an event's <c>detail</c>.</summary>
    public required string Template { get; init; }

    /// <summary>JSON path of the <c>detail-type</c> in a record.</summary>
    public required string TypePath { get; init; }

    /// <summary>0 for no archive.</summary>
    public required int ArchiveDays { get; init; }

    /// <summary>Twelve digits.</summary>
    public required Output<string> AccountId { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Encrypts bus, archive and dead letters; null for AWS-owned keys.</summary>
    public required CustomerKey? Key { get; init; }
}
