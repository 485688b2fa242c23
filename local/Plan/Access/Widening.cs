namespace WorkoutLog.Local.Plan.Access;

/// <param name="WasDenied">A statement denied it before.</param>
internal sealed record Widening(Grant Grant, bool WasDenied)
{
    /// <summary>
    /// Permissions that are new. A permission that a wider one covered, or that is still denied, is not new.
    /// </summary>
    /// <param name="before">Of all policies of one role, or of one resource.</param>
    /// <param name="isOfResource">A resource's denials also apply to callers that other policies allow, so each removed one counts.</param>
    public static ImmutableArray<Widening> Between(ImmutableArray<Grant> before, ImmutableArray<Grant> after, bool isOfResource)
    {
        ImmutableArray<Grant> allowed = [.. after.Where(grant => !grant.IsDenial)];
        ImmutableArray<Grant> denied = [.. after.Where(grant => grant.IsDenial)];
        ImmutableArray<Grant> added =
        [
            .. allowed.Where(grant => !before.Any(old => !old.IsDenial && old.Covers(grant)) && !denied.Any(denial => denial.Covers(grant))),
        ];
        var opened = before
            .Where(old => old.IsDenial && !denied.Any(denial => denial.Covers(old)))
            .SelectMany(old => isOfResource
                ? [old]
                : allowed.Except(added).Where(grant => grant.Overlaps(old)).Select(grant => grant.Covers(old) ? old : old.Covers(grant) ? grant : old))
            .Where(part => !denied.Any(denial => denial.Covers(part)))
            .Distinct();
        return [.. added.Select(grant => new Widening(grant, WasDenied: false)), .. opened.Select(part => new Widening(part, WasDenied: true))];
    }

    /// <summary>One line for each resource and condition, with all actions: <c>dynamodb:PutItem, dynamodb:Query on …</c>.</summary>
    /// <param name="isOfResource">Such a policy names its principals; an identity policy does not.</param>
    public static IEnumerable<string> Describe(IEnumerable<Widening> widenings, bool isOfResource) => widenings
        .GroupBy(widening => (widening.WasDenied, widening.Grant.Principal, widening.Grant.Resource, string.Join(" and ", widening.Grant.Conditions)))
        .Select(group =>
        {
            var (wasDenied, principal, resource, conditions) = group.Key;
            var who = !isOfResource ? "" : principal == new Pattern("*") ? "everybody: " : $"{Name(principal)}: ";
            var actions = string.Join(", ", group.Select(widening => Name(widening.Grant.Action)).Distinct().Order(StringComparer.Ordinal));
            var where = resource.Text == "*" && !resource.IsNegated ? "" : $" on {Name(resource)}";
            var when = conditions.Length == 0 ? "" : $" if {conditions}";
            return $"{who}{actions}{where}{when}{(wasDenied ? " (no longer denied)" : "")}";
        })
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Name(Pattern pattern) => pattern.IsNegated ? $"all but {pattern.Text}" : pattern.Text;
}
