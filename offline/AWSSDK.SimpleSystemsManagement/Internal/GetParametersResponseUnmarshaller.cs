using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement.Internal;

internal sealed class GetParametersResponseUnmarshaller : JsonResponseUnmarshaller
{
    public static GetParametersResponseUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new GetParametersResponse();
        var reader = new StreamingUtf8JsonReader(input.Stream);
        input.Read(ref reader);
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (input.TestExpression("InvalidParameters", depth, ref reader))
            {
                var names = new JsonListUnmarshaller<string, StringUnmarshaller>(StringUnmarshaller.Instance);
                response.InvalidParameters = names.Unmarshall(input, ref reader);
            }
            else if (input.TestExpression("Parameters", depth, ref reader))
            {
                var parameters = new JsonListUnmarshaller<Parameter, ParameterUnmarshaller>(ParameterUnmarshaller.Instance);
                response.Parameters = parameters.Unmarshall(input, ref reader);
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return error.Code switch
        {
            "InternalServerError" => new InternalServerErrorException(
                error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            "InvalidKeyId" => new InvalidKeyIdException(
                error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            _ => new AmazonSimpleSystemsManagementException(
                error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
        };
    }
}
