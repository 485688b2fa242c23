namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Paths and methods that the API does not have. None of them is fine.</summary>
internal static class UnknownRoutes
{
    private static readonly string[] _paths =
        ["/", "/workout", "/Workouts", "/workouts/a/b/c", "/stats", "/admin", "/.env", "/.git/config", "/2018-06-01/runtime/invocation/next", "/latest/meta-data/", "/workouts/a/export/b", "/openapi.json"];

    public static HostileRequest Create(Hostility hostility) => hostility.Chance(0.5)
        ? new HostileRequest("unknown route", hostility.Pick(["GET", "POST", "PUT", "DELETE", "PATCH"]), hostility.Pick(_paths) + (hostility.Chance(0.5) ? "" : "/" + hostility.Mark + "/x/y/z"))
        : new HostileRequest("unknown route", hostility.Pick(["PATCH", "PUT", "DELETE", "OPTIONS"]), hostility.Pick(["/workouts/batch", $"/stats/{hostility.Mark}"]));
}
