using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What stands before the API.</summary>
internal static class FirewallFindings
{
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string Association = "aws:wafv2/webAclAssociation:WebAclAssociation";

    public static IEnumerable<Finding> Of(Comparison comparison) =>
    [
        .. comparison.ChangesOf(Association)
            .Where(change => change.Operation == Operation.Delete)
            .Where(change => !comparison.ChangesOf(Association).Any(other => other.Before is null && $"{other.After!.Inputs["resourceArn"]}" == $"{change.Before!.Inputs["resourceArn"]}"))
            .Select(change => Finding.Of(FindingKind.PublicExposure, change.Before!, "The firewall no longer stands before the API.")),
        .. comparison.ChangedOf(Acl).SelectMany(change => change.Properties.Select(property => (Change: change, What: Weakness(property)))
            .Where(found => found.What is not null)
            .Select(found => Finding.Of(FindingKind.PublicExposure, found.Change.After!, found.What!))),
    ];

    private static string? Weakness(PropertyChange property)
    {
        var rule = property.Path.Steps.Length > 1 && property.Path.Steps[1].IsElement ? ValueText.OfText(property.Path.Steps[1].Name) : "";
        return property.Path.Members switch
        {
            "rules" when property.After is null => $"The firewall's rule {rule} goes.",
            "rules.action.block" or "rules.action" when property.Before is not null && !$"{property.After?.ToJsonString()}".Contains("block", StringComparison.Ordinal) =>
                $"The firewall's rule {rule} no longer blocks.",
            "rules.overrideAction.none" when property.After is null => $"The firewall's rule {rule} only counts.",
            "rules.statement.rateBasedStatement.limit" when Number(property.After?.ToString()) > Number(property.Before?.ToString()) =>
                $"The firewall's rule {rule} lets through {property.After} requests instead of {property.Before}.",
            "rules.statement.managedRuleGroupStatement.ruleActionOverrides" when property.After is not null => $"The firewall's rule {rule} leaves out {property.Path.Steps[^1].Name}.",
            _ => null,
        };
    }

    private static double Number(string? text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
