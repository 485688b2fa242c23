using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>
/// Permissions of AWS Backup on the tables: the DynamoDB part of AWS's managed policy <c>AWSBackupServiceRolePolicyForBackup</c>,
/// limited to these tables and without copies to other vaults. Restores use the operator's role.
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
    /// Works with and without AWS Backup's advanced features for DynamoDB; without them DynamoDB makes the backups.
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
            // Its DynamoDBPermissions: a backup by DynamoDB.
            new PolicyStatement
            {
                Sid = "BackUpInDynamoDB",
                Action = ["dynamodb:CreateBackup", "dynamodb:DescribeTable"],
                Resource = tables,
            },
            // Its DynamoDBBackupResourcePermissions: monitor and expire those backups, which DynamoDB names.
            new PolicyStatement
            {
                Sid = "ExpireInDynamoDB",
                Action = ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
                Resource = [.. tables.Select(table => $"{table}/backup/*")],
            },
            // Its BackupVaultPermissions, without copies.
            new PolicyStatement
            {
                Sid = "FindVault",
                Action = ["backup:DescribeBackupVault"],
                Resource = [vaultArn],
            });
    }

    /// <summary>Reads tables encrypted with one customer key and writes backups encrypted with another.</summary>
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
            // Its KMSPermissions: AWS Backup describes the key before it starts.
            new PolicyStatement { Sid = "FindKey", Action = ["kms:DescribeKey"], Resource = keys },
            // Its KMSCreateGrantPermissions: a backup may outlast the role's session.
            new PolicyStatement
            {
                Sid = "LetServicesKeepUsing",
                Action = ["kms:CreateGrant"],
                Resource = keys,
                Condition = [services, PolicyCondition.Is("kms:GrantIsForAWSResource", true)],
            });
    }
}
