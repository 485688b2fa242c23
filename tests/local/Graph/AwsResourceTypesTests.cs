using System.Reflection;
using Pulumi;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Tests.Graph;

/// <summary>The facts on resource types are complete and name existing inputs.</summary>
public sealed class AwsResourceTypesTests
{
    public static TheoryData<string> Types => [.. AwsResourceTypes.All.Select(type => type.TypeToken).Order()];

    [Fact]
    public void Every_type_that_the_program_can_use_is_known()
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var listed = File.ReadLines(Path.Combine(root, "offline", "ProviderSdk", "types.txt"))
            .Select(line => line.Split(' ')[0])
            .Where(token => token.Contains(':', StringComparison.Ordinal) && !token.Contains("/get", StringComparison.Ordinal) && char.IsUpper(token.Split(':')[^1][0]));

        Assert.Equal(listed.Order(), AwsResourceTypes.All.Select(type => type.TypeToken).Order());
    }

    [Fact]
    public void Free_and_unsupported_types_have_a_reason()
    {
        Assert.All(AwsResourceTypes.All.Select(type => type.Charge).OfType<Charge.Free>(), free => Assert.NotEmpty(free.Reason));
        Assert.All(AwsResourceTypes.All.Select(type => type.Emulation).OfType<Emulation.Unsupported>(), left => Assert.NotEmpty(left.Reason));
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_named_input_is_declared(string type)
    {
        var known = AwsResourceTypes.Find(type)!;
        var replacement = known.Replacement;
        var named = replacement.By
            .Concat(replacement.ByDecrease)
            .Concat(replacement.ByStep.Keys)
            .Concat(replacement.Secret)
            .Concat(replacement.NamedBy is null ? [] : [replacement.NamedBy])
            .Concat(known.Emulation is Emulation.Supported emulated ? emulated.WithoutEffect.Select(feature => feature.Input) : [])
            .Select(path => path.Split('.')[0]);

        Assert.All(named, input => Assert.Contains(input, InputsOf(type)));
    }

    [Fact]
    public void The_facts_are_for_the_pinned_versions()
    {
        var pins = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "Directory.Packages.props"));

        Assert.Equal(Pin("Pulumi.Aws"), ProviderSchema.Aws.Version);
        Assert.Equal(Pin("Pulumi.AwsNative"), ProviderSchema.AwsNative.Version);

        string Pin(string name) => Regex.Match(pins, $"Include=\"{Regex.Escape(name)}\" Version=\"([^\"]+)\"").Groups[1].Value;
    }

    [Theory, Cases]
    public void An_input_replaces_a_resource_only_where_AWS_can_not_change_it(string type, string input, string before, string after, bool expected) => Assert.Equal(
        expected, Replacements.Of(type).IsReplacedBy(new PropertyChange(PropertyPath.Parse(input), JsonNode.Parse(before), JsonNode.Parse(after))));

    [Fact]
    public void An_explicit_name_requires_deletion_first()
    {
        var replacement = Replacements.Of(LogGroupType.Token);

        Assert.True(replacement.IsDeletedFirst(new JsonObject { ["name"] = "/a" }));
        Assert.False(replacement.IsDeletedFirst([]));
    }

    [Fact]
    public void Unknown_types_are_refused_and_listed()
    {
        var graph = SampleGraph.With(SampleGraph.Table(), SampleGraph.Resource("aws:s3/bucket:Bucket", "exports", []), SampleGraph.Resource("aws:rds/cluster:Cluster", "rows", []));

        var error = Assert.Throws<UserErrorException>(() => AwsResourceTypes.Of(graph));

        Assert.Contains("exports (aws:s3/bucket:Bucket), rows (aws:rds/cluster:Cluster)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_lists_each_type_without_effect_once()
    {
        var component = SampleGraph.Resource("workoutlog:index:WorkoutTable", "logs", []) with { Component = true };
        var graph = SampleGraph.With(
            component,
            SampleGraph.Resource(LogGroupType.Token, "one", []),
            SampleGraph.Resource(LogGroupType.Token, "two", []),
            SampleGraph.Table("PROVISIONED"));

        Assert.Equal(
            ["aws:cloudwatch/logGroup:LogGroup (2): logs go to standard error and are not kept", "aws:dynamodb/table:Table readCapacity: DynamoDB Local never throttles"],
            WithoutEffect.Find(graph, []).Where(line => !line.Contains("memorySize", StringComparison.Ordinal)));
    }

    private static ImmutableArray<string> InputsOf(string type)
    {
        var args = Assembly.Load(type.StartsWith("aws-native:", StringComparison.Ordinal) ? "Pulumi.AwsNative" : "Pulumi.Aws")
            .GetTypes().Single(candidate => NamesIn<ResourceTypeAttribute>(candidate).Contains(type));
        return
        [
            .. args.Assembly.GetType($"{args.FullName}Args")!
                .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(NamesIn<InputAttribute>),
        ];
    }

    // The attributes' names are not public.
    private static IEnumerable<string> NamesIn<T>(MemberInfo member) => member.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType.IsAssignableTo(typeof(T))).Select(attribute => (string)attribute.ConstructorArguments[0].Value!);
}
