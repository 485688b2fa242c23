namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Whether statistics and workouts of the restored tables belong together.</summary>
internal static class Verification
{
    public static RestoreStep Of(RestoreRequest request) => new(
        "Verify what was restored",
        [
            request.Tables.Count == request.All.Count
                ? "For the users that were hit, which you write into users.txt, one a line, and twenty others. Statistics and workouts must agree."
                : "Only one table is restored: the differences are what it and the other one, which is in service, don't share. The users that were hit are in users.txt, which you write, one a line.",
            "The same second is not the same instant: a write of that second may be in one table alone. With --mend the restored statistics follow the restored workouts.",
        ],
        """
        touch users.txt
        aws dynamodb scan --table-name "$restored_logs" --projection-expression userId --max-items 2000 --output json |
          jq -r '.Items[].userId.S' | sort -u | shuf -n 20 | sort -u - users.txt >sample.txt
        while read -r user; do
          ./workout repair --user "$user" --stack "$stack" --aws --logs-table "$restored_logs" --stats-table "$restored_stats" --no-metric </dev/null
        done <sample.txt
        """);

    public static RestoreStep InService() => new(
        "Verify what is in service",
        ["Every user of sample.txt must come out right, from the API's own tables. The alarm statistics-drift learns of it too."],
        """
        while read -r user; do ./workout repair --user "$user" --stack "$stack" --aws </dev/null; done <sample.txt
        """);
}
