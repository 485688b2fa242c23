using WorkoutLog.Offline.ProviderSdk.Translation;

namespace WorkoutLog.Offline.ProviderSdk.TypeList;

/// <summary>
/// The list's additions to the declarations: fractional numbers and differing C# names.
/// Members are written <c>member</c> (of the listed type) or <c>NestedType.member</c>.
/// </summary>
public sealed class Hints
{
    private readonly Dictionary<string, Problem> _unused = [];
    private readonly HashSet<string> _doubles = [];
    private readonly Dictionary<string, string> _names = [];

    public void AddDouble(ListedType type, string member)
    {
        var key = Key(type, member);
        _doubles.Add(key);
        _unused[key] = new Problem(
            type.Token, member, $"double={member}", "no number of that name is declared; correct or remove the hint in the list");
    }

    public void AddName(ListedType type, string member, string name)
    {
        var key = Key(type, member);
        _names[key] = name;
        _unused[key] = new Problem(
            type.Token, member, $"name={member}:{name}", "no member of that name is declared; correct or remove the hint in the list");
    }

    public bool IsDouble(string module, string owner, string member) => Use(_doubles.Contains, Key(module, owner, member));

    /// <summary>The C# name in the list, or null.</summary>
    public string? NameOf(string module, string owner, string member)
    {
        var key = Key(module, owner, member);
        return Use(_names.ContainsKey, key) ? _names[key] : null;
    }

    /// <summary>One problem for each unused hint.</summary>
    public IEnumerable<Problem> Unused => _unused.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    private bool Use(Func<string, bool> contains, string key)
    {
        if (!contains(key))
        {
            return false;
        }

        _unused.Remove(key);
        return true;
    }

    private static string Key(ListedType type, string member)
    {
        var dot = member.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? Key(type.Module, CSharpName.Pascal(type.Name), member) : Key(type.Module, member[..dot], member[(dot + 1)..]);
    }

    private static string Key(string module, string owner, string member) => $"{module}:{owner}.{member}";
}
