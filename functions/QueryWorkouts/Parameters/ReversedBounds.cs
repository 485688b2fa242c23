using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.QueryWorkouts.Parameters;

internal static class ReversedBounds
{
    /// <summary>Reports bounds, both sent, of which the first lies behind the second.</summary>
    public static void Report(ParameterReader parameters)
    {
        var from = Received.Quote(parameters.Find(QueryParameters.From) ?? "");
        var to = Received.Quote(parameters.Find(QueryParameters.To) ?? "");
        var fault = $"must not be after {QueryParameters.To}; received {from} and {to}.";
        parameters.Report(QueryParameters.From, ErrorCodes.OutOfRange, fault);
    }
}
