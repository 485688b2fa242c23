namespace Pulumi;

internal sealed class ConfigMissingException(string fullName) : RunException(
    $"Missing Required configuration variable '{fullName}'\n\tplease set a value using the command `pulumi config set {fullName} <value>`");
