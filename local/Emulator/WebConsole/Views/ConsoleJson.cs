using System.Text.Json.Serialization;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>What the page reads.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StackView))]
[JsonSerializable(typeof(LiveView))]
[JsonSerializable(typeof(RequestDetailView))]
[JsonSerializable(typeof(ResourceDetailView))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
