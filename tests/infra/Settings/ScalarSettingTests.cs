namespace WorkoutLog.Infra.Tests.Settings;

public class ScalarSettingTests
{
    public static readonly TheoryData<string, int, int, string, string> WholeNumbers = new()
    {
        { "capacityMin", 1, 40_000, "capacity units", "10" },
        { "capacityMax", 1, 40_000, "capacity units", "50" },
        { "capacityTargetPercent", 20, 90, "percent", "70" },
        { "indexCapacityMin", 1, 40_000, "capacity units", "10" },
        { "indexCapacityMax", 1, 40_000, "capacity units", "50" },
        { "indexCapacityTargetPercent", 20, 90, "percent", "70" },
        { "processWorkoutMemoryMiB", 128, 10_240, "MiB", "256" },
        { "queryWorkoutsMemoryMiB", 128, 10_240, "MiB", "256" },
        { "processWorkoutTimeoutSeconds", 1, 28, "seconds", "10" },
        { "queryWorkoutsTimeoutSeconds", 1, 28, "seconds", "10" },
        { "processWorkoutCanaryPercent", 0, 99, "percent", "0" },
        { "queryWorkoutsCanaryPercent", 0, 99, "percent", "0" },
        { "throttleBurst", 1, 5_000, "requests", "200" },
        { "maxDurationMinutes", 1, 10_080, "minutes", "1440" },
    };

    [Theory]
    [MemberData(nameof(WholeNumbers))]
    public void A_whole_number_has_bounds(string key, int min, int max, string unit, string example)
    {
        Configuration.Accept(Around(key, $"{min}"));
        Configuration.Accept(Around(key, $"{max}"));

        foreach (var text in new[] { $"{min - 1}", "", "ten", "12.5", " 12", "99999999999" })
        {
            Assert.Equal(
                Configuration.Error(key, text, $"a whole number from {min} to {max} ({unit})", $"set p:{key} {example}"),
                Configuration.Refuse(Around(key, text)));
        }
    }

    [Theory]
    [MemberData(nameof(WholeNumbers))]
    public void A_whole_number_above_its_bound_is_refused(string key, int min, int max, string unit, string example) =>
        Assert.StartsWith(
            $"  p:{key} is \"{max + 1}\"; allowed: a whole number from {min} to {max} ({unit})",
            Configuration.Refuse(Around(key, $"{max + 1}")).Replace($"set p:{key} {example}", "", StringComparison.Ordinal),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("processWorkoutTimeoutSeconds", "29")]
    [InlineData("queryWorkoutsTimeoutSeconds", "120")]
    [InlineData("processWorkoutTimeoutSeconds", "900")]
    public void A_timeout_that_only_Lambda_would_take_is_told_why(string key, string text) =>
        Assert.Equal(
            Configuration.Error(
                key,
                text,
                $"a whole number from 1 to 28 (seconds); Lambda would take {text}, but API Gateway gives up after 29 and the answer would reach nobody",
                $"set p:{key} 10"),
            Configuration.Refuse((key, text)));

    [Theory]
    [InlineData("901")]
    [InlineData("0")]
    public void A_timeout_that_not_even_Lambda_would_take_is_just_refused(string text) =>
        Assert.Equal(
            Configuration.Error(
                "queryWorkoutsTimeoutSeconds",
                text,
                "a whole number from 1 to 28 (seconds)",
                "set p:queryWorkoutsTimeoutSeconds 10"),
            Configuration.Refuse(("queryWorkoutsTimeoutSeconds", text)));

    [Theory]
    [InlineData("processWorkoutReservedConcurrency")]
    [InlineData("queryWorkoutsReservedConcurrency")]
    public void Reserved_concurrency_is_a_whole_number_or_the_word_for_none(string key)
    {
        Configuration.Accept((key, "1"));
        Configuration.Accept((key, "1000"));
        Configuration.Accept((key, "unreserved"));

        foreach (var text in new[] { "0", "1001", "none", "" })
        {
            Assert.Equal(
                Configuration.Error(
                    key,
                    text,
                    "a whole number from 1 to 1000 (requests at once), or unreserved",
                    $"set p:{key} unreserved"),
                Configuration.Refuse((key, text)));
        }
    }

    [Fact]
    public void The_throttle_rate_may_have_a_fraction()
    {
        Assert.Equal(0.5, Configuration.Accept(("throttleRate", "0.5")).Api.ThrottleRate);
        Assert.Equal(10_000, Configuration.Accept(("throttleRate", "10000")).Api.ThrottleRate);

        foreach (var text in new[] { "0", "10000.5", "-1", "1e3", "NaN", "Infinity", "fast" })
        {
            Assert.Equal(
                Configuration.Error("throttleRate", text, "a number above 0, up to 10000 (requests a second)", "set p:throttleRate 100"),
                Configuration.Refuse(("throttleRate", text)));
        }
    }

    [Theory]
    [InlineData("functionLogRetentionDays", "14")]
    [InlineData("apiLogRetentionDays", "30")]
    public void Retention_is_a_period_that_CloudWatch_offers(string key, string example)
    {
        const string Periods = "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653";
        Assert.All(Periods.Split(", "), days => Configuration.Accept((key, days)));

        foreach (var text in new[] { "0", "15", "-1", "3654", "forever" })
        {
            Assert.Equal(
                Configuration.Error(key, text, $"one of {Periods} (days)", $"set p:{key} {example}"),
                Configuration.Refuse((key, text)));
        }
    }

    [Theory]
    [InlineData("capacity", "onDemand, autoscaled", "onDemand")]
    [InlineData("encryption", "awsOwned, customerKey", "customerKey")]
    [InlineData("packaging", "aot, managed", "aot")]
    [InlineData("architecture", "x86_64, arm64", "x86_64")]
    [InlineData("logLevel", "debug, info, warn, error", "info")]
    public void A_choice_is_one_of_its_words_exactly(string key, string words, string example)
    {
        Assert.All(words.Split(", "), word => Configuration.Accept((key, word)));

        foreach (var text in new[] { example.ToUpperInvariant(), example + " ", "0", "" })
        {
            Assert.Equal(
                Configuration.Error(key, text, $"one of {words}", $"set p:{key} {example}"),
                Configuration.Refuse((key, text)));
        }
    }

    [Theory]
    [InlineData("production", "false")]
    [InlineData("pointInTimeRecovery", "true")]
    [InlineData("deletionProtection", "true")]
    [InlineData("backups", "true")]
    [InlineData("firewall", "true")]
    [InlineData("apiLogEveryExecution", "false")]
    [InlineData("apiManageAccountLogging", "true")]
    [InlineData("tracing", "true")]
    [InlineData("dashboard", "true")]
    public void A_switch_is_true_or_false(string key, string example)
    {
        Configuration.Accept((key, "false"));
        Configuration.Accept((key, "true"), ("alarmEmails", """["oncall@example.com"]"""));

        foreach (var text in new[] { "True", "yes", "1", "" })
        {
            Assert.Equal(
                Configuration.Error(key, text, "true or false", $"set p:{key} {example}"),
                Configuration.Refuse((key, text)));
        }
    }

    [Fact]
    public void A_cost_centre_is_the_value_of_a_tag()
    {
        Configuration.Accept(("costCentre", new string('x', 256)));
        Assert.Equal("Équipe 12/run: a=b", Configuration.Accept(("costCentre", "Équipe 12/run: a=b")).CostCentre);

        foreach (var text in new[] { "", new string('x', 257), "a;b", "a\n" })
        {
            Assert.Equal(
                Configuration.Error(
                    "costCentre",
                    text,
                    "1 to 256 characters: letters, digits, spaces and _ . : / = + - @",
                    "set p:costCentre workout-log"),
                Configuration.Refuse(("costCentre", text)));
        }
    }

    /// <summary>The key with bounds around it that do not collide with any value of a bound.</summary>
    private static (string Key, string Text)[] Around(string key, string text) =>
    [
        ("capacityMin", "1"), ("capacityMax", "40000"), ("indexCapacityMin", "1"), ("indexCapacityMax", "40000"),
        ("processWorkoutStableVersion", "7"), ("queryWorkoutsStableVersion", "7"),
        (key, text),
    ];
}
