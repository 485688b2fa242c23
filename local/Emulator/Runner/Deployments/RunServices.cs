using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.Runner.Lambda.Versions;
using WorkoutLog.Local.WebConsole;
using WorkoutLog.Local.WebConsole.History;

namespace WorkoutLog.Local.Runner.Deployments;

/// <summary>What of a run outlives its deployments.</summary>
/// <param name="Calls">The record of the functions' calls to AWS.</param>
/// <param name="CloudWatch">Null where the options ask for no metrics; then there is no console either.</param>
/// <param name="Url">Of the API, without a trailing slash.</param>
internal sealed record RunServices(
    LocalRunOptions Options,
    RunEvents Events,
    FaultInjector Faults,
    LambdaFunctions Functions,
    DynamoDbForwarder DynamoDb,
    CallLog Calls,
    LocalCloudWatch? CloudWatch,
    RequestHistory History,
    ConsoleAnswer? Charts,
    string Url);
