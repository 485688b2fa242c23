using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;
using WorkoutLog.ProcessWorkout;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class JsonContextTests
{
    [Theory]
    [InlineData("ProcessWorkout")]
    [InlineData("QueryWorkouts")]
    public void A_function_can_not_fall_back_to_reflection(string function)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{function}.runtimeconfig.json");

        var settings = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(settings.GetProperty("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault").GetBoolean());
    }

    [Fact]
    public void Errors_use_the_JSON_names_of_fields()
    {
        string[] names = [.. typeof(WorkoutFields).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

        var json = ProcessWorkoutJson.Default;
        JsonTypeInfo[] bodies = [json.WorkoutRequest, json.BatchRequest, json.BatchWorkout, json.WorkoutReplacement];
        Assert.Equal(bodies.SelectMany(body => body.Properties).Select(property => property.Name).Distinct().Order(), names.Order());
    }
}
