using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Http;

/// <summary>The caller. IAM has authenticated it; this type decides for which users it may act. An unknown kind of caller may act for nobody.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Scopes idempotency keys to a caller.</summary>
    public abstract string Name { get; }

    /// <returns>Why the caller may not act for the user, without revealing whether the user exists; null if it may.</returns>
    public abstract string? RefusalFor(string userId);

    /// <summary>A Cognito identity takes precedence over a role, because all identities of a pool share one.</summary>
    /// <param name="identity">Verified by API Gateway; null in an event without one.</param>
    /// <param name="serviceRoles">As <see cref="Contracts.ServiceRoles.Read"/> returns them.</param>
    public static Caller Of(APIGatewayProxyRequest.RequestIdentity? identity, IReadOnlyList<string> serviceRoles) => identity switch
    {
        { CognitoIdentityId: { Length: > 0 } id, CognitoAuthenticationType: "authenticated" } => new Athlete(id),
        // An identity pool that allows guests gives an identity to anybody.
        { CognitoIdentityId.Length: > 0 } => new Nobody("A guest may not act for any userId; sign in first."),
        // Neither role names nor session names have a slash.
        { UserArn: { } arn } when arn.LastIndexOf('/') is > 0 and var end && serviceRoles.Contains(arn[..end]) => new Service(arn[..end]),
        _ => new Nobody("The caller may not act for any userId: it is not signed in through Amazon Cognito, and its role is not one of the stack's serviceRoles."),
    };

    /// <param name="Id">Cognito identity, which is also the userId of the athlete's data.</param>
    public sealed record Athlete(string Id) : Caller
    {
        public override string Name => Id;

        public override string? RefusalFor(string userId) => userId == Id ? null : "A signed-in athlete may act only for its own userId.";
    }

    /// <param name="Role">Not the session, because another instance of the same backend may repeat a request.</param>
    public sealed record Service(string Role) : Caller
    {
        public override string Name => Role;

        public override string? RefusalFor(string userId) => null;
    }

    /// <summary>A guest, an IAM user, a person federated directly into a role, and so on.</summary>
    public sealed record Nobody(string Reason) : Caller
    {
        public override string Name => throw new InvalidOperationException("A caller that may act for nobody has no name.");

        public override string? RefusalFor(string userId) => Reason;
    }
}
