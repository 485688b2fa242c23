using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Tests.Policies;

public class BackupPoliciesTests
{
    private const string Logs = "arn:aws:dynamodb:us-east-1:123456789012:table/logs";
    private const string Stats = "arn:aws:dynamodb:us-east-1:123456789012:table/stats";
    private const string Vault = "arn:aws:backup:us-east-1:123456789012:backup-vault:vault";
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1";
    private const string VaultKey = "arn:aws:kms:us-east-1:123456789012:key/2";

    [Fact]
    public void Only_AWS_Backup_may_assume_the_role()
    {
        var trust = JsonNode.Parse(BackupPolicies.Trust().ToJson())!["Statement"]!.AsArray();

        Assert.Equal("""{"Service":"backup.amazonaws.com"}""", Assert.Single(trust)!["Principal"]!.ToJsonString());
    }

    [Fact]
    public void Backs_up_these_tables_into_this_vault_and_expires_their_backups()
    {
        var statements = Statements(BackupPolicies.BackUp([Logs, Stats], Vault));

        Assert.Equal(
            [
                $"dynamodb:ListTagsOfResource dynamodb:StartAwsBackupJob on {Logs} {Stats}",
                $"dynamodb:CreateBackup dynamodb:DescribeTable on {Logs} {Stats}",
                $"dynamodb:DeleteBackup dynamodb:DescribeBackup on {Logs}/backup/* {Stats}/backup/*",
                $"backup:DescribeBackupVault on {Vault}",
            ],
            statements.Select(Describe));
    }

    [Fact]
    public void Uses_the_keys_of_tables_and_vault_through_services()
    {
        var statements = Statements(BackupPolicies.UseKeys([Key, VaultKey], "us-east-1"));

        Assert.Equal(
            [$"kms:Decrypt kms:GenerateDataKey on {Key} {VaultKey}", $"kms:DescribeKey on {Key} {VaultKey}", $"kms:CreateGrant on {Key} {VaultKey}"],
            statements.Select(Describe));
        Assert.Equal(
            """{"StringEquals":{"kms:ViaService":["backup.us-east-1.amazonaws.com","dynamodb.us-east-1.amazonaws.com"]}}""",
            statements[0]!["Condition"]!.ToJsonString());
        Assert.Equal("""{"kms:GrantIsForAWSResource":["true"]}""", statements[2]!["Condition"]!["Bool"]!.ToJsonString());
    }

    private static JsonArray Statements(PolicyDocument document) => JsonNode.Parse(document.ToJson())!["Statement"]!.AsArray();

    private static string Describe(JsonNode? statement) => $"{Words(statement!["Action"]!)} on {Words(statement["Resource"]!)}";

    private static string Words(JsonNode list) => string.Join(' ', list.AsArray().Select(word => word!.ToString()));
}
