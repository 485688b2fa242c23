using WorkoutLog.Http.Headers;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("!")]
    [InlineData("~")]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("\"quoted\"")]
    public void Accepts_printable_ASCII(string? key)
    {
        Assert.Null(IdempotencyKey.Check("Idempotency-Key", key));
    }

    [Fact]
    public void Accepts_255_characters()
    {
        Assert.Null(IdempotencyKey.Check("Idempotency-Key", new string('k', 255)));
    }

    [Theory]
    [InlineData("", "required: Idempotency-Key must not be empty.")]
    [InlineData(" ", "invalid_characters: Idempotency-Key may hold only printable ASCII characters without blanks; received \" \".")]
    [InlineData("a b", "invalid_characters: Idempotency-Key may hold only printable ASCII characters without blanks; received \"a b\".")]
    [InlineData("a\n", "invalid_characters: Idempotency-Key may hold only printable ASCII characters without blanks; received \"a\\u000A\".")]
    [InlineData("clé", "invalid_characters: Idempotency-Key may hold only printable ASCII characters without blanks; received \"clé\".")]
    [InlineData("\u007f", "invalid_characters: Idempotency-Key may hold only printable ASCII characters without blanks; received \"\\u007F\".")]
    public void Refuses_anything_else(string key, string expected)
    {
        var error = IdempotencyKey.Check("Idempotency-Key", key);

        Assert.Equal(("Idempotency-Key", expected), (error?.Field, $"{error?.Code}: {error?.Message}"));
    }

    [Fact]
    public void Refuses_256_characters_and_does_not_repeat_them()
    {
        var error = IdempotencyKey.Check("idempotencyKey", new string('k', 256));

        Assert.Equal(
            ("idempotencyKey", "too_long", "idempotencyKey must have at most 255 characters; received 256."), (error?.Field, error?.Code, error?.Message));
    }
}
