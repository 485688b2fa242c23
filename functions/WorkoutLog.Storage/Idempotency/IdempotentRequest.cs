namespace WorkoutLog.Storage.Idempotency;

/// <summary>A write that may be tried again.</summary>
/// <param name="Caller">Who sent it; keys of different callers never meet.</param>
/// <param name="Key">The client's name for the write.</param>
/// <param name="Fingerprint">Of what was sent: another request under the same key has another one.</param>
public sealed record IdempotentRequest(string Caller, string Key, string Fingerprint);
