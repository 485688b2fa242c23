"""Runs the handler that _HANDLER names (module.function) against the Lambda Runtime API.

Lambda's own runtime client also creates a context object, formats logs and tracks time. This loop omits that,
which makes the Python baseline slightly faster than it would be on Lambda.
"""

import http.client
import importlib
import json
import os
import sys
import traceback

API = "/2018-06-01/runtime"


def main():
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handle = load(os.environ["_HANDLER"])
    except Exception as error:
        traceback.print_exc()
        post(connection, "init/error", describe(error))
        sys.exit(1)
    while True:
        request_id, event = get_next(connection)
        try:
            path, result = f"invocation/{request_id}/response", handle(event, None)
        except Exception as error:
            traceback.print_exc()
            path, result = f"invocation/{request_id}/error", describe(error)
        post(connection, path, result)


def load(name):
    module, function = name.rsplit(".", 1)
    sys.path.insert(0, os.getcwd())
    return getattr(importlib.import_module(module), function)


def get_next(connection):
    connection.request("GET", f"{API}/invocation/next")
    response = connection.getresponse()
    os.environ["_X_AMZN_TRACE_ID"] = response.headers.get("Lambda-Runtime-Trace-Id", "")
    return response.headers["Lambda-Runtime-Aws-Request-Id"], json.loads(response.read())


def post(connection, path, result):
    connection.request("POST", f"{API}/{path}", json.dumps(result), {"Content-Type": "application/json"})
    connection.getresponse().read()


def describe(error):
    return {"errorType": type(error).__name__, "errorMessage": str(error)}


if __name__ == "__main__":
    main()
