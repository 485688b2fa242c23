"""The workout log as serverless samples write it: boto3, one put and one metric call for a write, query and sum for a read.

Environment: LOGS_TABLE (partition key userId, sort key workoutTimestamp), AWS_ENDPOINT_URL when AWS is somewhere else.
"""

import json
import logging
import os
import uuid
from datetime import datetime, timezone
from decimal import Decimal, InvalidOperation

import boto3
from boto3.dynamodb.conditions import Key

TYPES = {"RUN", "CYCLING", "SWIMMING", "STRENGTH", "YOGA", "HIIT", "WALKING", "OTHER"}
MAX_MINUTES = 1440

# Created once per process, as AWS recommends. boto3 1.26 does not read AWS_ENDPOINT_URL itself.
endpoint = os.environ.get("AWS_ENDPOINT_URL")
table = boto3.resource("dynamodb", endpoint_url=endpoint).Table(os.environ["LOGS_TABLE"])
cloudwatch = boto3.client("cloudwatch", endpoint_url=endpoint)

logger = logging.getLogger(__name__)


def handle(event, context):
    """Handles an API Gateway REST proxy event: POST /workouts or GET /stats/{userId}."""
    route = (event["httpMethod"], event["resource"])
    try:
        if route == ("POST", "/workouts"):
            return log_workout(event)
        if route == ("GET", "/stats/{userId}"):
            return get_stats(event)
        return answer(404, {"message": "Not found"})
    except ValueError as error:
        return answer(400, {"message": str(error)})
    except Exception:
        logger.exception("request failed")
        return answer(500, {"message": "Internal error"})


def log_workout(event):
    body = json.loads(event["body"] or "", parse_float=Decimal)
    user_id, workout_type, minutes, calories = validate(body)
    now = datetime.now(timezone.utc).isoformat(timespec="microseconds").replace("+00:00", "Z")
    workout_id = str(uuid.uuid4())
    item = {
        "userId": user_id,
        "workoutTimestamp": f"{body.get('workoutTimestamp', now)}#{workout_id}",
        "type": workout_type,
        "minutes": minutes,
    }
    if calories is not None:
        item["calories"] = calories
    if body.get("notes"):
        item["notes"] = body["notes"]
    table.put_item(Item=item)
    put_metrics(workout_type, minutes, calories)
    return answer(201, {"workoutId": workout_id, "userId": user_id, "workoutType": workout_type})


def validate(body):
    if not isinstance(body, dict):
        raise ValueError("The body must be an object")
    user_id = body.get("userId")
    if not isinstance(user_id, str) or not 1 <= len(user_id) <= 128:
        raise ValueError("userId must have 1 to 128 characters")
    workout_type = body.get("workoutType")
    if not isinstance(workout_type, str) or workout_type not in TYPES:
        raise ValueError("workoutType is not supported")
    minutes = number(body, "durationMinutes")
    if minutes is None or not 0 < minutes <= MAX_MINUTES:
        raise ValueError(f"durationMinutes must be above 0 and at most {MAX_MINUTES}")
    calories = number(body, "caloriesBurned")
    if calories is not None and calories < 0:
        raise ValueError("caloriesBurned must not be negative")
    return user_id, workout_type, minutes, calories


def number(body, name):
    value = body.get(name)
    if value is None:
        return None
    try:
        return Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        raise ValueError(f"{name} must be a number") from None


def put_metrics(workout_type, minutes, calories):
    dimensions = [{"Name": "WorkoutType", "Value": workout_type}]
    cloudwatch.put_metric_data(
        Namespace="WorkoutLog",
        MetricData=[
            {"MetricName": "WorkoutsLogged", "Dimensions": dimensions, "Value": 1, "Unit": "Count"},
            {"MetricName": "DurationMinutes", "Dimensions": dimensions, "Value": float(minutes), "Unit": "None"},
            {"MetricName": "CaloriesBurned", "Dimensions": dimensions, "Value": float(calories or 0), "Unit": "None"},
        ],
    )


def get_stats(event):
    user_id = event["pathParameters"]["userId"]
    by_type = {}
    for item in query_all(user_id):
        totals = by_type.setdefault(item["type"], {"workouts": 0, "durationMinutes": Decimal(0), "caloriesBurned": Decimal(0)})
        totals["workouts"] += 1
        totals["durationMinutes"] += item["minutes"]
        totals["caloriesBurned"] += item.get("calories", 0)
    total = sum(totals["workouts"] for totals in by_type.values())
    return answer(200, {"userId": user_id, "totalWorkouts": total, "byType": by_type})


def query_all(user_id):
    arguments = {"KeyConditionExpression": Key("userId").eq(user_id)}
    while True:
        page = table.query(**arguments)
        yield from page["Items"]
        if "LastEvaluatedKey" not in page:
            return
        arguments["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def answer(status, body):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body, default=float),
    }
