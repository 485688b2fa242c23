using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes a function: awaited with plain values, or invoked with inputs, which returns an output.</summary>
internal static class FunctionEmitter
{
    private const string Instance = "global::Pulumi.Deployment.Instance";

    public static void Write(CodeWriter writer, FunctionClass function)
    {
        var result = function.Name + "Result";
        var takesArguments = function.Arguments.Count > 0;
        writer.Line();
        writer.Obsolete(function.Deprecated);
        writer.Line($"public static class {function.Name}");
        writer.Block(() =>
        {
            Method(writer, function, $"Task<{result}> InvokeAsync", "Args", function.ArgumentsOptional, "InvokeOptions? options = null");
            writer.Line();
            Method(writer, function, $"Output<{result}> Invoke", "InvokeArgs", function.ArgumentsOptional, "InvokeOptions? options = null");
            writer.Line();
            Method(writer, function, $"Output<{result}> Invoke", "InvokeArgs", optional: false, "InvokeOutputOptions options");
        });
        if (takesArguments)
        {
            InputEmitter.Class(writer, function.Name + "Args", "InvokeArgs", function.Arguments, plain: true);
            InputEmitter.Class(writer, function.Name + "InvokeArgs", "InvokeArgs", function.InvokeArguments);
        }

        OutputEmitter.Class(writer, result, function.Result);
    }

    private static void Method(CodeWriter writer, FunctionClass function, string signature, string suffix, bool optional, string options)
    {
        var type = function.Name + suffix;
        var call = signature.Split(' ')[1];
        var parameter = function.Arguments.Count == 0 ? string.Empty : optional ? $"{type}? args = null, " : $"{type} args, ";
        var value = function.Arguments.Count == 0 ? "InvokeArgs.Empty" : $"args ?? new {type}()";
        writer.Line($"public static {signature}({parameter}{options})");
        writer.Indented(() => writer.Line(
            $"=> {Instance}.{call}<{function.Name}Result>({CodeWriter.Literal(function.Token)}, {value}, options.WithDefaults());"));
    }
}
