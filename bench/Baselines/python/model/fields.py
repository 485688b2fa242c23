"""Parses and validates a workout strictly: reports all errors, with our functions' messages."""

import json
import os
import re
from datetime import datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation, getcontext

from timestamps import read_timestamp, utc_text

# Keeps sums exact.
getcontext().prec = 60

MAX_ERRORS = 100
MAX_DEPTH = 16
MAX_DIGITS = 28
FRACTION_DIGITS = 18

TYPES = os.environ["SUPPORTED_TYPES"].split(",")
EARLIEST_YEAR = int(os.environ["EARLIEST_YEAR"])
MAX_HOURS_AHEAD = int(os.environ["MAX_HOURS_AHEAD"])
MAX_NOTES_LENGTH = int(os.environ["MAX_NOTES_LENGTH"])


class Wrong(Exception):
    """An error code, and the broken rule as the text after the field's name."""

    def of(self, field):
        code, rule = self.args
        return {"field": field, "code": code, "message": f"{'The body' if field == 'body' else field} {rule}."}


class Number(str):
    """A JSON number as sent."""


def user_id(value):
    return identifier(value, r"[A-Za-z0-9._:@-]*", "letters A-Z and a-z, digits and . _ : @ -", reserved="batch")


def external_id(value):
    return identifier(value, r"[!-~]*", "printable ASCII characters without spaces")


def identifier(value, pattern, characters, reserved=None):
    if not value:
        raise Wrong("required", "must not be empty")
    if len(value) > 128:
        raise Wrong("too_long", f"must have at most 128 characters; got {len(value)}")
    if value == reserved:
        raise Wrong("reserved", f'must not be "{value}", which is reserved')
    if not re.fullmatch(pattern, value):
        raise Wrong("invalid_characters", f"may contain only {characters}; got {shown(value)}")
    return value


def workout_type(value):
    if value not in TYPES:
        raise Wrong("unsupported_value", f"must be one of {', '.join(TYPES)}; got {shown(value)}")
    return value


def quantity(unit, variable, zero):
    maximum = int(os.environ[variable])
    bounds = f"{'from 0 to' if zero else 'above 0 and at most'} {maximum:,} {unit}"

    def check(value):
        if not 0 <= value <= maximum or value == 0 and not zero:
            raise Wrong("out_of_range", f"must be {bounds}; got {plain(value)}")
        if value.as_tuple().exponent < -FRACTION_DIGITS:
            raise Wrong("too_precise", f"may have at most {FRACTION_DIGITS} digits after the point; got {plain(value)}")
        return value

    return check


def notes(value):
    value = value.replace("\r\n", "\n")
    if len(value) > MAX_NOTES_LENGTH:
        raise Wrong("too_long", f"must have at most {MAX_NOTES_LENGTH:,} characters; got {len(value):,}")
    if control := re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f]", value):
        found = f"got U+{ord(control[0]):04X} as character {control.start() + 1}"
        raise Wrong("invalid_characters", f"must not contain control characters other than line breaks (\\n or \\r\\n) and tabs; {found}")
    return value


def timestamp(value):
    at, latest = read_timestamp(value), datetime.now(timezone.utc) + timedelta(hours=MAX_HOURS_AHEAD)
    if at is None:
        raise Wrong("malformed", f"must be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00; got {shown(value)}")
    if at.astimezone(timezone.utc).year < EARLIEST_YEAR:
        raise Wrong("out_of_range", f"must not be before the year {EARLIEST_YEAR} (UTC); got {shown(value)}")
    if at > latest:
        until = f"until {utc_text(latest)}"
        raise Wrong("out_of_range", f"must be at most {MAX_HOURS_AHEAD} h ahead, {until}; got {shown(value)}")
    return at


# In the API's order: the kind of the JSON value, whether it must be sent, and the rule.
FIELDS = {
    "userId": ("a string", True, user_id),
    "workoutType": ("a string", True, workout_type),
    "durationMinutes": ("a number", True, quantity("minutes", "MAX_DURATION_MINUTES", zero=False)),
    "caloriesBurned": ("a number", False, quantity("kcal", "MAX_CALORIES_BURNED", zero=True)),
    "distanceKm": ("a number", False, quantity("km", "MAX_DISTANCE_KM", zero=True)),
    "notes": ("a string", False, notes),
    "workoutTimestamp": ("a string", False, timestamp),
    "externalId": ("a string", False, external_id),
}

KINDS = {tuple: "an object", list: "an array", str: "a string", Number: "a number", bool: "a boolean", type(None): "null"}


def not_json(text):
    raise ValueError(text)


# Objects are tuples of their members, so that duplicate fields are visible.
decoder = json.JSONDecoder(object_pairs_hook=tuple, parse_int=Number, parse_float=Number, parse_constant=not_json)


def read(text):
    """The workout, and the errors: first those of the JSON, then those of the readable fields' values."""
    sent, errors = {}, []
    try:
        read_members(text, sent, errors)
    except Wrong as wrong:
        # Nothing after that point can be read.
        return sent, [*errors, wrong.of("body")]
    refused = {error["field"] for error in errors}
    for name, (_, _, rule) in FIELDS.items():
        try:
            if name in sent and name not in refused:
                sent[name] = rule(sent[name])
        except Wrong as wrong:
            errors.append(wrong.of(name))
    sent.setdefault("workoutTimestamp", datetime.now(timezone.utc))
    return sent, errors


def read_members(text, sent, errors):
    """Keeps the readable members; raises the error that ends the reading."""
    if not text:
        raise Wrong("required", "is empty; it must be a JSON object")
    try:
        body = decoder.decode(text)
        depths = [depth(value) for _, value in body] if isinstance(body, tuple) else []
    except (ValueError, RecursionError):
        raise Wrong("malformed", "is not JSON") from None
    if not isinstance(body, tuple):
        raise Wrong("wrong_type", f"must be a JSON object; got {KINDS[type(body)]}")
    seen = set()
    for (name, value), levels in zip(body, depths):
        if len(errors) >= MAX_ERRORS:
            raise Wrong("too_many_errors", f"has more than {MAX_ERRORS} errors")
        again = name in seen
        seen.add(name)
        if levels >= MAX_DEPTH:
            raise Wrong("malformed", f"is nested deeper than {MAX_DEPTH} levels in {shown_name(name)}")
        if name not in FIELDS:
            if not again:
                message = f"There is no field {shown_name(name)}; the fields are {', '.join(FIELDS)}."
                errors.append({"field": shown_name(name), "code": "unknown_field", "message": message})
            continue
        try:
            if again:
                raise Wrong("duplicate_field", "must be sent only once")
            if (taken := take(name, value)) is not None:
                sent[name] = taken
        except Wrong as wrong:
            errors.append(wrong.of(name))
    errors += [Wrong("required", "is required").of(name) for name, (_, required, _) in FIELDS.items() if required and name not in seen]


def take(name, value):
    wanted, required, _ = FIELDS[name]
    received = KINDS[type(value)]
    if received == "null" and not required:
        return None
    if received != wanted:
        raise Wrong("wrong_type", f"must be {wanted}; got {received}")
    if wanted == "a number":
        return number(value)
    if re.search("[\ud800-\udfff]", value):
        raise Wrong("invalid_characters", "must be Unicode; it contains an escape (\\ud800 to \\udfff) that is half of a surrogate pair")
    return value


def number(text):
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Wrong("out_of_range", "is out of range") from None
    if not value:
        return Decimal(0)
    if abs(value.adjusted()) > 10_000 or value.adjusted() > MAX_DIGITS:
        raise Wrong("out_of_range", "is out of range")
    digits = "".join(map(str, value.as_tuple().digits)).rstrip("0")
    if len(digits) > MAX_DIGITS or len(digits) - value.adjusted() - 1 > MAX_DIGITS:
        raise Wrong("too_precise", f"may have at most {MAX_DIGITS} digits")
    return value.normalize()


def depth(value):
    children = [child for _, child in value] if isinstance(value, tuple) else value if isinstance(value, list) else None
    return 0 if children is None else 1 + max(map(depth, children), default=0)


def plain(value):
    """Digits, never an exponent."""
    return format(value, "f")


def shown(value):
    """In quotes, truncated to 64 characters, unprintable characters as \\uXXXX."""
    from unicodedata import category  # only rejected requests need it

    hidden = {"Cc", "Cf", "Zl", "Zp"}
    text = "".join(f"\\u{ord(character):04X}" if category(character) in hidden else character for character in value[:64])
    return f'"{text}"{"…" if len(value) > 64 else ""}'


def shown_name(name):
    """Unquoted if it could be one of our field names, otherwise quoted like a value."""
    return name if re.fullmatch("[A-Za-z0-9_]{1,64}", name) else shown(name)
