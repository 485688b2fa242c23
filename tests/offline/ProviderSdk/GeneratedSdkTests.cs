using System.Reflection;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

/// <summary>The classes made from the official declarations have the names and types that the real packages have.</summary>
public sealed class GeneratedSdkTests
{
    [Fact]
    public void Properties_have_their_real_names_and_types() => Assert.Equal(
        "",
        string.Join('\n', File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ProviderSdk", "members.txt")).Where(line => line != Found(line.Split(' ')[0]))));

    [Theory]
    [InlineData("GetCallerIdentity", "AccountId")]
    [InlineData("GetPartition", "Partition")]
    [InlineData("GetRegion", "Region")]
    public void A_function_can_be_awaited_or_invoked(string function, string result)
    {
        var assembly = Assembly.Load("Pulumi.Aws");

        var methods = assembly.GetType($"Pulumi.Aws.{function}")!.GetMethods(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(["Invoke", "Invoke", "InvokeAsync"], methods.Select(method => method.Name).Order());
        Assert.Equal(typeof(string), assembly.GetType($"Pulumi.Aws.{function}Result")!.GetField(result)!.FieldType);
    }

    // The member with its type, as the file has it.
    private static string Found(string member)
    {
        var (type, property) = (member[..member.LastIndexOf('.')], member[(member.LastIndexOf('.') + 1)..]);
        var found = Assembly.Load(string.Join('.', type.Split('.')[..2])).GetType(type)?.GetProperty(property)?.PropertyType;
        return $"{member} {(found is null ? null : Display(found))}";
    }

    private static string Display(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(',', type.GenericTypeArguments.Select(Display))}>"
        : type.Name;
}
