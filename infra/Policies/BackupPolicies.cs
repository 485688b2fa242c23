using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>
/// What AWS Backup may do with the tables: the DynamoDB part of AWS's managed policy <c>AWSBackupServiceRolePolicyForBackup</c>,
/// on these tables alone and without copying to other vaults. Restoring needs another role, which an operator takes on.
/// </summary>
public static class BackupPolicies
{
    public static PolicyDocument Trust() => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "BackupRuns",
        Principal = [PolicyPrincipal.Service("backup.amazonaws.com")],
        Action = ["sts:AssumeRole"],
    });

    /// <summary>
    /// An account either has AWS Backup's advanced features for DynamoDB or lets DynamoDB make the backups; the plan works with both.
    /// </summary>
    public static PolicyDocument BackUp(IEnumerable<string> tableArns, string vaultArn)
    {
        var tables = tableArns.ToImmutableArray();
        return PolicyDocument.Of(
            // The managed policy's DynamodbBackupPermissions: a backup with the advanced features, in the vault and with its key.
            new PolicyStatement
            {
                Sid = "BackUpIntoVault",
                Action = ["dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
                Resource = tables,
            },
            // Its DynamoDBPermissions: a backup that DynamoDB makes.
            new PolicyStatement
            {
                Sid = "BackUpInDynamoDB",
                Action = ["dynamodb:CreateBackup", "dynamodb:DescribeTable"],
                Resource = tables,
            },
            // Its DynamoDBBackupResourcePermissions: watching and expiring those backups, whose names DynamoDB makes up.
            new PolicyStatement
            {
                Sid = "ExpireInDynamoDB",
                Action = ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
                Resource = [.. tables.Select(table => $"{table}/backup/*")],
            },
            // Its BackupVaultPermissions, less the copying.
            new PolicyStatement
            {
                Sid = "FindVault",
                Action = ["backup:DescribeBackupVault"],
                Resource = [vaultArn],
            });
    }

    /// <summary>Reads tables that one customer key encrypts and writes backups that another encrypts.</summary>
    public static PolicyDocument UseKeys(IEnumerable<string> keyArns, string region)
    {
        var keys = keyArns.ToImmutableArray();
        var services = PolicyCondition.Equal("kms:ViaService", KeyPolicies.Via("backup", region), KeyPolicies.Via("dynamodb", region));
        return PolicyDocument.Of(
            // The managed policy's KMSDynamoDBPermissions, and the same through AWS Backup for the vault.
            new PolicyStatement
            {
                Sid = "UseKeyThroughServices",
                Action = ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource = keys,
                Condition = [services],
            },
            // Its KMSPermissions: AWS Backup looks at the key before it starts.
            new PolicyStatement { Sid = "FindKey", Action = ["kms:DescribeKey"], Resource = keys },
            // Its KMSCreateGrantPermissions: the backup goes on after the role's session has ended.
            new PolicyStatement
            {
                Sid = "LetServicesKeepUsing",
                Action = ["kms:CreateGrant"],
                Resource = keys,
                Condition = [services, PolicyCondition.Is("kms:GrantIsForAWSResource", true)],
            });
    }
}
