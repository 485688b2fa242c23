using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Offline.Tests.Lambda;

internal sealed record Order(string Item, int Count);

internal sealed record Receipt(string Text, string? Note = null);

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class OrderJsonContext : JsonSerializerContext;
