using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleSystemsManagement.Model;
using Amazon.Util;

namespace Amazon.SimpleSystemsManagement.Internal;

internal sealed class GetParametersRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static GetParametersRequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input) => new DefaultRequest(input, "Amazon.SimpleSystemsManagement")
    {
        HttpMethod = "POST",
        ResourcePath = "/",
        Headers =
        {
            ["X-Amz-Target"] = "AmazonSSM.GetParameters",
            [HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1",
            [HeaderKeys.XAmzApiVersion] = "2014-11-06",
        },
        Content = Write((GetParametersRequest)input),
    };

    private static byte[] Write(GetParametersRequest request)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            if (request.Names is { } names && (names.Count > 0 || !AWSConfigs.InitializeCollections))
            {
                writer.WriteStartArray("Names");
                foreach (var name in names)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            }

            if (request.WithDecryption is { } withDecryption)
            {
                writer.WriteBoolean("WithDecryption", withDecryption);
            }

            writer.WriteEndObject();
        }

        return body.ToArray();
    }
}
