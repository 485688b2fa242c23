namespace WorkoutLog.Offline.ProviderSdk.TypeList;

/// <summary>Reads the list of types.</summary>
/// <remarks>
/// A line is empty, a comment (<c># …</c>), a namespace (<c>namespace aws Pulumi.Aws</c>, <c>namespace aws:dynamodb DynamoDB</c>)
/// or a token with its hints (<c>aws:cloudwatch/metricAlarm:MetricAlarm double=threshold name=policy:PolicyDocument</c>).
/// </remarks>
public sealed class TypeListReader
{
    private readonly string _provider;
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, string> _namespaces = [];
    private readonly List<ListedType> _types = [];
    private readonly Hints _hints = new();
    private string? _root;

    private TypeListReader(string provider)
    {
        _provider = provider;
    }

    /// <exception cref="GenerationException">A line can't be parsed, or the provider is not in the list.</exception>
    public static ProviderList Read(string text, string provider)
    {
        var reader = new TypeListReader(provider);
        foreach (var line in text.Split('\n'))
        {
            reader.ReadLine(line.Split('#')[0].Trim());
        }

        if (reader._root is null || reader._types.Count == 0)
        {
            reader._problems.Add(new Problem(
                provider, string.Empty, "the list", $"it needs a line `namespace {provider} <C# namespace>` and at least one type"));
        }

        return reader._problems.Count > 0
            ? throw new GenerationException(reader._problems)
            : new ProviderList(provider, reader._root!, reader._namespaces, reader._types, reader._hints);
    }

    private void ReadLine(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return;
        }

        if (words is ["namespace", var place, var name])
        {
            ReadNamespace(place, name);
        }
        else if (ListedType.TryParse(words[0]) is not { } type)
        {
            Report(line, "write `namespace <provider>[:<module>] <C# name>` or a token such as aws:dynamodb/table:Table");
        }
        else if (type.Token.StartsWith(_provider + ":", StringComparison.Ordinal))
        {
            ReadType(type, words[1..]);
        }
    }

    private void ReadNamespace(string place, string name)
    {
        if (place == _provider)
        {
            _root = name;
        }
        else if (place.StartsWith(_provider + ":", StringComparison.Ordinal))
        {
            _namespaces[place[(_provider.Length + 1)..]] = name;
        }
    }

    private void ReadType(ListedType type, string[] hints)
    {
        if (_types.Any(other => other.Token == type.Token))
        {
            Report(type.Token, "it is listed twice; keep one line");
            return;
        }

        _types.Add(type);
        foreach (var hint in hints)
        {
            ReadHint(type, hint);
        }
    }

    private void ReadHint(ListedType type, string hint)
    {
        switch (hint.Split('='))
        {
            case ["double", var members]:
                foreach (var member in members.Split(','))
                {
                    _hints.AddDouble(type, member);
                }

                break;
            case ["name", var pair] when pair.Split(':') is [var member, var name]:
                _hints.AddName(type, member, name);
                break;
            default:
                Report(hint, $"a hint of {type.Token} is `double=member,Nested.member` or `name=member:CSharpName`");
                break;
        }
    }

    private void Report(string received, string advice) => _problems.Add(new Problem("list of types", string.Empty, received, advice));
}
