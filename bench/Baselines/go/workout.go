package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The operator's rules, as deployed.
type rules struct {
	maxMinutes, maxKm, maxKcal, maxNotes, maxHoursAhead, earliestYear int
	types                                                             []string
}

func readRules() rules {
	return rules{
		maxMinutes:    requireNumber("MAX_DURATION_MINUTES"),
		maxKm:         requireNumber("MAX_DISTANCE_KM"),
		maxKcal:       requireNumber("MAX_CALORIES_BURNED"),
		maxNotes:      requireNumber("MAX_NOTES_LENGTH"),
		maxHoursAhead: requireNumber("MAX_HOURS_AHEAD"),
		earliestYear:  requireNumber("EARLIEST_YEAR"),
		types:         strings.Split(os.Getenv("SUPPORTED_TYPES"), ","),
	}
}

// A validated workout.
type workout struct {
	userID, kind      string
	notes, externalID *string
	minutes           decimal
	kcal, km          *decimal
	at                time.Time
}

// All errors: first those of the JSON, then those of the readable fields' values.
func validate(body []byte, r *rules) (workout, draft, []fieldError) {
	d, whole := readDraft(body)
	if !whole {
		return workout{}, d, d.errors
	}
	w := workout{userID: d.userID, kind: d.workoutType, notes: d.notes, externalID: d.externalID}
	d.checkUserID()
	d.checkType(r.types)
	w.minutes = d.checkQuantity("durationMinutes", "minutes", d.minutes, r.maxMinutes, false)
	if d.kcal != nil {
		kcal := d.checkQuantity("caloriesBurned", "kcal", *d.kcal, r.maxKcal, true)
		w.kcal = &kcal
	}
	if d.km != nil {
		km := d.checkQuantity("distanceKm", "km", *d.km, r.maxKm, true)
		w.km = &km
	}
	d.checkNotes(r.maxNotes)
	w.at = d.checkTimestamp(r, time.Now().UTC())
	d.checkExternalID()
	return w, d, d.errors
}

// A rule's error for an unreadable field would be noise.
func (d *draft) refuse(field, code, format string, values ...any) {
	for _, reported := range d.errors[:d.ofJSON] {
		if reported.Field == field {
			return
		}
	}
	d.errors = append(d.errors, fieldError{field, code, fmt.Sprintf(format, values...)})
}

func checkUserID(id string) (code, rule string) {
	switch length := utf8.RuneCountInString(id); {
	case length == 0:
		return "required", "must not be empty"
	case length > 128:
		return "too_long", fmt.Sprintf("must have at most 128 characters; got %d", length)
	case id == "batch":
		return "reserved", `must not be "batch", which is reserved`
	}
	for i := 0; i < len(id); i++ {
		c := id[i]
		if !(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("._:@-", c) >= 0) {
			return "invalid_characters", "may contain only letters A-Z and a-z, digits and . _ : @ -; got " + quote(id)
		}
	}
	return "", ""
}

func (d *draft) checkUserID() {
	if code, rule := checkUserID(d.userID); code != "" {
		d.refuse("userId", code, "userId %s.", rule)
	}
}

func (d *draft) checkType(types []string) {
	for _, known := range types {
		if known == d.workoutType {
			return
		}
	}
	d.refuse("workoutType", "unsupported_value", "workoutType must be one of %s; got %s.", strings.Join(types, ", "), quote(d.workoutType))
}

func (d *draft) checkQuantity(field, unit string, n number, maximum int, zeroAllowed bool) decimal {
	// More digits than a decimal can hold exceed every maximum.
	value := decimal{}
	inRange := !n.negative && n.magnitude() <= 10
	if inRange {
		value = parseDecimal(n.plain())
		limit := decimalOf(maximum)
		cut := n.scale() > fractionDigits
		inRange = !value.above(limit) && !(cut && value == limit) && (zeroAllowed || !n.isZero())
	}
	if !inRange {
		from := "above 0 and at most"
		if zeroAllowed {
			from = "from 0 to"
		}
		d.refuse(field, "out_of_range", "%s must be %s %s %s; got %s.", field, from, grouped(maximum), unit, n.plain())
	} else if n.scale() > fractionDigits {
		d.refuse(field, "too_precise", "%s may have at most %d digits after the point; got %s.", field, fractionDigits, n.plain())
	}
	return value
}

func (d *draft) checkNotes(maximum int) {
	if d.notes == nil {
		return
	}
	if length := utf8.RuneCountInString(*d.notes); length > maximum {
		d.refuse("notes", "too_long", "notes must have at most %s characters; got %s.", grouped(maximum), grouped(length))
		return
	}
	position := 1
	for _, r := range *d.notes {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			d.refuse("notes", "invalid_characters",
				"notes must not contain control characters other than line breaks (\\n or \\r\\n) and tabs; got U+%04X as character %d.", r, position)
			return
		}
		position++
	}
}

func (d *draft) checkTimestamp(r *rules, now time.Time) time.Time {
	if d.timestamp == nil {
		return now.Truncate(time.Microsecond)
	}
	at, ok := parseTimestamp(*d.timestamp)
	latest := now.Add(time.Duration(r.maxHoursAhead) * time.Hour)
	switch received := quote(*d.timestamp); {
	case !ok:
		d.refuse("workoutTimestamp", "malformed", "workoutTimestamp must be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00; got %s.", received)
	case at.UTC().Year() < r.earliestYear:
		d.refuse("workoutTimestamp", "out_of_range", "workoutTimestamp must not be before the year %d (UTC); got %s.", r.earliestYear, received)
	case at.After(latest):
		d.refuse("workoutTimestamp", "out_of_range", "workoutTimestamp must be at most %d h ahead, until %s; got %s.", r.maxHoursAhead, formatUTC(latest), received)
	}
	return at
}

func (d *draft) checkExternalID() {
	if d.externalID == nil {
		return
	}
	id := *d.externalID
	switch length := utf8.RuneCountInString(id); {
	case length == 0:
		d.refuse("externalId", "required", "externalId must not be empty.")
	case length > 128:
		d.refuse("externalId", "too_long", "externalId must have at most 128 characters; got %d.", length)
	case strings.IndexFunc(id, func(r rune) bool { return r < '!' || r > '~' }) >= 0:
		d.refuse("externalId", "invalid_characters", "externalId may contain only printable ASCII characters without spaces; got %s.", quote(id))
	}
}

// The value in quotes, truncated to 64 characters, unprintable characters as \uXXXX.
func quote(value string) string {
	shown, length := strings.Builder{}, 0
	shown.WriteByte('"')
	for _, r := range value {
		if length == 64 {
			return shown.String() + `"…`
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			fmt.Fprintf(&shown, "\\u%04X", r)
		} else {
			shown.WriteRune(r)
		}
		length++
	}
	return shown.String() + `"`
}

// 1,440.
func grouped(value int) string {
	text := strconv.Itoa(value)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
