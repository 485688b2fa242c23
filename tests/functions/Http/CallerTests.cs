using WorkoutLog.Http;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class CallerTests
{
    private const string Sessions = "arn:aws:sts::123456789012:assumed-role";

    private static readonly IReadOnlyList<string> _roles = ServiceRoles.Read(ServiceRoles.Write("123456789012", ["importer", "a,b=c"]));

    [Theory]
    [InlineData($"{Sessions}/importer/i-0123456789", true)]
    [InlineData($"{Sessions}/importer/somebody@example.org", true)]
    [InlineData($"{Sessions}/a,b=c/importer", true)]
    [InlineData($"{Sessions}/importer", false)]
    [InlineData($"{Sessions}/importer/a/b", false)]
    [InlineData($"{Sessions}/importers/a", false)]
    [InlineData($"{Sessions}/Importer/a", false)]
    [InlineData($"{Sessions}/people/importer", false)]
    [InlineData("arn:aws:sts::999999999999:assumed-role/importer/a", false)]
    [InlineData("arn:aws:sts::123456789012:federated-user/importer", false)]
    [InlineData("arn:aws:iam::123456789012:role/importer", false)]
    [InlineData("arn:aws:iam::123456789012:user/importer", false)]
    [InlineData("arn:aws:iam::123456789012:user/importer/a", false)]
    [InlineData("arn:aws:iam::123456789012:root", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_session_of_a_service_role_of_the_account_may_act_for_every_user(string? userArn, bool isService)
    {
        var caller = Caller.Of(new() { UserArn = userArn, Caller = "123456789012:importer", AccountId = "123456789012" }, _roles);

        Assert.Equal(isService, caller.RefusalFor("athlete-1") is null);
        Assert.Equal(isService, caller is Caller.Service);
    }

    /// <summary>Independent of the rest of the event: a role must not extend an identity's permissions.</summary>
    [Theory]
    [InlineData("authenticated", "athlete-1", true)]
    [InlineData("authenticated", "athlete-2", false)]
    [InlineData("authenticated", "Athlete-1", false)]
    [InlineData("unauthenticated", "athlete-1", false)]
    [InlineData("Authenticated", "athlete-1", false)]
    [InlineData("", "athlete-1", false)]
    [InlineData(null, "athlete-1", false)]
    public void A_Cognito_identity_acts_only_for_itself_and_only_if_signed_in(string? type, string userId, bool allowed)
    {
        foreach (var userArn in (string[])[$"{Sessions}/athletes/CognitoIdentityCredentials", $"{Sessions}/importer/CognitoIdentityCredentials"])
        {
            var caller = Caller.Of(new() { CognitoIdentityId = "athlete-1", CognitoAuthenticationType = type, UserArn = userArn }, _roles);

            Assert.Equal(allowed, caller.RefusalFor(userId) is null);
        }
    }

    [Fact]
    public void Nobody_acts_for_every_user_without_a_service_role_or_an_identity()
    {
        foreach (var unset in (string?[])[null, "", " "])
        {
            Assert.IsType<Caller.Nobody>(Caller.Of(new() { UserArn = $"{Sessions}/importer/a" }, ServiceRoles.Read(unset)));
        }

        Assert.IsType<Caller.Nobody>(Caller.Of(null, _roles));
        Assert.IsType<Caller.Nobody>(Caller.Of(new(), _roles));
    }

    [Fact]
    public void Only_sessions_of_one_service_share_idempotency_keys()
    {
        string[] names =
        [
            .. ((string[])["importer/a", "importer/b", "a,b=c/a"]).Select(session => Caller.Of(new() { UserArn = $"{Sessions}/{session}", Caller = "AROA:a" }, _roles).Name),
            .. ((string[])["athlete-1", "athlete-2", "importer"]).Select(id => Caller.Of(new() { CognitoIdentityId = id, CognitoAuthenticationType = "authenticated", Caller = "AROA:a" }, _roles).Name),
        ];

        Assert.Equal(5, names.Distinct().Count());
        Assert.Equal(names[0], names[1]);
        // All federated users of an account start with its id; they may write nothing, so none of their keys is stored.
        Assert.Throws<InvalidOperationException>(() => Caller.Of(new() { UserArn = "arn:aws:sts::123456789012:federated-user/jo", Caller = "123456789012:jo" }, _roles).Name);
    }
}
