using WorkoutLog.Infra.Policies;
using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary><c>infra/bootstrap/bootstrap.yaml</c>, resolved as by CloudFormation, for one stack of one repository.</summary>
internal sealed partial class Template
{
    public const string Path = "infra/bootstrap/bootstrap.yaml";
    public const string Account = "123456789012";
    public const string Region = "us-east-1";
    public const string Repository = "octo@1/workout-log@2";
    public const string Provider = $"arn:aws:iam::{Account}:oidc-provider/token.actions.githubusercontent.com";

    /// <summary>Condition keys for which the tests provide values.</summary>
    public static readonly ImmutableHashSet<string> Keys = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "token.actions.githubusercontent.com:aud", "token.actions.githubusercontent.com:sub", "kms:ViaService",
        "aws:RequestTag/project", "aws:RequestTag/stack", "aws:ResourceTag/project", "aws:ResourceTag/stack", "aws:SecureTransport",
        "aws:PrincipalArn", "iam:AWSServiceName", "iam:PassedToService", "iam:PermissionsBoundary");

    private readonly YamlMappingNode _root;
    private readonly Dictionary<string, string> _values;

    public Template(string stack, string provider = "", bool forReviews = false)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(System.IO.Path.Combine(Local.Repository.Find(AppContext.BaseDirectory).Root, Path))));
        _root = (YamlMappingNode)yaml.Documents.Single().RootNode;
        _values = new Dictionary<string, string>
        {
            ["AWS::AccountId"] = Account,
            ["AWS::Partition"] = "aws",
            ["AWS::Region"] = Region,
            ["Project"] = Parameter("Project", "Default"),
            ["Stack"] = stack,
            ["ForReviews"] = forReviews ? "true" : "false",
            ["Repository"] = Repository,
            ["OidcProvider"] = provider,
        };
    }

    /// <summary>Logical name to the resource, resolved.</summary>
    public JsonObject Resources => Resolve(_root["Resources"])!.AsObject();

    public JsonObject Outputs => Resolve(_root["Outputs"])!.AsObject();

    public string Parameter(string name, string member) => _root["Parameters"][name][member].ToString();

    public JsonObject Properties(string resource) => Resources[resource]!["Properties"]!.AsObject();

    /// <summary>The policy document of a managed policy or of a bucket.</summary>
    public JsonNode Document(string resource) => Properties(resource)["PolicyDocument"]!;

    public PolicyDocument Read(string resource) =>
        new PolicyCheck(resource, isResourcePolicy: resource == "StateBucketPolicy", Keys).Read(Document(resource).ToJsonString());

    /// <summary>Trust policy of a role, adapted to the evaluation, which supports neither federated principals nor policies without resources.</summary>
    public PolicyDocument Trust(string role)
    {
        var document = Properties(role)["AssumeRolePolicyDocument"]!.DeepClone();
        foreach (var statement in document["Statement"]!.AsArray())
        {
            statement!["Principal"] = new JsonObject { ["AWS"] = statement["Principal"]!["Federated"]!.ToString() };
            statement["Resource"] = "*";
        }

        return new PolicyCheck(role, isResourcePolicy: true, Keys).Read(document.ToJsonString());
    }

    /// <summary>The policies of a role.</summary>
    public ImmutableArray<PolicyDocument> PoliciesOf(string role) =>
        [.. Properties(role)["ManagedPolicyArns"]!.AsArray().Select(arn => Read(Resources.Single(resource => ArnOf(resource.Key) == arn!.ToString()).Key))];

    public string ArnOf(string resource)
    {
        var properties = (YamlMappingNode)_root["Resources"][resource]["Properties"];
        string Name(string key) => Resolve(properties[key])!.ToString();
        return _root["Resources"][resource]["Type"].ToString() switch
        {
            "AWS::IAM::ManagedPolicy" => $"arn:aws:iam::{Account}:policy/{Name("ManagedPolicyName")}",
            "AWS::IAM::Role" => $"arn:aws:iam::{Account}:role/{Name("RoleName")}",
            "AWS::IAM::OIDCProvider" => Provider,
            "AWS::KMS::Key" => $"arn:aws:kms:{Region}:{Account}:key/{resource}",
            "AWS::S3::Bucket" => $"arn:aws:s3:::{Name("BucketName")}",
            var other => $"no ARN of {other}",
        };
    }

    private JsonNode? Resolve(YamlNode node) => node switch
    {
        YamlScalarNode { Tag: { IsEmpty: false, Value: "!Ref" } } scalar => Referred(scalar.Value!),
        YamlScalarNode { Tag: { IsEmpty: false, Value: "!GetAtt" } } scalar => Attribute(scalar.Value!),
        YamlScalarNode { Tag: { IsEmpty: false, Value: "!Sub" } } scalar => Variable().Replace(scalar.Value!, match => Attribute(match.Groups["name"].Value)),
        YamlScalarNode scalar => scalar.Value,
        YamlSequenceNode { Tag: { IsEmpty: false, Value: "!Sub" } } text => Variable().Replace(
            text[0].ToString(), match => Resolve(text[1])![match.Groups["name"].Value]?.ToString() ?? Attribute(match.Groups["name"].Value)),
        YamlSequenceNode { Tag: { IsEmpty: false, Value: "!If" } } choice => Resolve(Holds(choice[0].ToString()) ? choice[1] : choice[2]),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Resolve)]),
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(pair.Key.ToString(), Resolve(pair.Value)))),
        _ => throw new InvalidOperationException($"{node} is not a valid template node."),
    };

    private bool Holds(string condition)
    {
        var equals = (YamlSequenceNode)_root["Conditions"][condition];
        return Resolve(equals[0])!.ToString() == Resolve(equals[1])!.ToString();
    }

    private string Referred(string name) => _values.TryGetValue(name, out var value) ? value
        : _root["Resources"][name]["Type"].ToString() switch
        {
            "AWS::S3::Bucket" => Resolve(_root["Resources"][name]["Properties"]["BucketName"])!.ToString(),
            "AWS::KMS::Key" => name,
            _ => ArnOf(name),
        };

    private string Attribute(string path) => path.EndsWith(".Arn", StringComparison.Ordinal) ? ArnOf(path[..^".Arn".Length]) : Referred(path);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z:.]+)\}")]
    private static partial Regex Variable();
}
