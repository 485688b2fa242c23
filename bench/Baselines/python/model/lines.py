"""The log line and the metrics (CloudWatch's embedded metric format) of a request, without user data."""

import os
import sys
import time
from datetime import datetime, timezone
from decimal import Decimal
from json.encoder import encode_basestring

from fields import plain
from timestamps import utc_text

ENVIRONMENT = os.environ["ENVIRONMENT"]
DETAILED = os.environ["MONITORING"].lower() == "detailed"


class Metrics:
    """A request's figures."""

    def __init__(self):
        self.logged, self.validation_errors, self.read_units, self.write_units = None, 0, 0, 0


def handled(event, metrics, status, seconds):
    """All lines of a request in one write."""
    lines = []
    if workout := metrics.logged:
        lines += embedded(
            workout["workoutType"],
            ("WorkoutsLogged", "Count", 1),
            ("CaloriesBurned", "None", workout.get("caloriesBurned")),
            ("DurationMinutes", "None", workout["durationMinutes"]),
        )
    lines += embedded(
        None,
        ("ValidationErrors", "Count", metrics.validation_errors),
        ("ConsumedReadUnits", "Count", metrics.read_units),
        ("ConsumedWriteUnits", "Count", metrics.write_units),
    )
    lines.append(line(event, "INFO", "Request handled", status=status, durationMs=round(seconds * 1000, 3)))
    write(lines)


def failed(event, error):
    write([line(event, "ERROR", "Request failed", error=type(error).__name__)])


def write(lines):
    sys.stdout.write("".join(f"{encode(line)}\n" for line in lines))
    sys.stdout.flush()


def line(event, level, message, **more):
    trace = [part[5:] for part in os.environ.get("_X_AMZN_TRACE_ID", "").split(";") if part.startswith("Root=")]
    return {
        "timestamp": utc_text(datetime.now(timezone.utc)),
        "level": level,
        "message": message,
        "requestId": event["requestContext"]["requestId"],
        **({"traceId": trace[0]} if trace else {}),
        "method": event["httpMethod"],
        "resource": event["resource"],
        **more,
    }


def embedded(workout_type, *metrics):
    """Omits zeros; no line if all are zero."""
    counted = [metric for metric in metrics if metric[2]]
    if not counted:
        return []
    dimensions = [["Environment"], ["Environment", "WorkoutType"]] if workout_type and DETAILED else [["Environment"]]
    definitions = [{"Name": name, "Unit": unit} for name, unit, _ in counted]
    directive = {"Namespace": "WorkoutLog", "Dimensions": dimensions, "Metrics": definitions}
    return [{
        "_aws": {"Timestamp": time.time_ns() // 1_000_000, "CloudWatchMetrics": [directive]},
        "Environment": ENVIRONMENT,
        **({"WorkoutType": workout_type} if workout_type else {}),
        **{name: value for name, _, value in counted},
    }]


def encode(value):
    """JSON with exact decimals, which the json module can't write."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{encode_basestring(name)}:{encode(member)}" for name, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(encode, value)) + "]"
    return plain(value.normalize()) if isinstance(value, Decimal) else f"{value:.15g}"
