using WorkoutLog.Domain;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Cli.Aws;
using WorkoutLog.Local.Cli.Import;
using WorkoutLog.Local.Import;
using WorkoutLog.Local.Import.Files;

namespace WorkoutLog.Local.Cli;

/// <summary><c>import</c>: logs workouts exported from other applications.</summary>
internal static class ImportCommand
{
    /// <summary>The folder that the script was called from; the script changes to the repository root.</summary>
    private const string CallersFolder = "WORKOUT_FROM";

    private const int ProgressEvery = 250;

    private static readonly CommandText _text = new(
        Purpose.Data, "Imports workouts from Strong, Hevy, Strava, TCX, GPX and FIT files",
        new Example("./workout import --user athlete-1 strong.csv --time-zone Europe/Vienna", "dry run: shows the workouts to log, and the skipped rows with the reason"),
        new Example("./workout import --user athlete-1 strong.csv --time-zone Europe/Vienna --yes", "logs the workouts to the running ./workout up"),
        new Example("./workout import --user athlete-1 export_1234567 more/run.fit --map Kitesurf=HIIT", "a Strava export folder and another file, with an unknown type"),
        new Example("./workout import --user athlete-1 workouts.csv --stack prod --aws --yes", "logs the workouts to the deployed API"))
    {
        Success = "every workout is logged, or would be",
        Failure = "some rows were skipped; each is listed with the reason",
        Notes = "Importing the same files again logs nothing twice. To resume an interrupted import, run the same command again. docs/import.md describes each format.",
    };

    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Files with the extension .csv, .tcx, .gpx or .fit, optionally with .gz, or folders of such files", Arity = ArgumentArity.OneOrMore };
        var user = TargetOptions.User("User who owns the workouts");
        var stack = StackOption.Create();
        var yes = new Option<bool>("--yes") { Description = "Log the workouts; without it the command is a dry run" };
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
            return report.IsGood ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static Task<UploadTally> UploadAsync(WorkoutUploader uploader, ImmutableArray<PlannedWorkout> workouts, CancellationToken cancellation) => uploader.UploadAsync(
        workouts,
        tally =>
        {
            if (tally.All % ProgressEvery == 0 || tally.All == workouts.Length)
            {
                Say($"  {tally.All:N0} of {workouts.Length:N0} workouts: {tally.Stored:N0} logged, {tally.Known:N0} already logged, {tally.Refused.Count:N0} rejected");
            }
        },
        cancellation);

    // An operator may have changed limits since the deployment, which the stack's file does not show. The API validates again.
    private static WorkoutRules Rules(Repository repository, string stack)
    {
        var (settings, errors) = SettingsValidator.Validate(StackConfiguration.Load(repository, stack).SettingTexts());
        return settings is null
            ? throw new UserErrorException(SettingError.Report("workout-log", stack, errors))
            : new WorkoutRules([.. WorkoutLimit.All.Select(limit => settings.Workouts.Limits[limit])], settings.Workouts.SupportedTypes);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
