using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>Measurements of the functions by the bench: the content of <c>measured.json</c>.</summary>
/// <param name="Machine">With the date.</param>
/// <param name="StartMilliseconds">From the start of a process to its first response.</param>
/// <param name="WriteCpuMilliseconds">Of a warm <c>POST /workouts</c>.</param>
/// <param name="ReadCpuMilliseconds">Of a warm <c>GET /stats/{userId}</c>; also used for a page of a list.</param>
/// <param name="PeakMiB">The most resident memory of either function.</param>
internal sealed record MeasuredFunctions(
    string Machine, double StartMilliseconds, double WriteCpuMilliseconds, double ReadCpuMilliseconds, double PeakMiB)
{
    /// <summary>From the repository's root.</summary>
    public const string Path = "local/Graph/Load/measured.json";

    /// <summary>The command that measures them.</summary>
    public const string Command = "./workout bench comparison";

    private const string Resource = "WorkoutLog.Local.Graph.Load.measured.json";

    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static MeasuredFunctions Latest { get; } = Load();

    [JsonIgnore]
    public InvocationTime Write => new(WriteCpuMilliseconds, Assumptions.DynamoDbMillisecondsOfWrite, StartMilliseconds);

    [JsonIgnore]
    public InvocationTime Read => new(ReadCpuMilliseconds, Assumptions.DynamoDbMillisecondsOfRead, StartMilliseconds);

    public string ToJson() => JsonSerializer.Serialize(this, _form) + "\n";

    private static MeasuredFunctions Load()
    {
        using var stream = typeof(MeasuredFunctions).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<MeasuredFunctions>(stream, _form)!;
    }
}

/// <summary>How long an invocation of a warm function takes.</summary>
/// <param name="CpuMilliseconds">On a whole core.</param>
/// <param name="WaitMilliseconds">For DynamoDB.</param>
/// <param name="StartMilliseconds">Added by a cold start.</param>
internal sealed record InvocationTime(double CpuMilliseconds, double WaitMilliseconds, double StartMilliseconds)
{
    /// <summary>At this much memory Lambda gives a whole core (AWS Lambda developer guide, "Configure Lambda function memory").</summary>
    public const double MiBOfACore = 1_769;

    /// <summary>
    /// The upper bound: as if the function had its share of a core at every instant. Lambda grants the share in time slices,
    /// and a request that needs less CPU than its slice does not wait for the next one.
    /// </summary>
    public double Milliseconds(int memoryMiB) => WaitMilliseconds + (CpuMilliseconds / ShareOfACore(memoryMiB));

    /// <summary>Billed on average: whole milliseconds, plus a share of cold starts.</summary>
    public double Billed(int memoryMiB) => Math.Ceiling(Milliseconds(memoryMiB)) + (Assumptions.StartsPerRequest * StartMilliseconds);

    /// <summary>At most 1, all that a single thread can use.</summary>
    public static double ShareOfACore(int memoryMiB) => Math.Min(1, memoryMiB / MiBOfACore);
}
