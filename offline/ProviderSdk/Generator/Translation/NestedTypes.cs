using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>The nested types that listed types use, directly or indirectly; each is translated once.</summary>
public sealed class NestedTypes
{
    private readonly Schema _schema;
    private readonly PropertyTranslator _properties;
    private readonly HashSet<string> _known = [];
    private readonly Queue<Action> _waiting = [];

    public NestedTypes(Schema schema)
    {
        _schema = schema;
        Types = new TypeTranslator(schema, this);
        _properties = new PropertyTranslator(schema, Types);
    }

    public TypeTranslator Types { get; }

    /// <param name="path">As written after <c>inputs.</c>: <c>dynamodb.TableTtl</c>.</param>
    /// <param name="site">Where it is used.</param>
    public CSharpType? Input(string path, Site site)
    {
        var (module, name) = Split(path);
        var place = Place(site, module, name);
        var scope = $"{Namespace(module, site)}.Inputs";
        return Add("types/input", path, site, scope, CSharpName.WithArgs(name), (declaration, className) =>
            new InputClass(scope, className, Translate(declaration, place, className)));
    }

    /// <param name="path">As written after <c>outputs.</c>: <c>dynamodb.TableTtl</c>.</param>
    /// <param name="site">Where it is used.</param>
    public CSharpType? Output(string path, Site site)
    {
        var (module, name) = Split(path);
        var place = Place(site, module, name);
        var scope = $"{Namespace(module, site)}.Outputs";
        return Add("types/output", path, site, scope, name, (declaration, className) =>
            new OutputClass(scope, className, Translate(declaration, place, className)));
    }

    /// <param name="path">As written after <c>enums.</c>: <c>lambda.Runtime</c>.</param>
    /// <param name="site">Where it is used.</param>
    public CSharpType? Enum(string path, Site site)
    {
        var (module, name) = Split(path);
        var file = module.Length == 0 ? "types/enums/index" : $"types/enums/{module}/index";
        if (_schema.Package.Find(file)?.Enums.GetValueOrDefault(name) is not { } declaration)
        {
            _schema.Problems.Add(site.Problem($"enums.{path}", $"no such enumeration in {file}.d.ts"));
            return null;
        }

        var scope = Namespace(module, site);
        if (_known.Add($"{scope}.{name}")
            && EnumTranslator.Translate(declaration, scope, Place(site, module, name), _schema.Problems) is { } values)
        {
            _schema.Classes.Add(values);
        }

        return new EmittedType($"{scope}.{name}");
    }

    /// <summary>Translates every nested type found so far, and the types they use.</summary>
    public void TranslateAll()
    {
        while (_waiting.TryDequeue(out var translate))
        {
            translate();
        }
    }

    private EmittedType? Add(
        string file,
        string path,
        Site site,
        string scope,
        string className,
        Func<InterfaceDeclaration, string, EmittedClass> translate)
    {
        if (_schema.Package.Find(file)?.Interfaces.GetValueOrDefault(path) is not { } declaration)
        {
            _schema.Problems.Add(site.Problem(path, $"no such interface in {file}.d.ts"));
            return null;
        }

        if (_known.Add($"{scope}.{className}"))
        {
            _waiting.Enqueue(() => _schema.Classes.Add(translate(declaration, className)));
        }

        return new EmittedType($"{scope}.{className}");
    }

    private IReadOnlyList<Property> Translate(InterfaceDeclaration declaration, Site site, string className) =>
        _properties.Translate(declaration.Members, site, className);

    private string Namespace(string module, Site site) => _schema.NamespaceOf(module, site);

    private static Site Place(Site site, string module, string name) =>
        site with { Module = module, Owner = CSharpName.WithoutArgs(name), Member = string.Empty };

    private static (string Module, string Name) Split(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot < 0 ? (string.Empty, path) : (path[..dot], path[(dot + 1)..]);
    }
}
