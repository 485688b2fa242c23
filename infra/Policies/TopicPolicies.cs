namespace WorkoutLog.Infra.Policies;

/// <summary>Permissions to publish to the alarm topic.</summary>
public static class TopicPolicies
{
    /// <summary>CloudWatch alarms of this account, and over TLS only.</summary>
    public static PolicyDocument Alarms(string topicArn, string accountId) => PolicyDocument.Of(
        new PolicyStatement
        {
            Sid = "PublishAlarms",
            Principal = [PolicyPrincipal.Service("cloudwatch.amazonaws.com")],
            Action = ["sns:Publish"],
            Resource = [topicArn],
            Condition = [PolicyCondition.Equal("aws:SourceAccount", accountId)],
        },
        new PolicyStatement
        {
            Sid = "RefusePlainText",
            Effect = PolicyEffect.Deny,
            // A deny must apply to everybody, including principals that an identity policy allows.
            Principal = [PolicyPrincipal.Everybody],
            Action = ["sns:Publish"],
            Resource = [topicArn],
            Condition = [PolicyCondition.Is("aws:SecureTransport", false)],
        });
}
