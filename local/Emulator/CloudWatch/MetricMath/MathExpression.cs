using System.Collections.Immutable;

namespace WorkoutLog.Local.CloudWatch.MetricMath;

/// <summary>An expression of CloudWatch's metric math.</summary>
internal abstract record MathExpression
{
    private MathExpression()
    {
    }

    public sealed record Number(double Value) : MathExpression;

    public sealed record Text(string Value) : MathExpression;

    /// <summary>The metric or expression of that id, or a keyword of a function, such as <c>REPEAT</c>.</summary>
    public sealed record Name(string Id) : MathExpression;

    public sealed record Negation(MathExpression Operand) : MathExpression;

    public sealed record Operation(string Operator, MathExpression Left, MathExpression Right) : MathExpression;

    public sealed record FunctionCall(string Function, ImmutableArray<MathExpression> Arguments) : MathExpression;

    public sealed record List(ImmutableArray<MathExpression> Items) : MathExpression;
}
