namespace WorkoutLog.Local.Graph.Types;

internal sealed class AccountType() : AwsResourceType(
    Token, new Emulation.Unsupported("the gateway writes no execution log"), new Replacement("region"),
    new Charge.Free("a setting of the account"))
{
    public const string Token = "aws:apigateway/account:Account";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", "api-gateway-account")];
}
