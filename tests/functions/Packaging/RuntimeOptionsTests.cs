using System.Text.Json.Nodes;

namespace WorkoutLog.Functions.Tests.Packaging;

/// <summary>The .NET runtime options of the functions' projects; native code has the same options compiled in.</summary>
public sealed class RuntimeOptionsTests
{
    [Theory]
    [InlineData("ProcessWorkout")]
    [InlineData("QueryWorkouts")]
    public void A_function_collects_before_its_garbage_is_most_of_its_memory(string function)
    {
        JsonNode options = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"{function}.runtimeconfig.json")))!["runtimeOptions"]!["configProperties"]!;

        Assert.InRange(options["System.GC.Gen0MaxBudget"]!.GetValue<long>(), 1 << 20, 4 << 20);
        Assert.False(options["System.GC.Concurrent"]!.GetValue<bool>());
    }
}
