namespace WorkoutLog.Local.Graph.Types;

internal sealed class AccountType() : AwsResourceType(Token)
{
    public const string Token = "aws:apigateway/account:Account";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", "api-gateway-account")];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("the gateway writes no log of its own");

    public override Replacement Replacement { get; } = new("region");

    public override Charge Charge { get; } = new Charge.Free("a setting of the account");
}
