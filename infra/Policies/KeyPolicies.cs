using System.Collections.Immutable;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Policies;

/// <summary>
/// Who may do what with a key. In a key's own policy the resource <c>*</c> is that key. The account's root as principal stands for
/// the account's identity policies: nobody gets a right by it without an identity policy that grants the same.
/// </summary>
public static class KeyPolicies
{
    // Creating, rotating, describing and deleting, but neither encrypting nor decrypting: who runs the key need not read the data.
    private static readonly ImmutableArray<string> _administration =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation",
        "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants",
        "kms:ListKeyPolicies", "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant",
        "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
    ];

    // The permissions that DynamoDB and CloudWatch Logs demand of a customer key, without their wildcards.
    private static readonly ImmutableArray<string> _cryptography =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    /// <summary>The policy of the key of a stack: tables, function environments, log groups and alarms; AWS Backup reads the tables with it.</summary>
    /// <param name="logGroupPath">Prefix of the stack's log groups, without a trailing slash.</param>
    /// <param name="busName">The event bus that the key encrypts, with its archive and its dead letters; null for none.</param>
    public static PolicyDocument Stack(string accountId, string region, string logGroupPath, string? busName) => PolicyDocument.Of(
        [
            Administer(accountId),
            RefuseOtherGrants,
            .. UseThrough(
                accountId,
                [
                    Via("backup", region), Via("dynamodb", region), Via("lambda", region),
                    .. busName is null ? ImmutableArray<string>.Empty : [Via("events", region), Via("sqs", region)],
                ]),
            new PolicyStatement
            {
                Sid = "EncryptLogGroups",
                Principal = [PolicyPrincipal.Service(Via("logs", region))],
                Action = _cryptography,
                Resource = ["*"],
                Condition =
                [
                    new PolicyCondition("ArnLike", "kms:EncryptionContext:aws:logs:arn",
                    [
                        $"arn:aws:logs:{region}:{accountId}:log-group:{logGroupPath}/*",
                        $"arn:aws:logs:{region}:{accountId}:log-group:{ExecutionLogs.GroupPrefix}*",
                    ]),
                ],
            },
            PublishAlarms(accountId),
            .. busName is null ? ImmutableArray<PolicyStatement>.Empty : EncryptEvents(accountId, region, busName),
        ]);

    /// <summary>The policy of the key of the backup vault.</summary>
    public static PolicyDocument Backups(string accountId, string region) =>
        PolicyDocument.Of([Administer(accountId), RefuseOtherGrants, .. UseThrough(accountId, Via("backup", region))]);

    /// <summary>The policy of a key that encrypts nothing but the alarm topic.</summary>
    public static PolicyDocument AlarmTopic(string accountId) => PolicyDocument.Of(Administer(accountId), RefuseOtherGrants, PublishAlarms(accountId));

    /// <summary>An identity policy: reads what the key encrypts in tables and in the function's own environment.</summary>
    public static PolicyDocument Use(string keyArn, string region) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "UseKeyThroughServices",
        Action = ["kms:Decrypt"],
        Resource = [keyArn],
        Condition = [PolicyCondition.Equal("kms:ViaService", Via("dynamodb", region), Via("lambda", region))],
    });

    /// <summary>An identity policy: reads the stream of a table, and sends dead letters.</summary>
    public static PolicyDocument UseByPipe(string keyArn, string region) => PolicyDocument.Of(
        new PolicyStatement
        {
            Sid = "ReadThroughServices",
            Action = ["kms:Decrypt"],
            Resource = [keyArn],
            Condition = [PolicyCondition.Equal("kms:ViaService", Via("dynamodb", region), Via("sqs", region))],
        },
        new PolicyStatement
        {
            Sid = "SendDeadLetters",
            Action = ["kms:GenerateDataKey"],
            Resource = [keyArn],
            Condition = [PolicyCondition.Equal("kms:ViaService", Via("sqs", region))],
        });

    /// <summary>The name by which KMS knows a service of a region, as caller and as principal.</summary>
    internal static string Via(string service, string region) => $"{service}.{region}.amazonaws.com";

    // A grant outlives the policy that allowed it and nobody sees it there: whatever a later statement allows, only services of AWS get some.
    private static PolicyStatement RefuseOtherGrants { get; } = new()
    {
        Sid = "RefuseOtherGrants",
        Effect = PolicyEffect.Deny,
        Principal = [PolicyPrincipal.Everybody],
        Action = ["kms:CreateGrant"],
        Resource = ["*"],
        Condition =
        [
            new PolicyCondition("BoolIfExists", "kms:GrantIsForAWSResource", ["false"]),
            new PolicyCondition("BoolIfExists", "aws:PrincipalIsAWSService", ["false"]),
        ],
    };

    private static ImmutableArray<PolicyStatement> UseThrough(string accountId, params ImmutableArray<string> services)
    {
        ImmutableArray<PolicyCondition> conditions = [PolicyCondition.Equal("kms:CallerAccount", accountId), PolicyCondition.Equal("kms:ViaService", services)];
        return
        [
            new PolicyStatement
            {
                Sid = "UseThroughServices",
                Principal = [PolicyPrincipal.Account(accountId)],
                Action = _cryptography,
                Resource = ["*"],
                Condition = conditions,
            },
            new PolicyStatement
            {
                Sid = "LetServicesKeepUsing",
                Principal = [PolicyPrincipal.Account(accountId)],
                Action = ["kms:CreateGrant"],
                Resource = ["*"],
                Condition = [.. conditions, PolicyCondition.Is("kms:GrantIsForAWSResource", true)],
            },
        ];
    }

    private static PolicyStatement Administer(string accountId) => new()
    {
        Sid = "Administer",
        Principal = [PolicyPrincipal.Account(accountId)],
        Action = _administration,
        Resource = ["*"],
    };

    // What EventBridge demands for an encrypted bus, its archive and its dead letters. A call for an archive names the bus in its
    // encryption context and nowhere else; one for the queue has SQS's context; a description has none, and shows no data.
    private static ImmutableArray<PolicyStatement> EncryptEvents(string accountId, string region, string busName)
    {
        ImmutableArray<PolicyPrincipal> eventBridge = [PolicyPrincipal.Service("events.amazonaws.com")];
        return
        [
            new PolicyStatement { Sid = "DescribeKeyOfEvents", Principal = eventBridge, Action = ["kms:DescribeKey"], Resource = ["*"] },
            new PolicyStatement
            {
                Sid = "EncryptEvents",
                Principal = eventBridge,
                Action = ["kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
                Resource = ["*"],
                Condition = [PolicyCondition.Equal("kms:EncryptionContext:aws:events:event-bus:arn", $"arn:aws:events:{region}:{accountId}:event-bus/{busName}")],
            },
            new PolicyStatement
            {
                Sid = "SendUnreadableEvents",
                Principal = eventBridge,
                Action = ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource = ["*"],
                Condition = [PolicyCondition.Equal("aws:SourceAccount", accountId)],
            },
        ];
    }

    // What SNS demands of a publisher to an encrypted topic.
    private static PolicyStatement PublishAlarms(string accountId) => new()
    {
        Sid = "PublishAlarms",
        Principal = [PolicyPrincipal.Service("cloudwatch.amazonaws.com")],
        Action = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource = ["*"],
        Condition = [PolicyCondition.Equal("aws:SourceAccount", accountId)],
    };
}
