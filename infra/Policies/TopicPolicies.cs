namespace WorkoutLog.Infra.Policies;

/// <summary>Who may publish to the alarm topic.</summary>
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
            // A refusal must reach everybody, also those whom an identity policy lets publish.
            Principal = [PolicyPrincipal.Everybody],
            Action = ["sns:Publish"],
            Resource = [topicArn],
            Condition = [PolicyCondition.Is("aws:SecureTransport", false)],
        });
}
