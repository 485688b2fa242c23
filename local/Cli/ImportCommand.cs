using WorkoutLog.Domain;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Cli.Import;
using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Local.Import;
using WorkoutLog.Local.Import.Files;

namespace WorkoutLog.Local.Cli;

/// <summary><c>import</c>: logs the workouts that other applications have exported.</summary>
internal static class ImportCommand
{
    /// <summary>The folder that the script was called from; it changes to the repository's.</summary>
    private const string CallersFolder = "WORKOUT_FROM";

    private const int ProgressEvery = 250;

    private static readonly CommandText _text = new(
        Purpose.Data, "Logs the workouts in files of Strong, Hevy, Strava, TCX, GPX and FIT",
        new Example("./workout import --user athlete-1 strong.csv --time-zone Europe/Vienna", "shows what would be logged, and what not and why"),
        new Example("./workout import --user athlete-1 strong.csv --time-zone Europe/Vienna --yes", "logs it to ./workout up"),
        new Example("./workout import --user athlete-1 export_1234567 more/run.fit --map Kitesurf=HIIT", "a folder of Strava's export and another file, with a type that the table does not know"),
        new Example("./workout import --user athlete-1 workouts.csv --stack prod --aws --yes", "logs it to the deployed API"))
    {
        Good = "every workout is logged, or would be",
        NotGood = "some rows were skipped; each is listed with the reason",
        Notes = "A second import of the same files logs nothing twice, so an interrupted one is resumed by the same command. docs/import.md says how each format is read.",
    };

    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Files that end in .csv, .tcx, .gpx or .fit, also with .gz, or folders of them", Arity = ArgumentArity.OneOrMore };
        var user = TargetOptions.User("The user whose workouts they are");
        var stack = StackOption.Create();
        var yes = new Option<bool>("--yes") { Description = "Log the workouts; otherwise it is only shown what would be logged" };
        var json = new JsonOption();
        var (reading, target) = (new ReadingOptions(), new ImportTarget());
        var command = new DocumentedCommand("import", _text)
        {
            files, user, stack, yes, reading.Zone, reading.DistanceUnit, reading.Map, json, target.Aws, target.ApiUrl, target.Region,
        };
        target.AddRules(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            var (repository, name, id) = (Repository.Find(Environment.CurrentDirectory), arguments.GetValue(stack)!, arguments.GetValue(user)!);
            var rules = Rules(repository, name);
            var types = reading.Types(arguments, rules.SupportedTypes);
            var (sources, others) = SourceFiles.Find(Environment.GetEnvironmentVariable(CallersFolder) ?? Environment.CurrentDirectory, arguments.GetValue(files)!);
            Say($"Reading {sources.Length:N0} files …");
            var options = reading.Of(arguments);
            var read = await ReadFiles.ReadAsync(sources, options, cancellation);
            var report = new ImportReport(
                name, id, options.Zone.Id, sources.Length - read.Described, read.Described, others, ImportPlan.Of(read.Rows, id, types, rules, TimeProvider.System), Upload: null);
            if (arguments.GetValue(yes))
            {
                var (http, api) = await target.ResolveAsync(arguments, repository, name, cancellation);
                using (http)
                {
                    report = report with { Upload = await UploadAsync(new WorkoutUploader(http, api, Task.Delay), report.Plan.Workouts, cancellation) };
                }
            }

            await Console.Out.WriteLineAsync(arguments.GetValue(json) ? report.ToJson() : report.ToText());
            return report.IsGood ? ExitCode.Good : ExitCode.NotGood;
        });
        return command;
    }

    private static Task<UploadTally> UploadAsync(WorkoutUploader uploader, ImmutableArray<PlannedWorkout> workouts, CancellationToken cancellation) => uploader.UploadAsync(
        workouts,
        tally =>
        {
            if (tally.All % ProgressEvery == 0 || tally.All == workouts.Length)
            {
                Say($"  {tally.All:N0} of {workouts.Length:N0} workouts: {tally.Stored:N0} logged, {tally.Known:N0} known, {tally.Refused.Count:N0} refused");
            }
        },
        cancellation);

    // What an operator changed since the deployment is not in the stack's file; the API, which knows it, has the last word.
    private static WorkoutRules Rules(Repository repository, string stack)
    {
        var (settings, errors) = SettingsValidator.Validate(StackConfiguration.Load(repository, stack).SettingTexts());
        return settings is null
            ? throw new UserErrorException(SettingError.Report("workout-log", stack, errors))
            : new WorkoutRules([.. WorkoutLimit.All.Select(limit => settings.Workouts.Limits[limit])], settings.Workouts.SupportedTypes);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
