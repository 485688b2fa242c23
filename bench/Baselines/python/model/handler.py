"""The workout log in Python, for speed: what ProcessWorkout and QueryWorkouts do for POST /workouts and GET /stats/{userId}, on
the same tables. Left out: idempotency keys, the uniqueness of external ids, runtime parameters (SSM), the parameters of the
statistics, and where a body stops being JSON; no measured request needs any of them.
"""

import base64
import os
import time
import traceback
from datetime import datetime, timedelta, timezone
from urllib.parse import quote as percent_encode
from urllib.parse import unquote

import fields
import lines
import stats
import store
from fields import Wrong, shown
from timestamps import local_text

SERVICE_ROLES = os.environ.get("SERVICE_ROLES", "").split()
MAX_BODY_BYTES = 256 * 1024

# Problem kinds by status.
PROBLEMS = {
    400: ("invalid-request", "The request is not valid"),
    403: ("not-your-data", "Not allowed for this user"),
    404: ("route-not-found", "No such path"),
    413: ("body-too-large", "The body is too large"),
    415: ("unsupported-media-type", "Unsupported media type"),
    500: ("internal-error", "Internal error"),
}


class Refused(Exception):
    """The status, and the errors by field or the detail."""

    def __init__(self, status, errors=(), detail=None):
        super().__init__(status)
        self.status, self.errors, self.detail = status, errors, detail


def handle(event, context):
    start, metrics = time.perf_counter(), lines.Metrics()
    try:
        answer = ROUTES.get((event["httpMethod"], event["resource"]), no_route)(event, metrics)
    except Refused as refused:
        metrics.validation_errors += len(refused.errors)
        answer = problem(event, refused)
    except Exception as error:
        traceback.print_exc()
        lines.failed(event, error)
        answer = problem(event, Refused(500))
    lines.handled(event, metrics, answer["statusCode"], time.perf_counter() - start)
    return answer


def log_workout(event, metrics):
    sent, errors = fields.read(read_body(event))
    if sent.get("userId"):
        check_caller(event, sent["userId"])
    if errors:
        raise Refused(400, errors)
    workout_id = store.create(sent, metrics)
    metrics.logged = sent
    body = {"workoutId": workout_id, **sent, "workoutTimestamp": local_text(sent["workoutTimestamp"])}
    path = (event["requestContext"].get("path") or event["path"]).strip("/")
    location = f"/{path}/{percent_encode(sent['userId'], safe='')}/{workout_id}"
    return reply(201, body, {"ETag": '"1"', "Location": location})


def get_stats(event, metrics):
    user_id, errors = unquote(event["pathParameters"]["userId"]), []
    try:
        fields.user_id(user_id)
        check_caller(event, user_id)
    except Wrong as wrong:
        errors.append(wrong.of("userId"))
    for name in map(fields.shown_name, event.get("multiValueQueryStringParameters") or ()):
        message = f"There is no parameter {name}; this path takes none."
        errors.append({"field": name, "code": "unknown_parameter", "message": message})
    if errors:
        raise Refused(400, errors)
    rows, offset = store.read(user_id, metrics)
    today = (datetime.now(timezone.utc) + timedelta(minutes=offset)).date()
    return reply(200, {"userId": user_id, **stats.sum_up(rows, today)})


def no_route(event, metrics):
    raise Refused(404, detail="There is no such path.")


ROUTES = {("POST", "/workouts"): log_workout, ("GET", "/stats/{userId}"): get_stats}


def check_caller(event, user_id):
    identity = event["requestContext"].get("identity") or {}
    cognito = identity.get("cognitoIdentityId")
    if cognito and identity.get("cognitoAuthenticationType") == "authenticated":
        refusal = user_id != cognito and "A signed-in athlete may act only for its own userId."
    elif cognito:
        refusal = "A guest may not act for any userId; sign in first."
    else:
        refusal = (identity.get("userArn") or "").rpartition("/")[0] not in SERVICE_ROLES and (
            "The caller may not act for any userId: it is not signed in through Amazon Cognito, "
            "and its role is not one of the stack's serviceRoles."
        )
    if refusal:
        raise Refused(403, detail=refusal)


def read_body(event):
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    content_type, coding = headers.get("content-type"), headers.get("content-encoding")
    if content_type and not is_json(content_type):
        refuse(415, "Content-Type", "unsupported_value", f"must be application/json in UTF-8; got {shown(content_type)}")
    if coding and coding.lower() != "identity":
        rule = f"must be omitted, because compressed bodies are not accepted; got {shown(coding)}"
        refuse(415, "Content-Encoding", "unsupported_value", rule)
    body = (event.get("body") or "").encode()
    if event.get("isBase64Encoded"):
        try:
            body = base64.b64decode(body, validate=True)
        except ValueError:
            refuse(400, "body", "malformed", "is marked as base64 and is not")
    if len(body) > MAX_BODY_BYTES:
        refuse(413, "body", "too_large", "must have at most 256 KB (262,144 bytes)")
    text = body.decode(errors="replace")
    if "\ufffd" in text:
        rule = f"must be valid UTF-8; the byte at offset {len(text.partition(chr(0xfffd))[0].encode())} is not"
        refuse(400, "body", "invalid_characters", f"{rule}. Write a U+FFFD as the escape \\ufffd")
    return text.removeprefix("\ufeff")


def is_json(content_type):
    media_type, *parameters = (part.strip() for part in content_type.lower().split(";"))
    charsets = [value.strip('"') for name, _, value in (parameter.partition("=") for parameter in parameters) if name == "charset"]
    return media_type == "application/json" and all(charset == "utf-8" for charset in charsets)


def refuse(status, field, code, rule):
    raise Refused(status, [Wrong(code, rule).of(field)])


def problem(event, refused):
    kind, title = PROBLEMS[refused.status]
    body = {"type": f"urn:workout-log:problem:{kind}", "title": title, "status": refused.status}
    if detail := refused.detail or summary(refused.errors):
        body["detail"] = detail
    if refused.errors:
        body["errors"] = refused.errors
    return reply(refused.status, {**body, "requestId": event["requestContext"]["requestId"]}, {"Content-Type": "application/problem+json"})


def summary(errors):
    return f"{len(errors)} errors, listed in errors." if len(errors) > 1 else errors[0]["message"] if errors else None


def reply(status, body, headers=None):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json", "Cache-Control": "no-store", **(headers or {})},
        "body": lines.encode(body),
    }


# INIT has a full core, so it opens the TLS connection to DynamoDB.
store.open_connection()
