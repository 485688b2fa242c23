#!/usr/bin/python3
"""Validates commands of the AWS CLI against AWS's service models. With arguments, sends that command to the DynamoDB at
$AWS_ENDPOINT_URL_DYNAMODB. Without, reads commands as JSON lists, one per line, and reports the first invalid one."""
import json
import os
import sys

from botocore import xform_name
from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator
from botocore.waiter import WaiterModel

GLOBAL = {"output", "query", "max-items"}
# Missing in the models of Debian's botocore.
NEWER = {"dynamodb update-table": {"deletion-protection-enabled": "boolean"}}


def refuse(message):
    sys.exit(f"aws: {message}")


def structure(shape, text):
    if text[0] in "{[":
        return json.loads(text)
    value = {}
    for part in text.split(","):
        name, _, word = part.partition("=")
        if shape.type_name == "structure" and name not in shape.members:
            refuse(f"{shape.name} has no {name}")
        value[name] = convert(shape.members[name] if shape.type_name == "structure" else shape.value, word)
    return value


def convert(shape, text):
    if shape.type_name in ("structure", "list", "map"):
        return structure(shape, text)
    return {"integer": int, "long": int, "boolean": lambda word: {"true": True, "false": False}[word]}.get(shape.type_name, str)(text)


def read(shape, words, newer):
    members = {xform_name(name, "-"): (name, member) for name, member in (shape.members if shape else {}).items()}
    values, given = {}, {}
    while words:
        option = words.pop(0)
        if not option.startswith("--"):
            refuse(f"{option} belongs to no option")
        name = option[2:]
        plain = name[3:] if name.startswith("no-") else name
        if name in GLOBAL:
            given[name] = words.pop(0)
        elif plain in newer or plain in members and members[plain][1].type_name == "boolean":
            if plain in members:
                values[members[plain][0]] = plain == name
        elif name in members:
            values[members[name][0]] = convert(members[name][1], words.pop(0))
        else:
            refuse(f"there is no option {option}")
    return values, given


MODELS = Loader()


def check(service, operation, *words):
    """The operation and its input; it is None for a wait."""
    waits = operation == "wait"
    if waits:
        waiters = WaiterModel(MODELS.load_service_model(service, "waiters-2"))
        waiter = next((name for name in waiters.waiter_names if xform_name(name, "-") == words[0]), None) or refuse(f"no waiter {words[0]}")
        operation, words = xform_name(waiters.get_waiter(waiter).operation, "-"), words[1:]
    model = ServiceModel(MODELS.load_service_model(service, "service-2"), service)
    name = next((known for known in model.operation_names if xform_name(known, "-") == operation), None) or refuse(f"{service} has no {operation}")
    shape = model.operation_model(name).input_shape
    values, _ = read(shape, list(words), NEWER.get(f"{service} {operation}", {}))
    if shape:
        report = ParamValidator().validate(values, shape)
        if report.has_errors():
            refuse(report.generate_report())
    return None if waits else name, values


def send(name, values):
    import boto3  # Slow to load, and only needed here.

    client = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"], region_name=os.environ["AWS_DEFAULT_REGION"])
    try:
        answer = getattr(client, xform_name(name))(**values)
    except client.exceptions.ClientError as error:
        refuse(f"An error occurred ({error.response['Error']['Code']})")
    answer.pop("ResponseMetadata")
    print(json.dumps(answer))


if len(sys.argv) > 1:
    name, values = check(*sys.argv[1:])
    if name:
        send(name, values)
else:
    for line in sys.stdin:
        check(*json.loads(line))
