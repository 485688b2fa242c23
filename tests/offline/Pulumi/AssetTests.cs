using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class AssetTests
{
    [Fact]
    public async Task Reach_the_mock_as_the_same_kind_with_the_text_that_they_were_given()
    {
        var seen = await Evaluate.InputsAsync(() => new()
        {
            Title = "t",
            Code = new FileArchive("../rel/./missing.zip"),
            Anything = new object[] { new StringAsset("s"), new FileAsset("f"), new RemoteAsset("https://a"), new RemoteArchive("https://b") },
        });

        var assets = Assert.IsType<ImmutableArray<object>>(seen.Inputs["anything"]);
        Assert.Equal(
            [
                ("FileArchive", "path", "../rel/./missing.zip"),
                ("StringAsset", "text", "s"), ("FileAsset", "path", "f"), ("RemoteAsset", "uri", "https://a"), ("RemoteArchive", "uri", "https://b"),
            ],
            assets.Prepend(seen.Inputs["code"]).Select(asset => (asset.GetType().Name, (string)Internal(asset, "PropName"), (string)Internal(asset, "Value"))));
    }

    [Fact]
    public async Task Hold_other_assets_by_name()
    {
        var archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new FileAsset("b") });

        var seen = await Evaluate.InputsAsync(() => new() { Title = "t", Code = archive });

        var inside = Assert.IsType<ImmutableDictionary<string, AssetOrArchive>>(Internal(seen.Inputs["code"], "Value"));
        Assert.Equal("b", Internal(inside["bootstrap"], "Value"));
    }

    [Fact]
    public void Need_something_to_point_to() =>
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new FileArchive(null!)).ParamName);

    private static object Internal(object asset, string property) =>
        typeof(AssetOrArchive).GetProperty(property, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(asset)!;
}
