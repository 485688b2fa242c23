using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Maps type names of other applications to types of the API.</summary>
public sealed class WorkoutTypeMapTests
{
    private static readonly string[] _usual = [.. SettingsValidator.Validate(StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev").SettingTexts()).Settings!.Workouts.SupportedTypes];

    [Fact]
    public void The_table_has_each_usual_type_and_no_name_twice()
    {
        Assert.Equal(_usual.Order(), WorkoutTypeMap.Table.Select(row => row.Type).Order());
        Assert.All(WorkoutTypeMap.Table.SelectMany(row => row.Words.Select(word => (word, row.Type))), pair => Assert.Equal(pair.Type, new WorkoutTypeMap(_usual, []).Find([pair.word])));
    }

    [Fact]
    public void The_documentation_has_the_table() => CommittedFile.HoldsSection("docs/import.md", "types", string.Join('\n',
        WorkoutTypeMap.Table.Select(row => $"| `{row.Type}` | {string.Join(", ", row.Words)} |").Prepend("| --- | --- |").Prepend("| type | words of other applications |")));

    [Theory, Cases]
    public void The_most_specific_known_name_decides(string type, params string[] words) => Assert.Equal(type, new WorkoutTypeMap(_usual, []).Find([.. words]));

    [Fact]
    public void Mappings_precede_the_types_of_the_stack_and_these_the_table()
    {
        var map = new WorkoutTypeMap(["RUN", "TRAIL_RUN", "OTHER"], [new("trail run", "RUN"), new(WorkoutTypeMap.Anything, "OTHER")]);

        Assert.Equal(["RUN", "RUN", "OTHER", "OTHER"], [map.Find(["Trail-Run"]), map.Find(["Running"]), map.Find(["Yoga"]), map.Find([""])]);
        Assert.Equal("TRAIL_RUN", new WorkoutTypeMap(["RUN", "TRAIL_RUN"], []).Find(["Trail Run"]));
    }

    [Theory, Cases]
    public void An_unknown_type_is_refused_with_a_fix(string word, string fix)
    {
        var refused = Assert.Throws<UnreadableException>(() => new WorkoutTypeMap(["RUN", "HIIT"], []).Find([word]));

        Assert.EndsWith(fix, refused.Message, StringComparison.Ordinal);
    }
}
