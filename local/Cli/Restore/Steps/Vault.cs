namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Restores from the stack's vault of AWS Backup.</summary>
internal static class Vault
{
    public static IEnumerable<RestoreStep> Of(RestoreRequest request)
    {
        yield return new RestoreStep(
            "Say whether a table is gone",
            [
                "A table that is gone is restored under its own name. Then Pulumi's state is right again as it is, and way B needs no edit of the state.",
                "Only for a table that is gone. DynamoDB keeps a copy of its last moment for 35 days where point-in-time recovery was on: aws dynamodb list-backups --backup-type SYSTEM, aws dynamodb restore-table-from-backup.",
            ],
            Shell.Lines(request.Tables.Select(table =>
                $"aws dynamodb describe-table --table-name {Shell.Live(table.Name)} --query Table.TableStatus --output text || restored_{table.Name}=${table.Name}")));
        yield return new RestoreStep(
            "Restore the newest backup before the second",
            [
                "A backup is made once a day, and those of two tables are not of the same moment: the statistics must be mended afterwards.",
                "The stack's own role may only back up; AWSBackupDefaultServiceRole is the role that AWS Backup makes for restores. It needs kms:CreateGrant, Decrypt, GenerateDataKey and DescribeKey on a customer key.",
            ],
            Shell.Lines(
            [
                "role=$(aws iam get-role --role-name AWSBackupDefaultServiceRole --query Role.Arn --output text)",
                """
                restore_newest() { # <table> <new name>
                  local point metadata job status=PENDING
                  point=$(aws backup list-recovery-points-by-resource --resource-arn "arn:aws:dynamodb:$AWS_REGION:$account:table/$1" --output json |
                    jq -ec --arg at "${at%Z}" '[.RecoveryPoints[] | select(.Status == "COMPLETED" and .CreationDate[0:19] <= $at)] | max_by(.CreationDate)') ||
                    { echo "$1 has no backup before $at" >&2; return 1; }
                  echo "$1: backup of $(jq -r .CreationDate <<<"$point")"
                  metadata=$(aws backup get-recovery-point-restore-metadata --output json --backup-vault-name "$(jq -r .BackupVaultName <<<"$point")" \
                    --recovery-point-arn "$(jq -r .RecoveryPointArn <<<"$point")" | jq -c --arg name "$2" '.RestoreMetadata | .targetTableName = $name')
                  job=$(aws backup start-restore-job --recovery-point-arn "$(jq -r .RecoveryPointArn <<<"$point")" --iam-role-arn "$role" \
                    --resource-type DynamoDB --metadata "$metadata" --query RestoreJobId --output text)
                  while [[ $status == PENDING || $status == RUNNING ]]; do
                    sleep 20
                    status=$(aws backup describe-restore-job --restore-job-id "$job" --query Status --output text)
                  done
                  echo "$2: $status"
                  [[ $status == COMPLETED ]]
                }
                """,
                .. request.Tables.Select(table => $"restore_newest {Shell.Live(table.Name)} {Shell.Restored(table.Name)}"),
                .. request.Tables.Where(table => table.HasCustomerKey).Select(table =>
                    $"aws dynamodb update-table --table-name {Shell.Restored(table.Name)} --sse-specification \"Enabled=true,SSEType=KMS,KMSMasterKeyId=$key\"\n{Waiting.ForTable(table)}"),
            ]));
    }
}
