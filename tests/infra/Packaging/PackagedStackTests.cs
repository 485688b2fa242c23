using Moq;
using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Functions.Tests.Packaging;
using WorkoutLog.Infra.Packaging;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Packaging;

/// <summary>The steps of <c>pulumi up</c> before it registers a resource.</summary>
public sealed class PackagedStackTests : IDisposable
{
    private readonly SmallRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Packages_the_functions_by_the_settings_and_then_deploys_them()
    {
        var resources = await RunAsync();

        Assert.Equal("one", _repository.Read("artifacts/functions/managed-x86_64/ProcessWorkout.zip"));
        Assert.Contains(resources, resource => resource.GetResourceType() == "aws:lambda/function:Function");
    }

    [Fact]
    public async Task Registers_nothing_when_packaging_fails()
    {
        _repository.Write("functions/broken", "");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync());

        Environment.ExitCode = 0;
        Assert.Contains("error BUILD7: the functions are broken", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unknown", "aws:dynamodb/table:Table 'logs' could not be registered: no \"default\" provider (aws)")]
    [InlineData("Unavailable", "The Pulumi engine ended the deployment; the resource that failed has its own error. Engine: no \"default\" provider (aws)")]
    public async Task Ends_with_one_error_when_the_engine_rejects_resources(string code, string expected)
    {
        var refusal = new InvalidOperationException($"Status(StatusCode=\"{code}\", Detail=\"no \"default\" provider (aws)\")");

        var failure = await Assert.ThrowsAsync<RunException>(() => RunAsync(refusal));

        Environment.ExitCode = 0;
        Assert.Equal(expected, failure.Message);
    }

    /// <param name="refusal">The engine's response for tables.</param>
    private async Task<IEnumerable<Resource>> RunAsync(Exception? refusal = null)
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        configuration.Values[$"{configuration.Project}:packaging"] = "managed";
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", System.Text.Json.JsonSerializer.Serialize(configuration.Values));
        var aws = new AwsMocks(new AwsNames(configuration.Project, configuration.Stack, configuration.Region));
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).Returns<MockCallArgs>(aws.CallAsync);
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(args =>
            refusal is not null && args.Type == "aws:dynamodb/table:Table" ? throw refusal : aws.NewResourceAsync(args));
        return await Deployment.TestWithServiceProviderAsync<WorkoutStack>(
            mocks.Object,
            new PackagedStack(),
            new TestOptions { ProjectName = configuration.Project, StackName = configuration.Stack, RootDirectory = _repository.Path });
    }
}
