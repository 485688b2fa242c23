using Sprache;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>Metric math. Operators bind as in arithmetic; <c>AND</c> binds closer than <c>OR</c>. True is 1, false 0.</summary>
/// <param name="Evaluate">Evaluates over the metrics of a request; throws for unsupported functions.</param>
/// <param name="Name">Name of a metric or expression, or a keyword such as <c>REPEAT</c>; null for anything else.</param>
/// <param name="Text">A quoted string; null for anything else.</param>
internal sealed record MathExpression(Func<MathScope, MathValue> Evaluate, string? Name = null, string? Text = null)
{
    private static readonly Parser<MathExpression> _number =
        from digits in Parse.Regex(@"(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?").Token()
        let number = new MathValue.Scalar(double.Parse(digits, CultureInfo.InvariantCulture))
        select new MathExpression(_ => number);

    private static readonly Parser<MathExpression> _text =
        from quote in Parse.Chars('"', '\'')
        from text in Parse.CharExcept(quote).Many().Text()
        from end in Parse.Char(quote).Token()
        select new MathExpression(_ => new MathValue.Text(text), Text: text);

    private static readonly Parser<MathExpression> _nameOrCall =
        from name in Parse.Regex("[A-Za-z_][A-Za-z0-9_]*").Token()
        from arguments in Items('(', ')').Optional()
        select arguments.IsDefined
            ? new MathExpression(scope => scope.Call(name.ToUpperInvariant(), arguments.Get()))
            : new MathExpression(scope => scope.Resolve(name), name);

    private static readonly Parser<MathExpression> _list =
        from items in Items('[', ']')
        select new MathExpression(scope => new MathValue.SeriesList([.. items.Select(item => new MathValue.Series(scope.Spread(item)))]));

    private static readonly Parser<MathExpression> _group =
        from open in Parse.Char('(').Token()
        from inner in Parse.Ref(() => _or!)
        from close in Parse.Char(')').Token()
        select inner;

    private static readonly Parser<MathExpression> _unary =
        (from minus in Parse.Char('-').Token()
         from operand in Parse.Ref(() => _unary!)
         select new MathExpression(scope => MathValue.Combine(new MathValue.Scalar(0), operand.Evaluate(scope), (zero, value) => zero - value)))
        .Or(_number).Or(_text).Or(_group).Or(_list).Or(_nameOrCall);

    private static readonly Parser<MathExpression> _power = Chain(_unary, ("^", Math.Pow));
    private static readonly Parser<MathExpression> _product = Chain(_power, ("*", (left, right) => left * right), ("/", (left, right) => left / right));
    private static readonly Parser<MathExpression> _sum = Chain(_product, ("+", (left, right) => left + right), ("-", (left, right) => left - right));

    private static readonly Parser<MathExpression> _comparison = Chain(
        _sum,
        ("==", (left, right) => left == right ? 1 : 0), ("!=", (left, right) => left != right ? 1 : 0), ("<=", (left, right) => left <= right ? 1 : 0),
        (">=", (left, right) => left >= right ? 1 : 0), ("<", (left, right) => left < right ? 1 : 0), (">", (left, right) => left > right ? 1 : 0));

    private static readonly Parser<MathExpression> _and = Chain(_comparison, ("AND", And), ("&&", And));
    private static readonly Parser<MathExpression> _or = Chain(_and, ("OR", Or), ("||", Or));

    /// <exception cref="UserErrorException">The text is not metric math.</exception>
    public static MathExpression Read(string text)
    {
        var result = _or.End().TryParse(text);
        return result.WasSuccessful ? result.Value : throw new UserErrorException($"'{text}' is not a metric math expression that a local run supports: {result.Message}");
    }

    private static double And(double left, double right) => left != 0 && right != 0 ? 1 : 0;

    private static double Or(double left, double right) => left != 0 || right != 0 ? 1 : 0;

    private static Parser<MathExpression> Chain(Parser<MathExpression> operand, params (string Sign, Func<double, double, double> Of)[] operators) => Parse.ChainOperator(
        operators.Select(known => Operator(known.Sign).Return(known.Of)).Aggregate((one, other) => one.Or(other)),
        operand,
        (of, left, right) => new MathExpression(scope => MathValue.Combine(left.Evaluate(scope), right.Evaluate(scope), of)));

    private static Parser<string> Operator(string sign) => (char.IsLetter(sign[0])
        ? from word in Parse.IgnoreCase(sign).Text()
          from end in Parse.Not(Parse.LetterOrDigit.Or(Parse.Char('_')))
          select word
        : Parse.String(sign).Text()).Token();

    private static Parser<ImmutableArray<MathExpression>> Items(char open, char close) =>
        from start in Parse.Char(open).Token()
        from items in Parse.Ref(() => _or!).DelimitedBy(Parse.Char(',').Token()).Optional()
        from end in Parse.Char(close).Token()
        select items.GetOrElse([]).ToImmutableArray();
}
