using System.Buffers;
using System.IO.Pipelines;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// Rewrites Kestrel's own responses to malformed HTTP into API Gateway's form. Kestrel sends them without a body before any
/// handler sees the request, and offers no hook to change them.
/// </summary>
internal sealed class RefusalTransport(IDuplexPipe transport) : IDuplexPipe
{
    public PipeReader Input => transport.Input;

    public PipeWriter Output { get; } = new Writer(transport.Output);

    private sealed class Writer(PipeWriter inner) : PipeWriter
    {
        // Kestrel's error responses are shorter.
        private const int Kept = 512;

        private readonly ArrayBufferWriter<byte> _written = new();

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => _written.WrittenCount + inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _written.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _written.GetSpan(sizeHint);

        public override void Advance(int bytes)
        {
            _written.Advance(bytes);
            if (_written.WrittenCount > Kept)
            {
                Pass();
            }
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Pass();
            return inner.FlushAsync(cancellationToken);
        }

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null)
        {
            Pass();
            inner.Complete(exception);
        }

        private void Pass()
        {
            var answer = _written.WrittenSpan;
            // Error responses of our own have a type header.
            var isRefusal = answer.StartsWith("HTTP/1.1 4"u8) && answer.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0 && answer.IndexOf("x-amz"u8) < 0;
            inner.Write(isRefusal ? Encoding.ASCII.GetBytes(InForm(Encoding.ASCII.GetString(answer))) : answer);
            _written.ResetWrittenCount();
        }

        private static string InForm(string answer)
        {
            // HTTP/1.1 431 Request Header Fields Too Large
            var body = $$"""{"message":"{{answer[13..answer.IndexOf('\r', StringComparison.Ordinal)]}}"}""";
            return answer.Replace(
                "\r\nContent-Length: 0\r\n",
                $"\r\nContent-Length: {body.Length}\r\nContent-Type: application/json\r\nx-amzn-ErrorType: BadRequestException\r\nx-amzn-RequestId: {Guid.NewGuid()}\r\n",
                StringComparison.Ordinal) + body;
        }
    }
}
