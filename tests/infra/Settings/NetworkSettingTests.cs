namespace WorkoutLog.Infra.Tests.Settings;

public class NetworkSettingTests
{
    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.0/24")]
    [InlineData("203.0.113.7/32", "203.0.113.7/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("2001:0DB8:0:0::/64", "2001:db8::/64")]
    public void Takes_a_network_and_spells_it_canonically(string text, string network) =>
        Assert.Equal([network], Configuration.Accept(("allowedNetworks", $"""["{text}"]""")).Api.AllowedNetworks.AsEnumerable());

    [Theory]
    [InlineData("203.0.113.5/24", "203.0.113.0/24")]
    [InlineData("10.1.2.3/0", "0.0.0.0/0")]
    [InlineData("2001:db8::1/32", "2001:db8::/32")]
    public void Refuses_host_bits_and_names_the_network(string text, string network) =>
        Assert.Equal(
            Configuration.Error(
                "allowedNetworks[0]",
                text,
                $"a network without host bits; this address is in {network}",
                $"set --path 'p:allowedNetworks[0]' {network}"),
            Configuration.Refuse(("allowedNetworks", $"""["{text}"]""")));

    [Theory]
    [InlineData("203.0.113.0")]
    [InlineData("203.0.113.0/33")]
    [InlineData("203.0.113.0/024")]
    [InlineData("203.0.113.0/255.255.255.0")]
    [InlineData("10.1/16")]
    [InlineData("010.0.0.0/8")]
    [InlineData("2001:db8::/129")]
    [InlineData("fe80::%1/64")]
    [InlineData("example.com/24")]
    [InlineData("")]
    public void Refuses_what_is_no_network(string text) =>
        Assert.Equal(
            Configuration.Error(
                "allowedNetworks[0]",
                text,
                "an IPv4 or IPv6 network in CIDR form, such as 203.0.113.0/24 or 2001:db8::/32",
                "set --path 'p:allowedNetworks[0]' 203.0.113.0/24"),
            Configuration.Refuse(("allowedNetworks", $"""["{text}"]""")));
}
