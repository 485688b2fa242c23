using WorkoutLog.Local.Soak.Verification;

namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Creates a user with a workout, a moved one and their pointers, then erases that user.</summary>
internal sealed class EraseOperation(CreateOperation create, EditOperation edit, SoakContents contents, WorkoutLedger ledger, RunTables tables)
{
    public async Task RunAsync(string userId, CancellationToken cancellation)
    {
        await create.CreateAsync(contents.Workout(userId), known: null, cancellation);
        await create.CreateAsync(contents.Workout(userId, externalId: "own"), known: null, cancellation);
        var records = ledger.Records.Where(record => record.Sent.UserId == userId && record.Id is not null).ToArray();
        foreach (var record in records)
        {
            await edit.RunAsync(record, contents.Content("move", timestamp: null), version: null, cancellation);
            record.TryDeletion();
        }

        await tables.Erasure().EraseAsync(userId, _ => { }, tables.Scope());
        foreach (var record in records)
        {
            ledger.Report(record.AcknowledgeAbsence());
        }
    }
}
