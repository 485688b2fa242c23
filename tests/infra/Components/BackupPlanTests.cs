namespace WorkoutLog.Infra.Tests.Components;

public class BackupPlanTests
{
    [Fact]
    public async Task Backs_up_daily_and_keeps_each_backup_for_35_days()
    {
        var graph = await RunAsync();

        var rule = Assert.Single(graph.Only("aws:backup/plan:Plan").Inputs["rules"]!.AsArray())!;
        Assert.Equal("cron(0 5 * * ? *)", rule["schedule"]!.ToString());
        Assert.Equal("""{"deleteAfter":35}""", rule["lifecycle"]!.ToJsonString());
        Assert.Equal(graph.Only("aws:backup/vault:Vault").Outputs["name"]!.ToString(), rule["targetVaultName"]!.ToString());
    }

    [Fact]
    public async Task Its_role_may_back_up_the_tables_into_the_vault_and_use_the_key()
    {
        var graph = await RunAsync(("encryption", "customerKey"));

        var plan = graph.Only("workoutlog:index:BackupPlan").Urn;
        var role = Assert.Single(graph.OfType("aws:iam/role:Role"), role => role.Parent == plan);
        Assert.Equal(role.Outputs["arn"]!.ToString(), graph.Only("aws:backup/selection:Selection").Inputs["iamRoleArn"]!.ToString());
        Assert.Equal(
            [
                "backup:DescribeBackupVault", "dynamodb:CreateBackup", "dynamodb:DeleteBackup", "dynamodb:DescribeBackup", "dynamodb:DescribeTable",
                "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob", "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey",
            ],
            graph.OfType("aws:iam/rolePolicy:RolePolicy")
                .Where(policy => policy.Inputs["role"]!.ToString() == role.Outputs["id"]!.ToString())
                .SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
                .SelectMany(statement => statement!["Action"]!.AsArray())
                .Select(action => action!.ToString())
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stack_without_backups_has_no_plan()
    {
        var graph = await ProgramRun.OfAsync("prod", ("backups", "false"));

        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:backup/", StringComparison.Ordinal));
        Assert.Empty(graph.OfType("workoutlog:index:BackupPlan"));
    }

    private static Task<ResourceGraph> RunAsync(params (string Key, string Value)[] settings) =>
        ProgramRun.OfAsync("prod", [("backups", "true"), .. settings]);
}
