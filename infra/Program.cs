using Pulumi;
using WorkoutLog.Infra;
using WorkoutLog.Infra.Packaging;

return await Deployment.RunAsync<WorkoutStack>(new PackagedStack()).ConfigureAwait(false);
