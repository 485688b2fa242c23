namespace WorkoutLog.Infra.Tests.Settings;

public class CertificateLayerTests
{
    private const string Layer = "arn:aws:lambda:us-east-1:123456789012:layer:authorities:3";

    [Fact]
    public void A_layer_is_a_version_of_one_in_the_stacks_region() =>
        Assert.Equal(Layer, Configuration.Accept(("certificateLayer", Layer)).CertificateLayer);

    [Theory]
    [InlineData("authorities")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:layer:authorities")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:layer:authorities:0")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:authorities:3")]
    public void Anything_else_is_refused(string text) =>
        Assert.Equal(
            Configuration.Error(
                "certificateLayer",
                text,
                "empty, or the ARN of a version of a Lambda layer in the stack's region",
                "set p:certificateLayer arn:aws:lambda:us-east-1:123456789012:layer:certificates:1"),
            Configuration.Refuse(("certificateLayer", text)));

    [Fact]
    public void A_layer_of_another_region_is_refused_and_both_regions_are_named()
    {
        var foreign = Layer.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal);

        Assert.Equal(
            Configuration.Error(
                "certificateLayer", foreign, "a layer in us-east-1, the region of the stack; this one is in eu-west-1", "set p:certificateLayer ''"),
            Configuration.Refuse(("certificateLayer", foreign)));
    }
}
