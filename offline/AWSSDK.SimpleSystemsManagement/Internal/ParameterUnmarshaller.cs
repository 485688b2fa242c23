using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement.Internal;

internal sealed class ParameterUnmarshaller : IJsonUnmarshaller<Parameter, JsonUnmarshallerContext>
{
    public static ParameterUnmarshaller Instance { get; } = new();

    public Parameter Unmarshall(JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        input.Read(ref reader);
        if (input.CurrentTokenType == JsonTokenType.Null)
        {
            return null;
        }

        var parameter = new Parameter();
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            ReadMember(parameter, depth, input, ref reader);
        }

        return parameter;
    }

    private static void ReadMember(Parameter parameter, int depth, JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        var text = StringUnmarshaller.Instance;
        if (input.TestExpression("ARN", depth, ref reader))
        {
            parameter.ARN = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("DataType", depth, ref reader))
        {
            parameter.DataType = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("LastModifiedDate", depth, ref reader))
        {
            parameter.LastModifiedDate = NullableDateTimeUnmarshaller.Instance.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("Name", depth, ref reader))
        {
            parameter.Name = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("Selector", depth, ref reader))
        {
            parameter.Selector = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("SourceResult", depth, ref reader))
        {
            parameter.SourceResult = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("Type", depth, ref reader))
        {
            parameter.Type = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("Value", depth, ref reader))
        {
            parameter.Value = text.Unmarshall(input, ref reader);
        }
        else if (input.TestExpression("Version", depth, ref reader))
        {
            parameter.Version = NullableLongUnmarshaller.Instance.Unmarshall(input, ref reader);
        }
    }
}
