using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner;

public sealed class ResourceTypesTests
{
    [Fact]
    public void Stops_at_a_type_that_it_does_not_know()
    {
        var graph = SampleGraph.With(SampleGraph.Table(), SampleGraph.Resource("aws:s3/bucket:Bucket", "exports", []));

        var error = Assert.Throws<UserErrorException>(() => ResourceTypes.CheckAll(graph));

        Assert.Equal(
            "Resource 'exports' is of type aws:s3/bucket:Bucket, which a local run does not know. "
            + "Emulate the type, or name it as not emulated, in local/Runner/ResourceTypes.cs.",
            error.Message);
    }

    [Fact]
    public void Names_each_type_that_has_no_effect_once()
    {
        var graph = SampleGraph.With(
            SampleGraph.Resource("aws:cloudwatch/logGroup:LogGroup", "one", []),
            SampleGraph.Resource("aws:cloudwatch/logGroup:LogGroup", "two", []),
            SampleGraph.Table());

        Assert.Equal(["aws:cloudwatch/logGroup:LogGroup (2): logs go to standard error and are not kept"], ResourceTypes.CheckAll(graph).AsEnumerable());
    }

    [Fact]
    public void Takes_components_for_what_they_are()
    {
        var component = SampleGraph.Resource("workoutlog:index:WorkoutTable", "logs", []) with { Component = true };

        Assert.Empty(ResourceTypes.CheckAll(SampleGraph.With(component)));
    }
}
