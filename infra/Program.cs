using Pulumi;
using WorkoutLog.Infra;

return await Deployment.RunAsync<WorkoutStack>().ConfigureAwait(false);
