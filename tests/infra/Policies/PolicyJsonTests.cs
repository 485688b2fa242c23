using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Tests.Policies;

public class PolicyJsonTests
{
    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["a:Get"],"Resource":["*"]}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":"*"},"NotAction":["a:Get"],"NotResource":["*"]}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["1","2"],"Service":"s"},"Action":["a:Get"],"Condition":{"Bool":{"b":["true"]},"StringEquals":{"a":["1","2"],"c":["3"]}}}]}""")]
    public void Writes_what_it_read(string policy) => Assert.Equal(policy, PolicyJson.Read(policy).ToJson());

    [Fact]
    public void Orders_conditions_by_operator_and_key_so_that_no_preview_shows_a_change()
    {
        var statement = new PolicyStatement
        {
            Action = ["a:Get"],
            Condition = [PolicyCondition.Equal("b", "1"), PolicyCondition.Equal("a", "1"), PolicyCondition.Is("c", true)],
        };

        Assert.EndsWith(
            """ "Condition":{"Bool":{"c":["true"]},"StringEquals":{"a":["1"],"b":["1"]}}}]}""".TrimStart(), PolicyDocument.Of(statement).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"a:Get","Resource":"*","Extra":1}]}""", "'Extra' is not valid in a statement.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Team":"x"},"Action":"a:Get"}]}""", "'Team' is not valid in 'Principal'.")]
    [InlineData("""{"Statement":[{"Action":"a:Get","Resource":"*"}]}""", "The effect 'none' is neither 'Allow' nor 'Deny'.")]
    [InlineData("""{"Statement":"all"}""", "A statement must be an object.")]
    public void Rejects_invalid_policies(string text, string reason) => Assert.Equal(reason, Assert.Throws<FormatException>(() => PolicyJson.Read(text)).Message);
}
