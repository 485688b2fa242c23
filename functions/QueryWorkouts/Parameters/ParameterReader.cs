using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>Reads the query parameters of one request strictly, and collects all errors.</summary>
internal sealed class ParameterReader
{
    // A URL of 8 KB could hold 2,000 wrong parameters; nobody reads that many errors.
    private const int MaxUnknown = 20;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<FieldError> _errors = [];
    private readonly List<FieldError> _unknown = [];

    /// <param name="known">The parameters of the route.</param>
    public ParameterReader(ApiRequest request, params string[] known)
    {
        foreach ((string name, IList<string> values) in request.Query)
        {
            if (!known.Contains(name))
            {
                ReportUnknown(Received.Name(name), known);
            }
            else if (values is not { Count: 1 })
            {
                Report(name, ErrorCodes.RepeatedParameter, "must be sent only once.");
            }
            else if (values[0] is not { Length: > 0 } value)
            {
                Report(name, ErrorCodes.Required, "must not be empty; leave it out instead.");
            }
            else
            {
                _values.Add(name, value);
            }
        }
    }

    /// <summary>Unknown parameters last.</summary>
    public IReadOnlyList<FieldError> Errors => [.. _errors, .. _unknown];

    /// <summary>The value as sent; null if absent or unreadable.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <param name="fault">The message after the parameter's name.</param>
    public void Report(string name, string code, string fault) => Report(new FieldError(name, code, $"{name} {fault}"));

    public void Report(FieldError error) => _errors.Add(error);

    /// <param name="rule">Completes "must be …".</param>
    public void Refuse(string name, string code, string rule, string value) =>
        Report(name, code, $"must be {rule}; got {Received.Quote(value)}.");

    /// <summary>Reports bounds of which the first is after the second; both were sent.</summary>
    public void ReportReversedBounds()
    {
        var from = Received.Quote(Find(QueryParameters.From) ?? "");
        var to = Received.Quote(Find(QueryParameters.To) ?? "");
        Report(QueryParameters.From, ErrorCodes.OutOfRange, $"must not be after {QueryParameters.To}; got {from} and {to}.");
    }

    private void ReportUnknown(string name, string[] known)
    {
        if (_unknown.Count < MaxUnknown)
        {
            var allowed = known.Length == 0 ? "this path takes none" : $"the parameters are {string.Join(", ", known)}";
            _unknown.Add(new FieldError(name, ErrorCodes.UnknownParameter, $"There is no parameter {name}; {allowed}."));
        }
        else if (_unknown.Count == MaxUnknown)
        {
            _unknown.Add(new FieldError(name, ErrorCodes.TooManyErrors, $"There are more than {MaxUnknown} unknown parameters."));
        }
    }
}
