package main

import (
	"math/bits"
	"strconv"
	"strings"
)

const (
	fractionDigits = 18
	one            = 1_000_000_000_000_000_000
)

// A non-negative 128-bit decimal: units of 10^-18, up to 10^20. Sums are exact.
type decimal struct{ high, low uint64 }

func decimalOf(number int) decimal {
	high, low := bits.Mul64(uint64(number), one)
	return decimal{high, low}
}

// Reads plain digits, which DynamoDB returns; a negative number counts as zero.
func parseDecimal(text string) decimal {
	if strings.HasPrefix(text, "-") {
		return decimal{}
	}
	if strings.ContainsAny(text, "eE") {
		if n, ok := parseNumber(text); ok {
			text = n.plain()
		}
	}
	var d decimal
	fraction := -1
	for i := 0; i < len(text); i++ {
		if text[i] == '.' {
			fraction = 0
			continue
		}
		if fraction == fractionDigits {
			break
		}
		if fraction >= 0 {
			fraction++
		}
		d = d.times10(uint64(text[i] - '0'))
	}
	for fraction = max(fraction, 0); fraction < fractionDigits; fraction++ {
		d = d.times10(0)
	}
	return d
}

func (d decimal) times10(digit uint64) decimal {
	carry, low := bits.Mul64(d.low, 10)
	low, more := bits.Add64(low, digit, 0)
	return decimal{d.high*10 + carry + more, low}
}

func (d decimal) plus(other decimal) decimal {
	low, carry := bits.Add64(d.low, other.low, 0)
	return decimal{d.high + other.high + carry, low}
}

func (d decimal) above(other decimal) bool {
	return d.high > other.high || d.high == other.high && d.low > other.low
}

// The average, rounded half up to two decimal places.
func (d decimal) average(count int) decimal {
	if count <= 0 {
		return decimal{}
	}
	// floor((2 sum + count unit) / (2 unit count)), in two exact steps.
	const unit = one / 100
	high, low := bits.Mul64(uint64(count), unit)
	twice := d.plus(d).plus(decimal{high, low})
	hundredths, _ := bits.Div64(twice.high, twice.low, 2*unit)
	high, low = bits.Mul64(hundredths/uint64(count), unit)
	return decimal{high, low}
}

func (d decimal) String() string {
	whole, fraction := bits.Div64(d.high, d.low, one)
	text := strconv.FormatUint(whole, 10)
	if fraction == 0 {
		return text
	}
	digits := strconv.FormatUint(one+fraction, 10)
	return text + "." + strings.TrimRight(digits[1:], "0")
}

func (d decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// A JSON number as digits without leading or trailing zeros, times 10^exponent.
type number struct {
	negative bool
	digits   string
	exponent int
}

// False for an exponent out of range.
func parseNumber(text string) (number, bool) {
	n := number{}
	n.negative = strings.HasPrefix(text, "-")
	mantissa, exponent := strings.TrimPrefix(text, "-"), ""
	if e := strings.IndexAny(mantissa, "eE"); e >= 0 {
		mantissa, exponent = mantissa[:e], mantissa[e+1:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return number{}, true
	}
	if exponent != "" {
		parsed, err := strconv.Atoi(exponent)
		if err != nil || parsed > 10_000 || parsed < -10_000 {
			return n, false
		}
		n.exponent = parsed
	}
	n.digits = strings.TrimRight(digits, "0")
	n.exponent += len(digits) - len(n.digits) - len(fraction)
	return n, true
}

func (n number) scale() int { return max(0, -n.exponent) }

// Digits before the decimal point.
func (n number) magnitude() int { return len(n.digits) + n.exponent }

func (n number) isZero() bool { return n.digits == "" }

// Plain digits, never an exponent.
func (n number) plain() string {
	text := n.digits
	switch {
	case n.isZero():
		return "0"
	case n.exponent >= 0:
		text += strings.Repeat("0", n.exponent)
	case n.magnitude() > 0:
		text = text[:n.magnitude()] + "." + text[n.magnitude():]
	default:
		text = "0." + strings.Repeat("0", -n.magnitude()) + text
	}
	if n.negative {
		return "-" + text
	}
	return text
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}
