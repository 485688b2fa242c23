using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

public class SettingsValidatorTests
{
    [Fact]
    public void Without_a_value_each_setting_has_its_default()
    {
        var settings = Accept();

        Assert.IsType<TableCapacity.OnDemand>(settings.Capacity);
        Assert.Equal(new FunctionSettings(256, TimeSpan.FromSeconds(10), 14), settings.Functions);
        Assert.Equal(1440, settings.Workouts.MaxDurationMinutes);
        Assert.Equal(["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"], settings.Workouts.SupportedTypes.AsEnumerable());
    }

    [Fact]
    public void Autoscaled_capacity_takes_its_bounds_and_its_target()
    {
        var settings = Accept(("capacity", "autoscaled"), ("capacityMin", "5"), ("capacityMax", "500"), ("capacityTargetPercent", "60"));

        Assert.Equal(new TableCapacity.Autoscaled(5, 500, 60), settings.Capacity);
    }

    [Theory]
    [InlineData("capacityMin", "1")]
    [InlineData("capacityMax", "40000")]
    [InlineData("capacityTargetPercent", "20")]
    [InlineData("capacityTargetPercent", "90")]
    [InlineData("functionLogRetentionDays", "3653")]
    [InlineData("functionMemoryMiB", "128")]
    [InlineData("functionMemoryMiB", "10240")]
    [InlineData("functionTimeoutSeconds", "1")]
    [InlineData("functionTimeoutSeconds", "28")]
    [InlineData("maxDurationMinutes", "1")]
    [InlineData("maxDurationMinutes", "10080")]
    [InlineData("workoutTypes", """["RUN_2"]""")]
    public void Takes_a_value_at_its_bound(string key, string value) => Accept(("capacityMin", "1"), (key, value));

    [Theory]
    [InlineData("capacity", "provisioned", "one of onDemand, autoscaled")]
    [InlineData("capacity", "OnDemand", "one of onDemand, autoscaled")]
    [InlineData("capacityMin", "0", "a whole number from 1 to 40000 (capacity units)")]
    [InlineData("capacityMin", "ten", "a whole number from 1 to 40000 (capacity units)")]
    [InlineData("capacityMax", "40001", "a whole number from 1 to 40000 (capacity units)")]
    [InlineData("capacityTargetPercent", "19", "a whole number from 20 to 90 (percent)")]
    [InlineData("capacityTargetPercent", "91", "a whole number from 20 to 90 (percent)")]
    [InlineData("functionMemoryMiB", "127", "a whole number from 128 to 10240 (MiB)")]
    [InlineData("functionMemoryMiB", "10241", "a whole number from 128 to 10240 (MiB)")]
    [InlineData("functionMemoryMiB", "256.5", "a whole number from 128 to 10240 (MiB)")]
    [InlineData("functionTimeoutSeconds", "0", "a whole number from 1 to 28 (seconds; API Gateway gives up after 29)")]
    [InlineData("functionTimeoutSeconds", "29", "a whole number from 1 to 28 (seconds; API Gateway gives up after 29)")]
    [InlineData("maxDurationMinutes", "", "a whole number from 1 to 10080 (minutes)")]
    [InlineData("workoutTypes", "RUN", "a JSON list of different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter")]
    [InlineData("workoutTypes", "[]", "a JSON list of different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter")]
    [InlineData("workoutTypes", """["RUN","RUN"]""", "a JSON list of different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter")]
    [InlineData("workoutTypes", """["run"]""", "a JSON list of different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter")]
    [InlineData("workoutTypes", """[null]""", "a JSON list of different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter")]
    public void Refuses_a_value_out_of_bounds(string key, string value, string allowed)
    {
        var error = Assert.Single(Refuse((key, value)));

        Assert.Equal((key, value, allowed), (error.Key, error.Received, error.Allowed));
    }

    [Fact]
    public void Refuses_a_retention_that_CloudWatch_does_not_offer()
    {
        var error = Assert.Single(Refuse(("functionLogRetentionDays", "15")));

        Assert.StartsWith("one of 1, 3, 5, 7, 14, 30,", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_lowest_capacity_above_the_highest()
    {
        var error = Assert.Single(Refuse(("capacityMin", "20"), ("capacityMax", "10")));

        Assert.Equal(
            "  p:capacityMax is \"10\"; allowed: a whole number not below capacityMin, which is 20\n    pulumi config set p:capacityMax 20 --stack s",
            error.Describe("p", "s").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Refuses_a_key_that_does_not_exist_and_names_those_that_do()
    {
        var error = Assert.Single(Refuse(("capcity", "onDemand")));

        Assert.StartsWith("no such key; the keys are capacity, capacityMax,", error.Allowed, StringComparison.Ordinal);
        Assert.EndsWith("pulumi config rm p:capcity --stack s", error.Describe("p", "s"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_every_error_at_once()
    {
        var errors = Refuse(("capacityMin", "0"), ("functionMemoryMiB", "1"), ("colour", "red"));

        Assert.Equal(["capacityMin", "colour", "functionMemoryMiB"], errors.Select(error => error.Key).Order());
    }

    [Fact]
    public void The_example_of_each_setting_is_allowed()
    {
        foreach (var setting in SettingKeys.All)
        {
            Accept((setting.Key, setting.Example.Trim('\'')));
        }
    }

    private static StackSettings Accept(params (string Key, string Value)[] values)
    {
        var (settings, errors) = Validate(values);
        Assert.Empty(errors);
        return Assert.IsType<StackSettings>(settings);
    }

    private static IReadOnlyList<SettingError> Refuse(params (string Key, string Value)[] values)
    {
        var (settings, errors) = Validate(values);
        Assert.Null(settings);
        return errors;
    }

    private static (StackSettings? Settings, IReadOnlyList<SettingError> Errors) Validate((string Key, string Value)[] values)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            texts[key] = value;
        }

        return SettingsValidator.Validate(texts);
    }
}
