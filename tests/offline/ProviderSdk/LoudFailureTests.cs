using WorkoutLog.Offline.ProviderSdk;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class LoudFailureTests : IDisposable
{
    private readonly DemoPackage _demo = new();

    public void Dispose() => _demo.Dispose();

    [Fact]
    public void Names_every_problem_at_once_and_writes_nothing()
    {
        _demo.Change("types/input.d.ts", "strong?: pulumi.Input<boolean | undefined>", "strong: (side: string) => void");
        _demo.Change("store/shelf.d.ts", "count: pulumi.Output<number | undefined>", "count: pulumi.Output<Date>");

        var problems = _demo.Problems();

        Assert.Equal(
            [
                "demo:store/shelf:Shelf Shelf.count: `Date`: "
                    + "this name is not known here; extend TypeTranslator, or leave the type out of the list",
                "demo:store/shelf:Shelf ShelfBoard.strong: `(side: string) => void`: "
                    + "this shape has no translation; extend TypeTranslator, or leave the type out of the list",
            ],
            problems);
        Assert.False(Directory.Exists(_demo.Output));
    }

    [Fact]
    public void Refuses_a_union_that_does_not_begin_with_text()
    {
        _demo.Change("types/input.d.ts", "pulumi.Input<boolean | undefined>", "pulumi.Input<boolean | number | undefined>");

        var problem = Assert.Single(_demo.Problems());

        Assert.Equal(
            "demo:store/shelf:Shelf ShelfBoard.strong: `boolean | number | undefined`: "
            + "only text or something else (an enumeration, a class, a list of text) can be translated; "
            + "look up what the real package has and extend TypeTranslator",
            problem);
    }

    [Theory]
    [InlineData(
        "types/output.d.ts", "interface ShelfBoard", "interface Plank",
        "Shelf.boards: `store.ShelfBoard`: no such interface in types/output.d.ts")]
    [InlineData(
        "types/enums/store/index.d.ts", "const Wood", "const Timber",
        "Shelf.wood: `enums.store.Wood`: no such enumeration in types/enums/store/index.d.ts")]
    [InlineData(
        "types/enums/store/index.d.ts", "\"lime\"", "7",
        "Wood.Lime: `Lime`: only text values under a valid C# name can be translated; "
        + "look up what the real package has and extend EnumTranslator")]
    [InlineData(
        "store/shelf.js", "args?.key ? pulumi.secret(args.key) : undefined", "(args?.key) ?? \"made up\"",
        "Shelf.key: `key`: the real constructor of its arguments gives it a default, which is not emitted; "
        + "extend ConstructorFacts and InputEmitter")]
    [InlineData(
        "store/shelf.js", "pulumi.secret(args.key)", "pulumi.secret(args.tags)",
        "Shelf.tags: `pulumi.Input<{ [key: string]: pulumi.Input<string>; } | undefined>`: only a simple secret input can be emitted; "
        + "look up what the real package has and extend InputEmitter")]
    [InlineData(
        "types/output.d.ts", "event?: string", "2nd?: string",
        "ShelfBoard.2nd: `2nd`: '2nd' can't be a property of ShelfBoard; "
        + "look up its name in the real package and add `name=ShelfBoard.2nd:<C# name>`")]
    public void Says_what_is_missing_and_where(string file, string old, string replacement, string expected)
    {
        _demo.Change(file, old, replacement);

        var problem = Assert.Single(_demo.Problems());

        Assert.Equal("demo:store/shelf:Shelf " + expected, problem);
    }

    [Theory]
    [InlineData(
        " name=shelf:ShelfName", "",
        "demo:store/shelf:Shelf Shelf.shelf: `shelf`: 'Shelf' can't be a property of Shelf; "
        + "look up its name in the real package and add `name=Shelf.shelf:<C# name>`")]
    [InlineData(
        "double=load", "double=load,lode",
        "demo:store/shelf:Shelf lode: `double=lode`: no number of that name is declared; correct or remove the hint in the list")]
    [InlineData(
        "namespace demo:store StoreRoom", "",
        "demo:store/shelf:Shelf Shelf: `store`: its C# namespace is unknown; "
        + "add `namespace demo:store <name>` to the list of types")]
    [InlineData(
        "demo:index/getPlace:getPlace", "demo:index/getSpace:getSpace",
        "demo:index/getSpace:getSpace GetSpace: `demo:index/getSpace:getSpace`: "
        + "getSpace.d.ts does not declare getSpace and GetSpaceResult; correct the token in the list")]
    [InlineData(
        "demo:index/getPlace:getPlace", "demo:store/bin:Bin",
        "demo:store/bin:Bin Bin: `demo:store/bin:Bin`: "
        + "store/bin.d.ts and .js do not declare Bin and BinArgs; correct the token in the list")]
    [InlineData(
        "double=load,ShelfBoard.width", "doubles=load",
        "list of types: `doubles=load`: a hint of demo:store/shelf:Shelf is "
        + "`double=member,Nested.member` or `name=member:CSharpName`")]
    [InlineData(
        "demo:index/getPlace:getPlace", "getPlace",
        "list of types: `getPlace`: "
        + "write `namespace <provider>[:<module>] <C# name>` or a token such as aws:dynamodb/table:Table")]
    [InlineData(
        "demo:index/getPlace:getPlace", "demo:store/shelf:Shelf",
        "list of types: `demo:store/shelf:Shelf`: it is listed twice; keep one line")]
    [InlineData(
        "namespace demo Pulumi.Demo", "",
        "demo: `the list`: it needs a line `namespace demo <C# namespace>` and at least one type")]
    public void Points_at_the_line_of_the_list(string old, string replacement, string expected)
    {
        _demo.WriteList(DemoPackage.List.Replace(old, replacement, StringComparison.Ordinal));

        var problems = _demo.Problems();

        Assert.Equal(expected, problems[0]);
    }

    [Fact]
    public void Says_which_line_of_a_declaration_file_it_can_not_read()
    {
        _demo.Change("types/output.d.ts", "names?: string[];", "names?? string[];");

        var problem = Assert.Single(_demo.Problems());

        Assert.Equal(
            "types/output.d.ts: `line 4: ':' expected, '?' found`: the file is not what this generator can read; extend the parser", problem);
    }

    [Fact]
    public void Wants_the_folder_of_an_npm_package()
    {
        var options = _demo.Options with { Declarations = Path.GetTempPath() };

        var exception = Assert.Throws<GenerationException>(() => ProviderSdkGenerator.Generate(options));

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("package.json is not there; give the unpacked npm package's own folder", problem.Advice);
    }
}
