// A run of a Pulumi program sets process-wide state: its configuration and the current deployment.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
