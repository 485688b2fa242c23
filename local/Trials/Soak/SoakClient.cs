using WorkoutLog.Local.Soak.Verification;

namespace WorkoutLog.Local.Soak;

/// <summary>One client: runs random operations, one at a time.</summary>
/// <param name="readShare">Share of operations that only read, 0 to 1.</param>
internal sealed class SoakClient(RetryingApi api, WorkoutLedger ledger, SoakTally tally, SoakContents contents, RunTables tables, int users, Random random, double readShare)
{
    private const double ReplayShare = 0.15;
    private const double EditShare = 0.30;
    private const double DeleteShare = 0.10;
    private const double SendAgainShare = 0.10;
    private const double EraseShare = 0.02;

    private int _erased;

    private readonly CreateOperation _create = new(api, ledger, tally);
    private readonly EraseOperation _erase = new(new(api, ledger, tally), new(api, ledger, tally), contents, ledger, tables);
    private readonly EditOperation _edit = new(api, ledger, tally);
    private readonly DeleteOperation _delete = new(api, ledger, tally);
    private readonly ReadOperation _read = new(api, ledger, tally);

    public static string UserId(int place) => $"soak-{place}";

    public async Task RunOneAsync(CancellationToken cancellation)
    {
        var userId = UserId(random.Next(users));
        if (readShare > 0 && random.NextDouble() < readShare)
        {
            await _read.RunAsync(userId, random, cancellation);
            tally.CountOperation();
            return;
        }

        var draw = random.NextDouble();
        var workout = ledger.Pick(userId, random, alsoGone: draw < ReplayShare + SendAgainShare);
        int? version = random.Next(2) == 0 ? workout?.LatestVersion : null;
        await ((workout, draw) switch
        {
            (_, >= 1 - EraseShare) => _erase.RunAsync($"{userId}-erased-by-{contents.Source}-{++_erased}", cancellation),
            (null, _) => _create.CreateAsync(contents.Workout(userId), known: null, cancellation),
            (_, < ReplayShare) => _create.ReplayAsync(workout, cancellation),
            ({ Sent.ExternalId: { } externalId }, < ReplayShare + SendAgainShare) => _create.CreateAsync(contents.Workout(userId, externalId), workout, cancellation),
            (_, < ReplayShare + SendAgainShare + EditShare) => _edit.RunAsync(
                workout, contents.Content("edit", random.Next(2) == 0 ? workout.LatestTimestamp : null), version, cancellation),
            (_, < ReplayShare + SendAgainShare + EditShare + DeleteShare) => _delete.RunAsync(workout, version, cancellation),
            _ => _create.CreateAsync(contents.Workout(userId), known: null, cancellation),
        });
        tally.CountOperation();
    }
}
