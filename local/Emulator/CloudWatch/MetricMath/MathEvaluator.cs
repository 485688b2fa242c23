namespace WorkoutLog.Local.CloudWatch.MetricMath;

/// <summary>Evaluates expressions over the metrics of one request.</summary>
/// <param name="resolve">Id of a metric or expression to its values; null for an unknown one.</param>
/// <param name="metrics">Ids of the request's metrics, without its expressions.</param>
/// <param name="periods">How many values a series has.</param>
internal sealed class MathEvaluator(Func<string, MathValue?> resolve, IEnumerable<string> metrics, int periods)
{
    /// <exception cref="UserErrorException">It uses something that a local run does not know.</exception>
    public MathValue Evaluate(MathExpression expression) => expression switch
    {
        MathExpression.Number number => new MathValue.Scalar(number.Value),
        MathExpression.Text text => new MathValue.Text(text.Value),
        MathExpression.Name name => Resolve(name.Id),
        MathExpression.Negation negation => MathValue.Combine(new MathValue.Scalar(0), Evaluate(negation.Operand), (left, right) => left - right),
        MathExpression.Operation operation => MathValue.Combine(Evaluate(operation.Left), Evaluate(operation.Right), MathOperators.Of(operation.Operator)),
        MathExpression.List list => new MathValue.SeriesList([.. list.Items.Select(item => new MathValue.Series(Evaluate(item).Spread(periods)))]),
        MathExpression.FunctionCall call => Apply(call),
        _ => throw new InvalidOperationException($"{expression.GetType()} is no known expression."),
    };

    private MathValue Apply(MathExpression.FunctionCall call) => (call.Function, call.Arguments) switch
    {
        ("METRICS", []) => Metrics(_ => true),
        ("METRICS", [MathExpression.Text part]) => Metrics(id => id.Contains(part.Value, StringComparison.Ordinal)),
        ("IF", [var condition, var yes]) => MathFunctions.If(Evaluate(condition), Evaluate(yes), null, periods),
        ("IF", [var condition, var yes, var no]) => MathFunctions.If(Evaluate(condition), Evaluate(yes), Evaluate(no), periods),
        ("FILL", [var series, MathExpression.Name { Id: "REPEAT" }]) => Evaluate(series).Map(MathFunctions.Repeat),
        ("FILL", [var series, MathExpression.Name { Id: "LINEAR" }]) => Evaluate(series).Map(MathFunctions.Interpolate),
        ("FILL", [var series, var filling]) => MathFunctions.Fill(Evaluate(series), Evaluate(filling), periods),
        ("SUM", [var values]) => MathFunctions.Aggregate(Evaluate(values), periods, Enumerable.Sum),
        ("MAX", [var values]) => MathFunctions.Aggregate(Evaluate(values), periods, Enumerable.Max),
        ("MIN", [var values]) => MathFunctions.Aggregate(Evaluate(values), periods, Enumerable.Min),
        ("AVG", [var values]) => MathFunctions.Aggregate(Evaluate(values), periods, Enumerable.Average),
        _ => throw new UserErrorException($"A local run does not know the metric math function {call.Function} with {call.Arguments.Length} arguments."),
    };

    private MathValue.SeriesList Metrics(Func<string, bool> isMeant) =>
        new([.. metrics.Where(isMeant).Select(id => new MathValue.Series(Resolve(id).Spread(periods)))]);

    private MathValue Resolve(string id) =>
        resolve(id) ?? throw new UserErrorException($"No metric or expression of the request has the id '{id}'.");
}
