using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Functions.Tests.Packaging;
using WorkoutLog.Infra.Packaging;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Packaging;

/// <summary>What <c>pulumi up</c> does before it registers a resource.</summary>
public sealed class PackagedStackTests : IDisposable
{
    private readonly SmallRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Packages_the_functions_as_the_stack_asks_and_then_deploys_them()
    {
        var resources = await RunAsync(("packaging", "managed"));

        Assert.Equal("one", _repository.Read("artifacts/functions/managed-x86_64/ProcessWorkout.zip"));
        Assert.Contains(resources, resource => resource.GetResourceType() == "aws:lambda/function:Function");
    }

    [Fact]
    public async Task Registers_nothing_when_the_functions_can_not_be_packaged()
    {
        _repository.Write("functions/broken", "");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(("packaging", "managed")));

        Environment.ExitCode = 0;
        Assert.Contains("error BUILD7: the functions are broken", failure.ToString(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<Resource>> RunAsync(params (string Key, string Value)[] settings)
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        foreach (var (key, value) in settings)
        {
            configuration.Values[$"{configuration.Project}:{key}"] = value;
        }

        Environment.SetEnvironmentVariable("PULUMI_CONFIG", System.Text.Json.JsonSerializer.Serialize(configuration.Values));
        return await Deployment.TestWithServiceProviderAsync<WorkoutStack>(
            new AwsMocks(new AwsNames(configuration.Project, configuration.Stack, configuration.Region)),
            new PackagedStack(),
            new TestOptions { ProjectName = configuration.Project, StackName = configuration.Stack, RootDirectory = _repository.Path });
    }
}
