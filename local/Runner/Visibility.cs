using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("WorkoutLog.Local.Tests")]
