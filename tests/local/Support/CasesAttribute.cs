using System.ComponentModel;
using System.Reflection;
using Xunit.Sdk;

namespace WorkoutLog.Local.Tests;

/// <summary>The cases of a theory: the lines below its name in the text file next to its class, with <c> | </c> between the arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CasesAttribute : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod)
    {
        var type = testMethod.DeclaringType!;
        Type[] types = [.. testMethod.GetParameters().Select(parameter => parameter.ParameterType)];
        return File.ReadLines(Path.Combine([AppContext.BaseDirectory, .. type.Namespace!.Split('.')[3..], $"{type.Name}.txt"]))
            .SkipWhile(line => line != $"# {testMethod.Name}").Skip(1).TakeWhile(line => line.Length > 0)
            .Select(line => Arguments(line.Split(" | "), types).ToArray());
    }

    // An array takes the remaining texts; a parameter with a default may be omitted.
    private static IEnumerable<object?> Arguments(string[] texts, Type[] types) => types
        .TakeWhile((type, place) => type.IsArray || place < texts.Length)
        .Select((type, place) => type.IsArray ? texts[place..].Select(text => (string?)Value(text, typeof(string))).ToArray() : Value(texts[place], type));

    // Quoted texts are JSON strings: for an empty text, leading or trailing spaces, and invisible characters.
    private static object? Value(string text, Type type) => text switch
    {
        "null" => null,
        ['"', .., '"'] => JsonSerializer.Deserialize<string>(text),
        _ => TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text),
    };
}
