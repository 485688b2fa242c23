namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>What a period without data means to an alarm.</summary>
internal enum MissingDataTreatment
{
    Missing,
    Ignore,
    Breaching,
    NotBreaching,
}
