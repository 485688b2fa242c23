"""The calls to DynamoDB: one transaction for a write, the rows of the months and the latest log for a read."""

import base64
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from botocore.config import Config
from botocore.session import get_session

from fields import plain
from timestamps import utc_text

LOGS, STATS = os.environ["LOGS_TABLE"], os.environ["STATS_TABLE"]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

# botocore is what boto3 calls AWS with; 1.26 does not read AWS_ENDPOINT_URL itself. The calls below are well formed.
client = get_session().create_client(
    "dynamodb", endpoint_url=os.environ.get("AWS_ENDPOINT_URL"), config=Config(parameter_validation=False)
)
beside = ThreadPoolExecutor(1)


def open_connection():
    """Reads a log that can't exist, to open the connection before the first request."""
    try:
        client.get_item(TableName=LOGS, Key={"userId": {"S": "#"}, "workoutTimestamp": {"S": "#"}})
    except Exception as error:
        print(error)


def create(workout, metrics):
    """Writes the log and its part of the month's roll-up atomically; returns the workout's id."""
    at = workout["workoutTimestamp"]
    # Microseconds since 1970, then a random suffix: the workout's id, and in another format its sort key.
    moment, suffix = ((at - EPOCH) // timedelta(microseconds=1)).to_bytes(8, "big"), os.urandom(8)
    log = {
        "userId": workout["userId"],
        "workoutTimestamp": f"{utc_text(at)}#{suffix.hex()}",
        "userIdType": f"{workout['userId']}#{workout['workoutType']}",
        "type": workout["workoutType"],
        "minutes": workout["durationMinutes"],
        "utcOffset": at.utcoffset() // timedelta(minutes=1),
        "version": 1,
        "calories": workout.get("caloriesBurned"),
        "distance": workout.get("distanceKm"),
        "notes": workout.get("notes"),
        "externalId": workout.get("externalId"),
    }
    stored = {name: attribute(value) for name, value in log.items() if value is not None}
    output = client.transact_write_items(
        TransactItems=[
            {"Put": {"TableName": LOGS, "Item": stored, "ConditionExpression": "attribute_not_exists(userId)"}},
            {"Update": addition(workout["userId"], f"{at:%Y-%m}", month_of(workout))},
        ],
        ReturnConsumedCapacity="TOTAL",
    )
    metrics.write_units += sum(table["CapacityUnits"] for table in output["ConsumedCapacity"])
    return base64.urlsafe_b64encode(moment + suffix).decode().rstrip("=")


def month_of(workout):
    """A workout's contribution to its month: RUN.m by type, 09m by day; a day's calories are A to _, its distance ! to ?."""
    kind, minutes, at = workout["workoutType"], workout["durationMinutes"], workout["workoutTimestamp"]
    added = {"v": 1, f"{kind}.n": 1, f"{kind}.m": minutes, f"{at:%d}n": 1, f"{at:%d}m": minutes}
    for measure, before, value in (("c", "@", workout.get("caloriesBurned")), ("d", " ", workout.get("distanceKm"))):
        if value is None:
            added[measure] = 1
        elif value:
            added |= {f"{kind}.{measure}": value, chr(ord(before) + at.day): value}
    return added


def addition(user_id, month, added):
    """An update of flat numbers, which ADD creates."""
    return {
        "TableName": STATS,
        "Key": {"userId": {"S": user_id}, "month": {"S": month}},
        "UpdateExpression": "ADD " + ", ".join(f"#{place} :{place}" for place in range(len(added))),
        "ExpressionAttributeNames": {f"#{place}": name for place, name in enumerate(added)},
        "ExpressionAttributeValues": {f":{place}": attribute(value) for place, value in enumerate(added.values())},
    }


def read(user_id, metrics):
    """The rows of all months, in order, and the minutes east of UTC of the latest workout; both are read concurrently."""
    latest = beside.submit(latest_offset, user_id)
    rows, units = months(user_id)
    offset, more = latest.result()
    metrics.read_units += units + more
    return rows, offset


def months(user_id):
    query = {
        "TableName": STATS,
        "KeyConditionExpression": "userId = :user",
        "ExpressionAttributeValues": {":user": {"S": user_id}},
        "ConsistentRead": True,
        "ReturnConsumedCapacity": "TOTAL",
    }
    rows, units = [], 0
    while True:
        output = client.query(**query)
        units += output["ConsumedCapacity"]["CapacityUnits"]
        rows += output["Items"]
        if not (last := output.get("LastEvaluatedKey")):
            return rows, units
        query["ExclusiveStartKey"] = last


def latest_offset(user_id):
    output = client.query(
        TableName=LOGS,
        KeyConditionExpression="userId = :user AND workoutTimestamp BETWEEN :low AND :high",
        ExpressionAttributeValues={":user": {"S": user_id}, ":low": {"S": "0"}, ":high": {"S": ":"}},
        ConsistentRead=True,
        ScanIndexForward=False,
        Limit=1,
        ReturnConsumedCapacity="TOTAL",
    )
    offset = int(output["Items"][0]["utcOffset"]["N"]) if output["Items"] else 0
    return offset, output["ConsumedCapacity"]["CapacityUnits"]


def attribute(value):
    return {"S": value} if isinstance(value, str) else {"N": plain(value) if isinstance(value, Decimal) else str(value)}
