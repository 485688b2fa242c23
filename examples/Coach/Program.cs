// A consumer of WorkoutLog's events: a queue that gets each logged workout. The queue's reader is not included.
//
//   cd examples/Coach
//   pulumi stack init dev
//   pulumi config set workoutLog organization/workout-log/dev    # the stack that publishes; organization is literal with a self-managed backend
//   pulumi up
//
// The named stack must publish events (pulumi config set events eventBridge), in this account and region.
return await Pulumi.Deployment.RunAsync(Coach.CoachProgram.RunAsync);
