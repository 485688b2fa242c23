using WorkoutLog.Local.Runner.Pipes;
using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Cli.Up;

/// <summary>Announces that the stack is running, and how to call it.</summary>
internal static class ReadyNotice
{
    /// <summary>One line: <c>{"url":"http://127.0.0.1:8080","region":"us-east-1","stack":"dev"}</c>.</summary>
    public static async Task WriteJsonAsync(LocalRun running, TextWriter output)
    {
        var notice = new JsonObject
        {
            ["url"] = running.Url,
            ["region"] = running.Description.Region,
            ["stack"] = running.Description.Stack,
        };
        await output.WriteLineAsync(notice.ToJsonString());
        await output.FlushAsync();
    }

    public static async Task WriteAsync(LocalRun running, TextWriter output)
    {
        var description = running.Description;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        AddRows(grid, "URL", [running.Url]);
        AddRows(grid, "Console", running.CloudWatch is null ? [] : [running.Url + ConsoleFront.Path]);
        AddRows(grid, "Events", description.Pipes.IsEmpty ? [] : [running.Url + EventBoard.Path]);
        AddRows(grid, "Stack", [$"{description.Stack} in {description.Region}"]);
        AddRows(grid, "Identities", description.Identities.Select(Describe));
        AddRows(grid, "Routes", FunctionRoutes(description).Select(found => $"{found.Route.Method,-6} {found.Route.Path}  →  {found.Function.Name}"));
        AddRows(grid, "Tables", description.Tables.Select(table => $"{table.Name}  ({table.Outputs["name"]})"));
        AddRows(grid, "Not emulated", description.NotEmulated);

        var console = HumanOutput.ConsoleOn(output);
        console.WriteLine();
        console.Write(grid);
        console.WriteLine();
        // Not through the console, which would wrap the line: a wrapped command can't be pasted.
        await output.WriteLineAsync($"{CurlExample(running)}\n\nCtrl-C stops.");
        await output.FlushAsync();
    }

    private static void AddRows(Grid grid, string title, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            grid.AddRow(new Text(title), new Text(line));
            title = "";
        }
    }

    // Omits routes that API Gateway answers itself, and HEAD.
    private static IEnumerable<(ApiRoute Route, FunctionDeclaration Function)> FunctionRoutes(StackDescription description) =>
        from route in description.Routes
        let integration = route.Integration as ApiIntegration.Proxy
        where integration is not null && route.Method != "HEAD"
        select (route, description.Integrations[integration.InvokedArn].Function);

    private static string Describe(LocalIdentity identity) => $"{identity.AccessKeyId} / {identity.SecretAccessKey}  {identity.Reach}";

    // A GET needs no body.
    private static string CurlExample(LocalRun running)
    {
        var description = running.Description;
        var identity = description.Identities[0];
        ApiRoute[] routes = [.. FunctionRoutes(description).Select(found => found.Route)];
        var route = Array.Find(routes, candidate => candidate.Method == "GET") ?? routes[0];
        var method = route.Method is "GET" or ApiRoute.AnyMethod ? "" : $" -X {route.Method}";
        var path = string.Join('/', route.Path.Split('/').Select(segment => segment.StartsWith('{') ? "athlete-1" : segment));
        return $"curl{method} --aws-sigv4 \"aws:amz:{description.Region}:execute-api\" --user {identity.AccessKeyId}:{identity.SecretAccessKey} {running.Url}{path}";
    }
}
