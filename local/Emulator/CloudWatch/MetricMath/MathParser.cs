using System.Collections.Immutable;
using System.Globalization;
using Sprache;

namespace WorkoutLog.Local.CloudWatch.MetricMath;

/// <summary>Reads metric math. Operators bind as in arithmetic; <c>AND</c> binds closer than <c>OR</c>.</summary>
internal static class MathParser
{
    private static readonly Parser<MathExpression> _number =
        from digits in Parse.Regex(@"(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?").Token()
        select (MathExpression)new MathExpression.Number(double.Parse(digits, CultureInfo.InvariantCulture));

    private static readonly Parser<MathExpression> _text =
        from quote in Parse.Chars('"', '\'')
        from text in Parse.CharExcept(quote).Many().Text()
        from end in Parse.Char(quote).Token()
        select (MathExpression)new MathExpression.Text(text);

    private static readonly Parser<string> _identifier = Parse.Regex("[A-Za-z_][A-Za-z0-9_]*").Token();

    private static readonly Parser<MathExpression> _nameOrCall =
        from name in _identifier
        from arguments in Items('(', ')').Optional()
        select arguments.IsDefined ? new MathExpression.FunctionCall(name.ToUpperInvariant(), arguments.Get()) : (MathExpression)new MathExpression.Name(name);

    private static readonly Parser<MathExpression> _list =
        from items in Items('[', ']')
        select (MathExpression)new MathExpression.List(items);

    private static readonly Parser<MathExpression> _group =
        from open in Parse.Char('(').Token()
        from inner in Parse.Ref(() => _or!)
        from close in Parse.Char(')').Token()
        select inner;

    private static readonly Parser<MathExpression> _primary = _number.Or(_text).Or(_group).Or(_list).Or(_nameOrCall);

    private static readonly Parser<MathExpression> _unary =
        (from minus in Parse.Char('-').Token()
         from operand in Parse.Ref(() => _unary!)
         select (MathExpression)new MathExpression.Negation(operand)).Or(_primary);

    private static readonly Parser<MathExpression> _power = Chain(_unary, "^");
    private static readonly Parser<MathExpression> _product = Chain(_power, "*", "/");
    private static readonly Parser<MathExpression> _sum = Chain(_product, "+", "-");
    private static readonly Parser<MathExpression> _comparison = Chain(_sum, "==", "!=", "<=", ">=", "<", ">");
    private static readonly Parser<MathExpression> _and = Chain(_comparison, "AND", "&&");
    private static readonly Parser<MathExpression> _or = Chain(_and, "OR", "||");

    /// <exception cref="UserErrorException">The text is no metric math.</exception>
    public static MathExpression Read(string text) =>
        _or.End().TryParse(text) is { WasSuccessful: true } result
            ? result.Value
            : throw new UserErrorException($"'{text}' is no metric math that a local run can read: {_or.End().TryParse(text).Message}");

    private static Parser<MathExpression> Chain(Parser<MathExpression> operand, params string[] operators) =>
        Parse.ChainOperator(operators.Select(Operator).Aggregate((one, other) => one.Or(other)), operand, (sign, left, right) => new MathExpression.Operation(sign, left, right));

    private static Parser<string> Operator(string sign) => (char.IsLetter(sign[0])
        ? from word in Parse.IgnoreCase(sign).Text()
          from end in Parse.Not(Parse.LetterOrDigit.Or(Parse.Char('_')))
          select sign
        : from symbol in Parse.String(sign).Text()
          select sign switch { "&&" => "AND", "||" => "OR", _ => sign }).Token();

    private static Parser<ImmutableArray<MathExpression>> Items(char open, char close) =>
        from start in Parse.Char(open).Token()
        from items in Parse.Ref(() => _or!).DelimitedBy(Parse.Char(',').Token()).Optional()
        from end in Parse.Char(close).Token()
        select items.GetOrElse([]).ToImmutableArray();
}
