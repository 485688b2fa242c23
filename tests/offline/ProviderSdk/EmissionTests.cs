namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class EmissionTests : IDisposable
{
    private readonly DemoPackage _demo = new();

    public void Dispose() => _demo.Dispose();

    [Theory]
    [InlineData("""[Input("load", required: true)] public Input<double> Load { get; set; } = null!;""")]
    [InlineData("""[Input("count")] public Input<int>? Count { get; set; }""")]
    [InlineData("""[Input("plan")] public Input<global::Pulumi.Archive>? Plan { get; set; }""")]
    [InlineData("""[Input("room", required: true)] public Input<string> Room { get; set; } = null!;""")]
    [InlineData("""[Input("rule")] public object? Rule { get; set; }""")]
    [InlineData("""[Input("sides")] public InputUnion<string, ImmutableArray<string>>? Sides { get; set; }""")]
    [InlineData(
        """[Input("wood", required: true)] public InputUnion<string, global::Pulumi.Demo.StoreRoom.Wood> Wood { get; set; } = null!;""")]
    [InlineData(
        """[Input("tags")] private InputMap<string>? _tags; public InputMap<string> Tags { get => _tags ??= new InputMap<string>(); set => _tags = value; }""")]
    [InlineData("""private InputList<global::Pulumi.Demo.StoreRoom.Inputs.ShelfBoardArgs>? _boards;""")]
    [InlineData("""private InputList<string>? _labels; [Obsolete("Give one name only.")] public InputList<string> Labels {""")]
    public void Writes_each_kind_of_input(string expected)
    {
        var text = _demo.Emitted("StoreRoom/Shelf.cs");

        AssertHas(text, expected);
    }

    [Theory]
    [InlineData("""[Output("load")] public Output<double> Load { get; private set; } = null!;""")]
    [InlineData("""[Output("count")] public Output<int?> Count { get; private set; } = null!;""")]
    [InlineData("""[Output("shelf")] public Output<string> ShelfName { get; private set; } = null!;""")]
    [InlineData("""[Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;""")]
    [InlineData(
        """[Output("boards")] public Output<ImmutableArray<global::Pulumi.Demo.StoreRoom.Outputs.ShelfBoard>> Boards { get; private set; } = null!;""")]
    public void Writes_each_kind_of_output(string expected)
    {
        var text = _demo.Emitted("StoreRoom/Shelf.cs");

        AssertHas(text, expected);
    }

    [Fact]
    public void Writes_a_resource_with_its_token_and_default_options()
    {
        var text = _demo.Emitted("StoreRoom/Shelf.cs");

        AssertHas(
            text,
            """[global::Pulumi.Demo.DemoResourceType("demo:store/shelf:Shelf")] public partial class Shelf : global::Pulumi.CustomResource""");
        AssertHas(text, "public Shelf(string name, ShelfArgs args, CustomResourceOptions? options = null)");
        AssertHas(text, """Aliases = { new global::Pulumi.Alias { Type = "demo:old/shelf:Shelf" } },""");
        AssertHas(text, """AdditionalSecretOutputs = { "key" },""");
        AssertHas(text, """ReplaceOnChanges = { "room", "wood" },""");
    }

    [Fact]
    public void Marks_a_secret_input_when_it_is_set()
    {
        var text = _demo.Emitted("StoreRoom/Shelf.cs");

        AssertHas(text, "set => _key = Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(pair => pair.Item1);");
    }

    [Fact]
    public void Lets_arguments_be_left_out_when_the_declared_constructor_does()
    {
        _demo.Change("store/shelf.d.ts", "args: ShelfArgs", "args?: ShelfArgs");

        var text = _demo.Emitted("StoreRoom/Shelf.cs");

        AssertHas(text, "public Shelf(string name, ShelfArgs? args = null, CustomResourceOptions? options = null)");
    }

    [Fact]
    public void Writes_nested_inputs_and_outputs_in_their_own_namespaces()
    {
        var input = _demo.Emitted("StoreRoom/Inputs/ShelfBoardArgs.cs");
        var output = _demo.Emitted("StoreRoom/Outputs/ShelfBoard.cs");

        AssertHas(input, "namespace Pulumi.Demo.StoreRoom.Inputs; public sealed class ShelfBoardArgs : global::Pulumi.ResourceArgs");
        AssertHas(input, "private InputMap<ImmutableArray<int>>? _parts;");
        AssertHas(input, "public Input<double> Width { get; set; } = null!;");
        AssertHas(output, "public readonly ImmutableArray<string> Names; public readonly bool? Strong; public readonly double Width;");
        AssertHas(output, "[OutputConstructor] private ShelfBoard( string? @event, ImmutableArray<string> @names,");
    }

    [Fact]
    public void Writes_an_enumeration_as_a_struct_over_its_text()
    {
        var text = _demo.Emitted("StoreRoom/Wood.cs");

        AssertHas(text, "[EnumType] public readonly struct Wood : IEquatable<Wood>");
        AssertHas(text, """public static Wood Ash { get; } = new Wood("ash \"white\"");""");
        AssertHas(text, """[Obsolete("Too soft.")] public static Wood Lime { get; } = new Wood("lime");""");
    }

    [Fact]
    public void Writes_a_function_with_plain_and_output_arguments()
    {
        var text = _demo.Emitted("GetPlace.cs");

        AssertHas(text, "public static Task<GetPlaceResult> InvokeAsync(GetPlaceArgs? args = null, InvokeOptions? options = null)");
        AssertHas(text, "public static Output<GetPlaceResult> Invoke(GetPlaceInvokeArgs? args = null, InvokeOptions? options = null)");
        AssertHas(text, "public static Output<GetPlaceResult> Invoke(GetPlaceInvokeArgs args, InvokeOutputOptions options)");
        AssertHas(
            text,
            """[Input("id")] public string? Id { get; set; } [Input("row", required: true)] public int Row { get; set; } public GetPlaceArgs()""");
        AssertHas(text, """[Input("row", required: true)] public Input<int> Row { get; set; } = null!; public GetPlaceInvokeArgs()""");
        AssertHas(text, "public readonly string Id; public readonly int? Rows;");
    }

    [Fact]
    public void Carries_the_version_of_the_npm_package()
    {
        var text = _demo.Emitted("Utilities.cs");

        AssertHas(text, """public static string Version => "1.2.3";""");
    }

    // Line breaks and indentation are not looked at.
    private static void AssertHas(string text, string expected) => Assert.Contains(
        expected, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
}
