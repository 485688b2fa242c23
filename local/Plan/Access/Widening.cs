namespace WorkoutLog.Local.Plan.Access;

/// <param name="WasDenied">The right stood in a policy before too, but a statement refused it.</param>
internal sealed record Widening(Grant Grant, bool WasDenied)
{
    /// <summary>
    /// What somebody may do now and could not before. A right that a wider one had covered is none; nor is one that is refused all the same.
    /// </summary>
    /// <param name="before">Of all policies of one role, or of one resource.</param>
    /// <param name="isOfResource">A resource's refusals also reach callers whom other policies let in, so each that goes counts.</param>
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
                : allowed.Except(added).Where(grant => grant.Meets(old)).Select(grant => grant.Covers(old) ? old : old.Covers(grant) ? grant : old))
            .Where(part => !denied.Any(denial => denial.Covers(part)))
            .Distinct();
        return [.. added.Select(grant => new Widening(grant, WasDenied: false)), .. opened.Select(part => new Widening(part, WasDenied: true))];
    }

    /// <summary>One line for each resource and condition, with all actions: <c>dynamodb:PutItem, dynamodb:Query on …</c>.</summary>
    /// <param name="isOfResource">Such a policy says who; an identity policy is about whoever has it.</param>
    public static IEnumerable<string> Describe(IEnumerable<Widening> widenings, bool isOfResource) => widenings
        .GroupBy(widening => (widening.WasDenied, widening.Grant.Principal, widening.Grant.Resource, string.Join(" and ", widening.Grant.Conditions)))
        .Select(group =>
        {
            var (wasDenied, principal, resource, conditions) = group.Key;
            var who = !isOfResource ? "" : principal == new Pattern("*") ? "everybody: " : $"{Name(principal)}: ";
            var actions = string.Join(", ", group.Select(widening => Name(widening.Grant.Action)).Distinct().Order(StringComparer.Ordinal));
            var where = resource.Text == "*" && !resource.IsNegated ? "" : $" on {Name(resource)}";
            var when = conditions.Length == 0 ? "" : $" if {conditions}";
            return $"{(wasDenied ? "no longer refused " : "")}{who}{actions}{where}{when}";
        })
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Name(Pattern pattern) => pattern.IsNegated ? $"all but {pattern.Text}" : pattern.Text;
}
