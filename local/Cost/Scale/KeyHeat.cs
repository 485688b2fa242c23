using System.Runtime.InteropServices;

namespace WorkoutLog.Local.Scale;

/// <summary>Counts logs by key and by partition of one design, second by second.</summary>
internal sealed class KeyHeat(KeyDesign design, int partitions, ulong seed)
{
    private readonly Dictionary<ulong, int> _keysOfSecond = [];
    private readonly Dictionary<ulong, int> _keysOfMinute = [];
    private readonly int[] _partitionsOfSecond = new int[partitions];
    private readonly long[] _partitionsOfMinute = new long[partitions];
    private int _hottestKeyOfSecond;
    private int _hottestPartitionOfSecond;

    /// <summary>Logs on all partitions.</summary>
    public long Logs => _partitionsOfMinute.Sum();

    public void Count(long rank, int type)
    {
        var key = design.Parts switch
        {
            KeyParts.User => (ulong)rank,
            KeyParts.UserAndType => ((ulong)rank << 8) | (uint)type,
            KeyParts.Type => (uint)type,
            _ => 0UL,
        };
        // By the hash of the key, as in DynamoDB.
        var partition = (int)(SplitMix.Mix(key ^ SplitMix.Mix(seed)) % (uint)partitions);
        Raise(_keysOfSecond, key);
        Raise(_keysOfMinute, key);
        _partitionsOfSecond[partition]++;
        _partitionsOfMinute[partition]++;
    }

    public void EndSecond()
    {
        _hottestKeyOfSecond = Math.Max(_hottestKeyOfSecond, _keysOfSecond.Values.DefaultIfEmpty().Max());
        _hottestPartitionOfSecond = Math.Max(_hottestPartitionOfSecond, _partitionsOfSecond.Max());
        _keysOfSecond.Clear();
        Array.Clear(_partitionsOfSecond);
    }

    public DesignHeat Result(int seconds) => new(
        design, partitions, Share(_hottestKeyOfSecond), Share((double)_keysOfMinute.Values.DefaultIfEmpty().Max() / seconds),
        Share(_hottestPartitionOfSecond), Share((double)_partitionsOfMinute.Max() / seconds));

    private double Share(double logsPerSecond) => logsPerSecond * design.UnitsPerLog / KeyDesign.PartitionLimit;

    private static void Raise(Dictionary<ulong, int> counts, ulong key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}

/// <summary>The load of a design on its hottest key and partition, as shares of a partition's limit: 1 is the limit.</summary>
internal sealed record DesignHeat(KeyDesign Design, int Partitions, double KeySecond, double KeyMinute, double PartitionSecond, double PartitionMinute);
