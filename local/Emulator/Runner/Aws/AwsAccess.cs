namespace WorkoutLog.Local.Runner.Aws;

/// <summary>One thing that a call does, as policies name it.</summary>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN; <c>*</c> where the call is about no resource that is known here.</param>
internal sealed record AwsAccess(string Action, string Resource);
