using System.Collections.Immutable;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Policies;

/// <summary>
/// Permissions on KMS keys. In a key policy the resource <c>*</c> is the key itself. The account root as principal delegates to the
/// account's identity policies: without one that allows the same, it grants nothing.
/// </summary>
public static class KeyPolicies
{
    // Management without encryption and decryption: key administrators need not read the data.
    private static readonly ImmutableArray<string> _administration =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation",
        "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants",
        "kms:ListKeyPolicies", "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant",
        "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
    ];

    // The permissions that DynamoDB and CloudWatch Logs require on a customer key, without wildcards.
    private static readonly ImmutableArray<string> _cryptography =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    /// <summary>Policy of a stack's key: tables, function environments, log groups and alarms; AWS Backup reads the tables with it.</summary>
    /// <param name="logGroupPath">Prefix of the stack's log groups, without a trailing slash.</param>
    /// <param name="busName">The event bus encrypted with the key, like its archive and dead letters; null for none.</param>
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

    /// <summary>Policy of the backup vault's key.</summary>
    public static PolicyDocument Backups(string accountId, string region) =>
        PolicyDocument.Of([Administer(accountId), RefuseOtherGrants, .. UseThrough(accountId, Via("backup", region))]);

    /// <summary>Policy of a key that encrypts only the alarm topic.</summary>
    public static PolicyDocument AlarmTopic(string accountId) => PolicyDocument.Of(Administer(accountId), RefuseOtherGrants, PublishAlarms(accountId));

    /// <summary>Identity policy: decrypts tables and the function's own environment.</summary>
    public static PolicyDocument Use(string keyArn, string region) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "UseKeyThroughServices",
        Action = ["kms:Decrypt"],
        Resource = [keyArn],
        Condition = [PolicyCondition.Equal("kms:ViaService", Via("dynamodb", region), Via("lambda", region))],
    });

    /// <summary>Identity policy: decrypts a table's stream and encrypts dead letters.</summary>
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

    /// <summary>KMS's name for a regional service, as caller and as principal.</summary>
    internal static string Via(string service, string region) => $"{service}.{region}.amazonaws.com";

    // A grant outlives the policy that allowed it and does not appear in it, so only AWS services may create grants.
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

    // EventBridge's requirements for an encrypted bus, archive and dead letters. A call for an archive names the bus only in its
    // encryption context, a call for the queue has SQS's context, and DescribeKey has none and shows no data.
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

    // SNS's requirements for a publisher to an encrypted topic.
    private static PolicyStatement PublishAlarms(string accountId) => new()
    {
        Sid = "PublishAlarms",
        Principal = [PolicyPrincipal.Service("cloudwatch.amazonaws.com")],
        Action = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource = ["*"],
        Condition = [PolicyCondition.Equal("aws:SourceAccount", accountId)],
    };
}
