namespace WorkoutLog.Infra.Tests.Controls;

public class TableControls
{
    private const string Table = "aws:dynamodb/table:Table";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Table_point_in_time_recovery(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType(Table), table => Assert.True(table.Inputs["pointInTimeRecovery"]!["enabled"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Table_encrypted_with_a_customer_key()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var key = graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString();
        Assert.All(graph.OfType(Table), table => Assert.Equal(key, table.Inputs["serverSideEncryption"]!["kmsKeyArn"]!.ToString()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Read_and_write_scaling_for_the_table_and_every_index_or_on_demand(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var scaled = graph.OfType("aws:appautoscaling/policy:Policy")
            .Select(policy => $"{policy.Inputs["resourceId"]} {policy.Inputs["scalableDimension"]}")
            .ToHashSet();
        foreach (var table in graph.OfType(Table).Where(table => table.Inputs["billingMode"]!.ToString() == "PROVISIONED"))
        {
            var name = table.Outputs["name"];
            Assert.Contains($"table/{name} dynamodb:table:ReadCapacityUnits", scaled);
            Assert.Contains($"table/{name} dynamodb:table:WriteCapacityUnits", scaled);
            foreach (var index in table.Inputs["globalSecondaryIndexes"]?.AsArray() ?? [])
            {
                Assert.Contains($"table/{name}/index/{index!["name"]} dynamodb:index:ReadCapacityUnits", scaled);
                Assert.Contains($"table/{name}/index/{index["name"]} dynamodb:index:WriteCapacityUnits", scaled);
            }
        }
    }

    [Fact]
    public async Task Deletion_protection_and_Pulumi_protect_on_tables_and_key()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.All(graph.OfType(Table), table => Assert.True(table.Inputs["deletionProtectionEnabled"]!.GetValue<bool>()));
        Assert.All([.. graph.OfType(Table), .. graph.OfType("aws:kms/key:Key")], resource => Assert.True(resource.Options.Protect));
    }

    [Fact]
    public async Task Backup_plan()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.Equal(
            graph.OfType(Table).Select(table => table.Outputs["arn"]!.ToString()).Order(),
            graph.Only("aws:backup/selection:Selection").Inputs["resources"]!.AsArray().Select(arn => arn!.ToString()).Order());
        Assert.Equal(graph.Only("aws:backup/plan:Plan").Outputs["id"]!.ToString(), graph.Only("aws:backup/selection:Selection").Inputs["planId"]!.ToString());
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Recovery_points_have_a_key_of_their_own(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var key = graph.Named("aws:kms/key:Key", "backup-key").Outputs["arn"]!.ToString();
        Assert.Equal(key, graph.Only("aws:backup/vault:Vault").Inputs["kmsKeyArn"]!.ToString());
        Assert.Equal(
            ["aws:backup/vault:Vault", "aws:iam/rolePolicy:RolePolicy"],
            graph.Resources.Where(resource => resource.Inputs.ToJsonString().Contains(key, StringComparison.Ordinal)).Select(resource => resource.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Recovery_points_have_a_minimum_retention()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var locked = graph.Only("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
        Assert.Equal(graph.Only("aws:backup/vault:Vault").Outputs["name"]!.ToString(), locked.Inputs["backupVaultName"]!.ToString());
        Assert.Equal((35, null, true), (locked.Inputs["minRetentionDays"]!.GetValue<double>(), locked.Inputs["changeableForDays"], locked.Options.DeleteBeforeReplace));
    }
}
