namespace WorkoutLog.Local.CloudWatch.MetricMath;

/// <summary>Operators on two numbers; true is 1, false 0.</summary>
internal static class MathOperators
{
    public static Func<double, double, double> Of(string sign) => sign switch
    {
        "+" => (left, right) => left + right,
        "-" => (left, right) => left - right,
        "*" => (left, right) => left * right,
        "/" => (left, right) => left / right,
        "^" => Math.Pow,
        "==" => (left, right) => Truth(left == right),
        "!=" => (left, right) => Truth(left != right),
        "<" => (left, right) => Truth(left < right),
        "<=" => (left, right) => Truth(left <= right),
        ">" => (left, right) => Truth(left > right),
        ">=" => (left, right) => Truth(left >= right),
        "AND" => (left, right) => Truth(left != 0 && right != 0),
        "OR" => (left, right) => Truth(left != 0 || right != 0),
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, null),
    };

    private static double Truth(bool value) => value ? 1 : 0;
}
