using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Moq;
using Pulumi.Testing;
using WorkoutLog.Infra.Naming;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Naming;

/// <summary>AWS accepts every resource name that is derived from an accepted stack name.</summary>
public class StackNamesTests
{
    private const string Marker = "marker";

    [Fact]
    public async Task AWS_accepts_every_resource_name_for_every_accepted_stack_name()
    {
        var graph = await FullestAsync(Marker);
        var forms = File.ReadLines(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests/infra/Naming/names.txt"))
            .Select(line => line.Split(" | ")).ToDictionary(row => row[0], row => row[1..]);
        var names = graph.Resources.Where(resource => !resource.Component && forms[resource.Type].Length > 0)
            .Select(resource => (resource, Form: forms[resource.Type]))
            .Select(named => (Name: $"{named.resource.Inputs[named.Form[0]] ?? named.resource.Outputs["name"]}", Form: new Regex($"^(?:{named.Form[1]})\\z")))
            .ToList();
        var stacks = Gen.Elements("abcXYZ0189-_.".ToCharArray()).ArrayOf().Where(letters => letters.Length is > 0 and <= 100).Select(letters => new string(letters));
        // Pulumi accepts names of up to 100 characters.
        var longest = Enumerable.Range(1, 100).Select(length => new string('x', length)).Last(IsAccepted);

        Assert.Contains(names, name => name.Name.Contains(Marker, StringComparison.Ordinal));
        Holds(longest);
        Holds("-");
        Prop.ForAll(stacks.Where(IsAccepted).ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure);

        void Holds(string stack) => Assert.All(names, name => Assert.Matches(name.Form, name.Name.Replace(Marker, stack, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("pr.42", "pr-42")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_name_that_AWS_rejects_is_rejected_before_anything_is_registered(string stack, string better)
    {
        var refusal = await Assert.ThrowsAsync<Pulumi.RunException>(() => FullestAsync(stack, ("capacityMin", "many")));

        Assert.Equal(
            $"""
            The configuration of stack {stack} is not valid; nothing was registered.
              The stack's name must be 1 to 84 letters, digits, hyphens and underscores, because AWS resources are named workout-log-{stack}; got "{stack}" ({stack.Length} characters).
                Fix: pulumi stack rename {better} --stack {stack}
              workout-log:capacityMin must be a whole number from 1 to 40000 (capacity units); got "many".
                Fix: pulumi config set workout-log:capacityMin 10 --stack {stack}
            """.ReplaceLineEndings("\n"),
            refusal.Message.ReplaceLineEndings("\n"));
    }

    private static bool IsAccepted(string stack) => new StackNames("workout-log", stack).Refusal is null;

    private static Task<ResourceGraph> FullestAsync(string stack, params (string Key, string Value)[] settings)
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "prod").With(
        [
            new("domainName", "api.example.org"),
            new("events", "eventBridge"),
            new("eventArchiveDays", "30"),
            new("certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"),
            .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
        ]);
        return ProgramRun.OfAsync(configuration with { Stack = stack }, new Mock<IMocks>(MockBehavior.Strict));
    }
}
