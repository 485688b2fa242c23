package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"strings"
	"time"
)

// A request's figures.
type metrics struct {
	logged                *workout
	validationErrors      int
	readUnits, writeUnits float64
}

// Writes the log and the metrics (CloudWatch's embedded metric format), without user data.
type lines struct {
	environment string
	detailed    bool
}

type requestLine struct {
	Timestamp  string  `json:"timestamp"`
	Level      string  `json:"level"`
	Message    string  `json:"message"`
	RequestID  string  `json:"requestId"`
	TraceID    string  `json:"traceId,omitempty"`
	Method     string  `json:"method"`
	Resource   string  `json:"resource"`
	Status     int     `json:"status,omitempty"`
	DurationMs float64 `json:"durationMs,omitempty"`
	Error      string  `json:"error,omitempty"`
}

type metric struct {
	name, unit string
	value      any
}

// All lines of a request in one write.
func (l *lines) handled(e *event, m *metrics, status int, duration time.Duration) {
	var out bytes.Buffer
	if w := m.logged; w != nil {
		kcal := decimal{}
		if w.kcal != nil {
			kcal = *w.kcal
		}
		l.embed(&out, w.kind, metric{"WorkoutsLogged", "Count", 1}, metric{"CaloriesBurned", "None", kcal}, metric{"DurationMinutes", "None", w.minutes})
	}
	l.embed(&out, "",
		metric{"ValidationErrors", "Count", m.validationErrors},
		metric{"ConsumedReadUnits", "Count", m.readUnits},
		metric{"ConsumedWriteUnits", "Count", m.writeUnits})
	line := lineOf(e, "INFO", "Request handled")
	line.Status = status
	line.DurationMs = math.Round(duration.Seconds()*1e6) / 1e3
	write(&out, line)
	os.Stdout.Write(out.Bytes())
}

func (l *lines) failed(e *event, err error) {
	var out bytes.Buffer
	line := lineOf(e, "ERROR", "Request failed")
	line.Error = fmt.Sprintf("%T", err)
	write(&out, line)
	os.Stdout.Write(out.Bytes())
	fmt.Fprintln(os.Stderr, err)
}

func lineOf(e *event, level, message string) requestLine {
	return requestLine{
		Timestamp: time.Now().UTC().Format(time.RFC3339Nano), Level: level, Message: message,
		RequestID: e.RequestContext.RequestID, TraceID: e.traceID, Method: e.HTTPMethod, Resource: e.Resource,
	}
}

// Omits zeros; writes nothing if all are zero.
func (l *lines) embed(out *bytes.Buffer, workoutType string, all ...metric) {
	type definition struct{ Name, Unit string }
	members := map[string]any{"Environment": l.environment}
	definitions := make([]definition, 0, len(all))
	for _, one := range all {
		if !reflect.ValueOf(one.value).IsZero() {
			members[one.name] = one.value
			definitions = append(definitions, definition{one.name, one.unit})
		}
	}
	if len(definitions) == 0 {
		return
	}
	dimensions := [][]string{{"Environment"}}
	if workoutType != "" {
		members["WorkoutType"] = workoutType
		if l.detailed {
			dimensions = append(dimensions, []string{"Environment", "WorkoutType"})
		}
	}
	members["_aws"] = map[string]any{
		"Timestamp":         time.Now().UnixMilli(),
		"CloudWatchMetrics": []any{map[string]any{"Namespace": "WorkoutLog", "Dimensions": dimensions, "Metrics": definitions}},
	}
	write(out, members)
}

func write(out *bytes.Buffer, line any) {
	if err := json.NewEncoder(out).Encode(line); err != nil {
		panic(err)
	}
}

// The root of X-Ray's header: Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1.
func traceOf(header string) string {
	for _, field := range strings.Split(header, ";") {
		if field = strings.TrimSpace(field); strings.HasPrefix(field, "Root=") {
			return field[len("Root="):]
		}
	}
	return ""
}
