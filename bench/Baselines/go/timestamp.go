package main

import "time"

const utcLayout = "2006-01-02T15:04:05.000000Z"

func formatUTC(at time.Time) string { return at.UTC().Format(utcLayout) }

// With the user's offset; Z for none.
func formatLocal(at time.Time) string { return at.Format("2006-01-02T15:04:05.000000Z07:00") }

// Reads 2026-05-09T07:30:00.25+02:00 strictly by RFC 3339; time.Parse accepts more. Digits below a microsecond are truncated.
func parseTimestamp(text string) (at time.Time, ok bool) {
	if len(text) < 20 || text[4] != '-' || text[7] != '-' || text[10]|0x20 != 't' || text[13] != ':' || text[16] != ':' {
		return at, false
	}
	var part [6]int
	for i, span := range [6][2]int{{0, 4}, {5, 7}, {8, 10}, {11, 13}, {14, 16}, {17, 19}} {
		if part[i], ok = digits(text[span[0]:span[1]]); !ok {
			return at, false
		}
	}
	micros, rest := 0, text[19:]
	if rest[0] == '.' {
		length := 1
		for length < len(rest) && rest[length] >= '0' && rest[length] <= '9' {
			length++
		}
		if length < 2 || length > 10 {
			return at, false
		}
		for place := 1; place <= 6; place++ {
			micros *= 10
			if place < length {
				micros += int(rest[place] - '0')
			}
		}
		rest = rest[length:]
	}
	zone, ok := parseOffset(rest)
	if !ok || part[3] > 23 || part[4] > 59 || part[5] > 59 || part[0] < 1 {
		return at, false
	}
	at = time.Date(part[0], time.Month(part[1]), part[2], part[3], part[4], part[5], micros*1000, zone)
	// A day that the month does not have would roll over into the next month.
	year, month, day := at.Date()
	utcYear := at.UTC().Year()
	return at, year == part[0] && int(month) == part[1] && day == part[2] && utcYear >= 1 && utcYear <= 9999
}

func parseOffset(text string) (*time.Location, bool) {
	if text == "Z" || text == "z" {
		return time.UTC, true
	}
	if len(text) != 6 || text[0] != '+' && text[0] != '-' || text[3] != ':' {
		return nil, false
	}
	hours, isHour := digits(text[1:3])
	minutes, isMinute := digits(text[4:])
	total := hours*60 + minutes
	if !isHour || !isMinute || minutes > 59 || total > 14*60 {
		return nil, false
	}
	if text[0] == '-' {
		total = -total
	}
	if total == 0 {
		return time.UTC, true
	}
	return time.FixedZone("", total*60), true
}

func digits(text string) (value int, ok bool) {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		value = value*10 + int(text[i]-'0')
	}
	return value, true
}
