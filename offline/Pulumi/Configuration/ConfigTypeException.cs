namespace Pulumi;

internal sealed class ConfigTypeException(string fullName, string value, string typeName, Exception? cause = null)
    : RunException($"Configuration '{fullName}' value '{value}' is not a valid {typeName}", cause);
