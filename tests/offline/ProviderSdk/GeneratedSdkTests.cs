using System.Reflection;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

/// <summary>The classes generated from the official declarations have the real packages' names and types.</summary>
public sealed class GeneratedSdkTests
{
    [Fact]
    public void Members_have_their_real_names_and_types() => Assert.Equal(
        "",
        string.Join('\n', File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ProviderSdk", "members.txt")).Where(line => line != Found(line.Split(' ')[0]))));

    // The member with its type, as the file has it.
    private static string Found(string member)
    {
        var (type, property) = (member[..member.LastIndexOf('.')], member[(member.LastIndexOf('.') + 1)..]);
        var owner = Assembly.Load(string.Join('.', type.Split('.')[..2])).GetType(type);
        var found = owner?.GetProperty(property)?.PropertyType ?? owner?.GetField(property)?.FieldType;
        return $"{member} {(found is null ? null : Display(found))}";
    }

    private static string Display(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(',', type.GenericTypeArguments.Select(Display))}>"
        : type.Name;
}
