using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>A failing service on 127.0.0.1; it counts its connections or requests.</summary>
internal sealed class FaultyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, Task> _serve;
    // Otherwise an idle connection would be garbage-collected and closed.
    private readonly ConcurrentBag<Socket> _open = [];
    private int _seen;

    private FaultyServer(Func<Socket, Task>? serve)
    {
        _serve = serve ?? (_ => Task.CompletedTask);
        _listener.Start();
        Endpoint = new Uri($"http://{_listener.LocalEndpoint}");
        if (serve is null)
        {
            // Nothing listens on a port that was just released.
            _listener.Stop();
        }
        else
        {
            _ = AcceptAsync();
        }
    }

    public Uri Endpoint { get; }

    public int Seen => _seen;

    /// <summary>By the name of the fault, so that theories can name it.</summary>
    public static FaultyServer Create(string fault) => fault switch
    {
        "refuses" => new(serve: null),
        "is silent" => new(_ => Task.Delay(Timeout.Infinite)),
        "resets" => new(socket =>
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
            return Task.CompletedTask;
        }),
        "breaks off" => new(socket => WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", goOn: false)),
        "stops half-way" => new(socket => WriteAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", goOn: true)),
        "fails" => Answering("500 Internal Server Error", "InternalServerError"),
        // A client that follows would return to this server.
        "redirects" => new(socket => WriteAsync(
            socket, $"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{socket.LocalEndPoint}/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", goOn: false)),
        "throttles" => Answering("400 Bad Request", "ThrottlingException"),
        _ => throw new ArgumentException($"There is no fault '{fault}'.", nameof(fault)),
    };

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
        foreach (var socket in _open)
        {
            socket.Dispose();
        }
    }

    private static FaultyServer Answering(string status, string type)
    {
        string body = $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{type}}","message":"no"}""";
        return new(socket => WriteAsync(
            socket, $"HTTP/1.1 {status}\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}", goOn: false));
    }

    private static async Task WriteAsync(Socket socket, string answer, bool goOn)
    {
        await socket.ReceiveAsync(new byte[65536], SocketFlags.None);
        await socket.SendAsync(Encoding.ASCII.GetBytes(answer), SocketFlags.None);
        if (goOn)
        {
            await Task.Delay(Timeout.Infinite);
        }

        socket.Close();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
            Interlocked.Increment(ref _seen);
            _open.Add(socket);
            _ = _serve(socket);
        }
    }
}
