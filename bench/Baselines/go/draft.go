package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	wholeBody = "body"
	maxErrors = 100
	maxDigits = 28
	maxDepth  = 16
)

// A workout as sent: types are correct, values not yet checked.
type draft struct {
	userID, workoutType          string
	notes, timestamp, externalID *string
	minutes                      number
	kcal, km                     *number

	errors []fieldError
	// Number of errors in the JSON, not in its values.
	ofJSON int
}

const knownFields = "userId, workoutType, durationMinutes, caloriesBurned, distanceKm, notes, workoutTimestamp, externalId"

// Reads a flat object to its end and reports all errors; false where it stops being JSON.
func readDraft(body []byte) (d draft, whole bool) {
	defer func() { d.ofJSON = len(d.errors) }()
	report := func(field, code, message string) { d.errors = append(d.errors, fieldError{field, code, message}) }
	if len(body) == 0 {
		report(wholeBody, "required", "The body is empty; it must be a JSON object.")
		return d, false
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	first, err := decoder.Token()
	if err == nil && first != json.Delim('{') {
		report(wholeBody, "wrong_type", "The body must be a JSON object; got "+wordOf(bytes.TrimSpace(body)[0])+".")
		return d, false
	}
	seen := make(map[string]bool, 8)
	for err == nil && decoder.More() {
		if len(d.errors) >= maxErrors {
			report(wholeBody, "too_many_errors", "The body has more than 100 errors.")
			return d, false
		}
		var name json.Token
		if name, err = decoder.Token(); err != nil {
			break
		}
		field := name.(string)
		var value json.RawMessage
		if err = decoder.Decode(&value); err != nil {
			break
		}
		if isTooDeep(value) {
			report(fieldName(field), "malformed", "The value of "+fieldName(field)+" is nested deeper than 16 levels.")
			return d, false
		}
		known, again := strings.Contains(", "+knownFields+",", ", "+field+","), seen[field]
		seen[field] = true
		switch {
		case !known && !again:
			report(fieldName(field), "unknown_field", "There is no field "+fieldName(field)+"; the fields are "+knownFields+".")
		case known && again:
			report(field, "duplicate_field", field+" must be sent only once.")
		case known:
			if code, message := d.take(field, value); code != "" {
				report(field, code, field+" "+message)
			}
		}
	}
	if err == nil {
		_, err = decoder.Token()
	}
	if err == nil {
		// Nothing may follow the object.
		if _, err = decoder.Token(); err == io.EOF {
			for _, required := range []string{"userId", "workoutType", "durationMinutes"} {
				if !seen[required] {
					report(required, "required", required+" is required.")
				}
			}
			return d, true
		}
	}
	report(wholeBody, "malformed", "The body is not JSON.")
	return d, false
}

func (d *draft) take(field string, value json.RawMessage) (code, message string) {
	isNumber := field == "durationMinutes" || field == "caloriesBurned" || field == "distanceKm"
	isRequired := field == "userId" || field == "workoutType" || field == "durationMinutes"
	received := wordOf(value[0])
	wanted := "a string"
	if isNumber {
		wanted = "a number"
	}
	if received == "null" && !isRequired {
		return "", ""
	}
	if received != wanted {
		return "wrong_type", "must be " + wanted + "; got " + received + "."
	}
	if isNumber {
		return d.takeNumber(field, string(value))
	}
	var text string
	if err := json.Unmarshal(value, &text); err != nil || hasLoneSurrogate(text, value) {
		return "invalid_characters", "must be Unicode; it contains an escape (\\ud800 to \\udfff) that is half of a surrogate pair."
	}
	switch field {
	case "userId":
		d.userID = text
	case "workoutType":
		d.workoutType = text
	case "notes":
		text = strings.ReplaceAll(text, "\r\n", "\n")
		d.notes = &text
	case "workoutTimestamp":
		d.timestamp = &text
	case "externalId":
		d.externalID = &text
	}
	return "", ""
}

func (d *draft) takeNumber(field, text string) (code, message string) {
	n, ok := parseNumber(text)
	if !ok || n.magnitude() > maxDigits+1 {
		return "out_of_range", "is out of range."
	}
	if len(n.digits) > maxDigits || n.scale() > maxDigits {
		return "too_precise", "may have at most 28 digits."
	}
	switch field {
	case "durationMinutes":
		d.minutes = n
	case "caloriesBurned":
		d.kcal = &n
	default:
		d.km = &n
	}
	return "", ""
}

// The decoder replaces half a surrogate pair with U+FFFD.
func hasLoneSurrogate(text string, raw []byte) bool {
	return strings.ContainsRune(text, utf8.RuneError) &&
		strings.Count(text, "\uFFFD") > strings.Count(strings.ToLower(string(raw)), `\ufffd`)
}

func isTooDeep(value []byte) bool {
	depth, inText := 1, false
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case !inText && (c == '{' || c == '['):
			if depth++; depth > maxDepth {
				return true
			}
		case !inText && (c == '}' || c == ']'):
			depth--
		}
	}
	return false
}

func wordOf(first byte) string {
	switch first {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case '"':
		return "a string"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	}
	return "a number"
}

// Unquoted if it could be one of our field names, otherwise quoted like a value.
func fieldName(name string) string {
	isPlain := len(name) > 0 && len(name) <= 64
	for _, r := range name {
		isPlain = isPlain && (r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_')
	}
	if isPlain {
		return name
	}
	return quote(name)
}
