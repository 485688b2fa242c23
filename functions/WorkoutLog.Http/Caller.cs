using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Http;

/// <summary>Who calls. IAM has let the caller in; here is decided for whom it may act. A caller of no known kind may act for nobody.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Keeps the idempotency keys of callers apart.</summary>
    public abstract string Name { get; }

    /// <returns>Why the caller may not act for the user, in a sentence that does not say whether the user exists; null when it may.</returns>
    public abstract string? RefusalFor(string userId);

    /// <summary>A Cognito identity counts before a role, because all identities of a pool share one.</summary>
    /// <param name="identity">As API Gateway verified it; null in an event without one.</param>
    /// <param name="serviceRoles">As <see cref="Contracts.ServiceRoles.Read"/> returns them.</param>
    public static Caller Of(APIGatewayProxyRequest.RequestIdentity? identity, IReadOnlyList<string> serviceRoles) => identity switch
    {
        { CognitoIdentityId: { Length: > 0 } id, CognitoAuthenticationType: "authenticated" } => new Athlete(id),
        // An identity pool that allows guests gives an identity to anybody.
        { CognitoIdentityId.Length: > 0 } => new Nobody("A guest may act for no userId; sign in first."),
        // Neither a role's name nor a session's has a slash.
        { UserArn: { } arn } when arn.LastIndexOf('/') is > 0 and var end && serviceRoles.Contains(arn[..end]) => new Service(arn[..end]),
        _ => new Nobody("The caller may act for no userId: it is not signed in through Amazon Cognito, and its role is not one of the stack's serviceRoles."),
    };

    /// <param name="Id">Cognito identity, which is also the userId of the athlete's data.</param>
    public sealed record Athlete(string Id) : Caller
    {
        public override string Name => Id;

        public override string? RefusalFor(string userId) => userId == Id ? null : "A signed-in athlete may act for its own userId only.";
    }

    /// <param name="Role">Not the session: another instance of the same backend may repeat a request.</param>
    public sealed record Service(string Role) : Caller
    {
        public override string Name => Role;

        public override string? RefusalFor(string userId) => null;
    }

    /// <summary>Such as a guest, an IAM user, or a person who is federated straight into a role.</summary>
    public sealed record Nobody(string Reason) : Caller
    {
        public override string Name => throw new InvalidOperationException("A caller that may act for nobody writes nothing.");

        public override string? RefusalFor(string userId) => Reason;
    }
}
