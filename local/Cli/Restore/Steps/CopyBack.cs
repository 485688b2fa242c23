namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Way A: what is missing is put back into the table that is in service.</summary>
internal static class CopyBack
{
    public static RestoreStep Of() => new(
        "A. Put back what is missing",
        [
            "For the users of users.txt. A row that is there is left alone, whatever it says; the statistics are then made from the workouts.",
            "It can't tell a loss from what a user deleted since: such rows come back too.",
            "A row that is there but damaged: look at both, and put the restored one without the condition.",
            "It takes a second or two for each row: for tens of thousands of rows take way B.",
        ],
        """
        while read -r user; do
          aws dynamodb query --table-name "$restored_logs" --key-condition-expression 'userId = :user' --output json \
            --expression-attribute-values "$(jq -nc --arg user "$user" '{":user": {S: $user}}')" </dev/null |
            jq -c '.Items[]' | while read -r item; do
              answer=$(aws dynamodb put-item --table-name "$logs" --item "$item" --condition-expression 'attribute_not_exists(userId)' 2>&1 </dev/null) &&
                echo "$user: put back $(jq -r .workoutTimestamp.S <<<"$item")" || grep ConditionalCheckFailed <<<"$answer" >/dev/null || echo "$user: $answer" >&2
            done
          ./workout repair --user "$user" --stack "$stack" --aws --mend </dev/null
        done <users.txt
        """)
    {
        Way = Way.CopyBack,
    };

    public static RestoreStep CleanUp(RestoreRequest request) => new(
        "A. Delete the scratch tables",
        ["When those who were hit have said that their workouts are there."],
        Shell.Lines(request.Tables.Select(table => Shell.UnlessSame(table.Name, $"aws dynamodb delete-table --table-name {Shell.Restored(table.Name)}"))))
    {
        Way = Way.CopyBack,
    };
}
