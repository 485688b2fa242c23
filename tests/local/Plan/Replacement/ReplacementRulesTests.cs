using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulumi;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Replacement;
using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Plan.Replacement;

/// <summary>The data on replacements names what there is, and leaves no type out.</summary>
public sealed class ReplacementRulesTests
{
    private static readonly ReplacementRules _rules = ReplacementRules.Load();

    public static TheoryData<string> Types => [.. _rules.Types.Keys.Order()];

    [Fact]
    public void Every_type_that_the_program_may_use_has_an_entry()
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var listed = File.ReadLines(Path.Combine(root, "offline", "ProviderSdk", "types.txt"))
            .Select(line => line.Split(' ')[0])
            .Where(token => token.Contains(':', StringComparison.Ordinal) && !token.Contains("/get", StringComparison.Ordinal) && char.IsUpper(token.Split(':')[^1][0]));

        Assert.Equal(listed.Order(), _rules.Types.Keys.Order());
    }

    [Fact]
    public void Every_type_in_use_has_an_entry() => Assert.All(
        Stacks.Fullest.Resources.Where(resource => !resource.Component).Select(resource => resource.Type).Distinct(),
        type => Assert.Contains(type, _rules.Types.Keys));

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_input_that_is_named_is_declared(string type)
    {
        var rule = _rules.Types[type];
        var named = rule.ReplacedBy
            .Concat(rule.ReplacedByDecrease.IsDefault ? [] : rule.ReplacedByDecrease)
            .Concat(rule.ReplacedByStep?.Keys ?? [])
            .Concat(rule.Secret.IsDefault ? [] : rule.Secret)
            .Concat(rule.NamedBy is null ? [] : [rule.NamedBy])
            .Select(path => path.Split('.')[0]);

        Assert.All(named, input => Assert.Contains(input, InputsOf(type)));
    }

    [Fact]
    public void The_facts_are_of_the_versions_that_are_pinned()
    {
        var pins = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "Directory.Packages.props"));

        Assert.Equal(Pin("Pulumi.Aws"), _rules.Providers["aws"].Version);
        Assert.Equal(Pin("Pulumi.AwsNative"), _rules.Providers["aws-native"].Version);

        string Pin(string name) => Regex.Match(pins, $"Include=\"{Regex.Escape(name)}\" Version=\"([^\"]+)\"").Groups[1].Value;
    }

    [Theory]
    [InlineData("tier", "Advanced", "Standard", true)]
    [InlineData("tier", "Standard", "Advanced", false)]
    [InlineData("description", "a", "b", false)]
    [InlineData("name", "/a", "/b", true)]
    public void A_parameter_is_made_anew_only_where_SSM_can_not_change_it(string input, string before, string after, bool expected) =>
        Assert.Equal(expected, _rules.Of("aws:ssm/parameter:Parameter").IsReplacedBy(new PropertyChange(PropertyPath.Parse(input), before, after)));

    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(1, 2, false)]
    public void Warm_throughput_only_grows_in_place(int before, int after, bool expected) => Assert.Equal(
        expected,
        _rules.Of("aws:dynamodb/table:Table").IsReplacedBy(new PropertyChange(PropertyPath.Parse("warmThroughput.readUnitsPerSecond"), JsonNode.Parse($"{before}"), JsonNode.Parse($"{after}"))));

    [Fact]
    public void A_name_that_the_program_gives_is_free_only_when_the_old_resource_is_gone()
    {
        var rule = _rules.Of("aws:cloudwatch/logGroup:LogGroup");

        Assert.True(rule.IsDeletedFirst(new JsonObject { ["name"] = "/a" }));
        Assert.False(rule.IsDeletedFirst([]));
    }

    private static ImmutableArray<string> InputsOf(string type)
    {
        var args = Assembly.Load(type.StartsWith("aws-native:", StringComparison.Ordinal) ? "Pulumi.AwsNative" : "Pulumi.Aws")
            .GetTypes()
            .Single(candidate => NamesIn<ResourceTypeAttribute>(candidate).Contains(type));
        return
        [
            .. args.Assembly.GetType($"{args.FullName}Args")!
                .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(NamesIn<InputAttribute>),
        ];
    }

    // The attributes keep their names to themselves.
    private static IEnumerable<string> NamesIn<T>(MemberInfo member) => member.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType.IsAssignableTo(typeof(T)))
        .Select(attribute => (string)attribute.ConstructorArguments[0].Value!);
}
