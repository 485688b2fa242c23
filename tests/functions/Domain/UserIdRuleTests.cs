using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class UserIdRuleTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("us-east-1:12345678-1234-1234-1234-123456789012")]
    [InlineData("First.Last_2@example.org")]
    public void Accepts_names_UUIDs_and_Cognito_identities(string userId)
    {
        var error = UserIdRule.Check(userId);

        Assert.Null(error);
    }

    [Theory]
    [InlineData("", "required: userId must not be empty.")]
    [InlineData("a#RUN", "invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"a#RUN\".")]
    [InlineData("../x", "invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"../x\".")]
    [InlineData("a\r\nb", "invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"a\\u000D\\u000Ab\".")]
    [InlineData("é", "invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"é\".")]
    public void Refuses_other_characters(string userId, string expected)
    {
        var error = UserIdRule.Check(userId);

        Assert.Equal(expected, $"{error!.Code}: {error.Message}");
    }

    [Fact]
    public void Refuses_the_name_of_another_path()
    {
        Assert.Equal(new FieldError("userId", "reserved", "userId may not be \"batch\", which the API's own paths use."), UserIdRule.Check("batch"));
        Assert.Null(UserIdRule.Check("Batch"));
    }

    [Fact]
    public void Has_at_most_128_characters()
    {
        var fits = UserIdRule.Check(new string('a', 128));
        var tooLong = UserIdRule.Check(new string('a', 129));

        Assert.Null(fits);
        Assert.Equal(new FieldError("userId", "too_long", "userId must have at most 128 characters; received 129."), tooLong);
    }
}
