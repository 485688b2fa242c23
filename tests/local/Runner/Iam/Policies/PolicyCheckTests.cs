using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Tests.Runner.Iam.Policies;

public sealed class PolicyCheckTests
{
    [Fact]
    public void Reads_lists_and_single_texts_alike()
    {
        var one = Read("""{"Effect":"Allow","Action":"a:Get","Resource":"*"}""");
        var list = Read("""[{"Sid":"x","Effect":"Allow","Action":["a:Get"],"Resource":["*"],"Condition":{"Bool":{"aws:SecureTransport":true}}}]""");

        Assert.Equal(["a:Get"], one.Statement[0].Action.AsEnumerable());
        Assert.Equal(["*"], one.Statement[0].Resource.AsEnumerable());
        Assert.Equal(["a:Get"], list.Statement[0].Action.AsEnumerable());
        Assert.Equal(["true"], list.Statement[0].Condition[0].Values.AsEnumerable());
    }

    [Theory]
    [InlineData("\"*\"", "*")]
    [InlineData("""{"AWS":"arn:aws:iam::1:root"}""", "arn:aws:iam::1:root")]
    [InlineData("""{"AWS":["1","2"],"Service":"lambda.amazonaws.com"}""", "1,2,lambda.amazonaws.com")]
    public void Reads_the_principals_of_a_resource_policy(string principal, string expected)
    {
        var policy = new PolicyCheck("it", isResourcePolicy: true, ConditionKeys.OfApi)
            .Read(Document($$"""{"Effect":"Deny","Principal":{{principal}},"Action":"a:Get","Resource":"*"}"""));

        Assert.Equal(expected, string.Join(',', policy.Statement[0].Principal.Select(one => one.Name)));
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","NotAction":"a:Get","Resource":"*"}""", "A local run does not evaluate 'NotAction' in a statement.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","NotResource":"*"}""", "A local run does not evaluate 'NotResource' in a statement.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"*","Extra":1}""", "'Extra' is not valid in a statement.")]
    [InlineData("""{"Effect":"allow","Action":"a:Get","Resource":"*"}""", "The effect 'allow' is neither 'Allow' nor 'Deny'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get"}""", "A statement names no 'Resource'.")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""", "'Action' must be a string or a list of strings.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"execute-api:/v1/*"}""", "'Resource' must be * or an ARN; got 'execute-api:/v1/*'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"arn:${aws:username}"}""", "A local run does not evaluate policy variables: 'arn:${aws:username}'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","NotPrincipal":{"AWS":"*"},"Resource":"*"}""", "A local run does not evaluate 'NotPrincipal' in a statement.")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""", "A statement names no 'Action'.")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"a:Get","Resource":"*"}""", "An identity policy must not have a 'Principal'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"2026-01-01"}}}""", "A local run does not evaluate the condition operator 'DateLessThan'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"*","Condition":{"BoolIfExists":{"aws:SecureTransport":"true"}}}""", "A local run does not evaluate the condition operator 'BoolIfExists'.")]
    [InlineData("""{"Effect":"Deny","Action":"a:Get","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""", "A local run does not know the value of the condition key 'aws:PrincipalOrgID'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"*","Condition":{"StringEquals":{"dynamodb:LeadingKeys":"u"}}}""", "A local run does not know the value of the condition key 'dynamodb:LeadingKeys'.")]
    [InlineData("""{"Effect":"Allow","Action":"a:Get","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"yes"}}}""", "'yes' is not a value for 'Bool'.")]
    public void Refuses_what_it_can_not_evaluate(string statement, string reason) => Refuses(Document(statement), reason);

    [Theory]
    [InlineData("""{"Version":"2008-10-17","Statement":[]}""", "Its version must be '2012-10-17'; got '2008-10-17'.")]
    [InlineData("""{"Statement":[]}""", "Its version must be '2012-10-17'; got 'none'.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[],"Extra":1}""", "'Extra' is not valid in the document.")]
    [InlineData("""{"Version":"2012-10-17"}""", "A statement must be an object.")]
    [InlineData("[]", "The document must be an object.")]
    public void Refuses_a_document_of_another_kind(string document, string reason) => Refuses(document, reason);

    [Fact]
    public void Refuses_a_member_that_is_there_twice() => Assert.StartsWith(
        "The policy of it can't be enforced here. The document is not JSON: ",
        Refusal.Of(() => Read("""{"Effect":"Deny","Effect":"Allow","Action":"a:Get","Resource":"*"}""")), StringComparison.Ordinal);

    [Fact]
    public void Accepts_a_key_that_has_no_value_at_AWS_either() => Assert.Equal("kms:ViaService", Read(
        """{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"kms:ViaService":"dynamodb.us-east-1.amazonaws.com"}}}""").Statement[0].Condition[0].Key);

    private static void Refuses(string document, string reason) =>
        Assert.Equal($"The policy of it can't be enforced here. {reason}", Refusal.Of(() => Reader().Read(document)));

    private static PolicyDocument Read(string statement) => Reader().Read(Document(statement));

    private static PolicyCheck Reader() => new("it", isResourcePolicy: false, ConditionKeys.OfFunctions);

    private static string Document(string statement) => $$"""{"Version":"2012-10-17","Statement":{{statement}}}""";
}
