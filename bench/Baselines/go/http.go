package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// The used part of an API Gateway REST API proxy event.
type event struct {
	Resource       string              `json:"resource"`
	Path           string              `json:"path"`
	HTTPMethod     string              `json:"httpMethod"`
	Headers        map[string]string   `json:"headers"`
	Query          map[string][]string `json:"multiValueQueryStringParameters"`
	PathParameters map[string]string   `json:"pathParameters"`
	RequestContext struct {
		Path      string `json:"path"`
		RequestID string `json:"requestId"`
		Identity  struct {
			CognitoIdentityID         string `json:"cognitoIdentityId"`
			CognitoAuthenticationType string `json:"cognitoAuthenticationType"`
			UserArn                   string `json:"userArn"`
		} `json:"identity"`
	} `json:"requestContext"`
	Body            string `json:"body"`
	IsBase64Encoded bool   `json:"isBase64Encoded"`

	traceID string
}

type answer struct {
	StatusCode int               `json:"statusCode"`
	Headers    map[string]string `json:"headers"`
	Body       string            `json:"body"`
}

type fieldError struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

type problem struct {
	Type      string       `json:"type"`
	Title     string       `json:"title"`
	Status    int          `json:"status"`
	Detail    string       `json:"detail,omitempty"`
	Errors    []fieldError `json:"errors,omitempty"`
	RequestID string       `json:"requestId"`
}

func (f *function) handle(ctx context.Context, e *event) answer {
	start := time.Now()
	var m metrics
	a, err := f.route(ctx, e, &m)
	if err != nil {
		f.lines.failed(e, err)
		a = refuse(e, problem{Type: "internal-error", Title: "Internal error", Status: 500})
	}
	f.lines.handled(e, &m, a.StatusCode, time.Since(start))
	return a
}

func (f *function) route(ctx context.Context, e *event, m *metrics) (answer, error) {
	switch e.HTTPMethod + " " + e.Resource {
	case "POST /workouts":
		return f.logWorkout(ctx, e, m)
	case "GET /stats/{userId}":
		return f.getStats(ctx, e, m)
	}
	return refuse(e, problem{Type: "route-not-found", Title: "No such path", Status: 404, Detail: "There is no such path."}), nil
}

// Why the caller may not act for the user; empty if it may.
func (f *function) refusal(e *event, userID string) string {
	identity := &e.RequestContext.Identity
	switch {
	case identity.CognitoIdentityID != "" && identity.CognitoAuthenticationType == "authenticated":
		if userID == identity.CognitoIdentityID {
			return ""
		}
		return "A signed-in athlete may act only for its own userId."
	case identity.CognitoIdentityID != "":
		return "A guest may not act for any userId; sign in first."
	}
	if end := strings.LastIndexByte(identity.UserArn, '/'); end > 0 {
		for _, role := range f.serviceRoles {
			if identity.UserArn[:end] == role {
				return ""
			}
		}
	}
	return "The caller may not act for any userId: it is not signed in through Amazon Cognito, and its role is not one of the stack's serviceRoles."
}

const maxBodyBytes = 256 * 1024

// The body's bytes, or the answer to an unreadable one.
func (e *event) readBody(m *metrics) ([]byte, *answer) {
	if contentType := e.header("Content-Type"); contentType != "" && !isJSON(contentType) {
		return nil, e.refuseBody(m, 415, fieldError{"Content-Type", "unsupported_value", "Content-Type must be application/json in UTF-8; got " + quote(contentType) + "."})
	}
	if coding := e.header("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, e.refuseBody(m, 415, fieldError{"Content-Encoding", "unsupported_value", "Content-Encoding must be omitted, because compressed bodies are not accepted; got " + quote(coding) + "."})
	}
	body := []byte(e.Body)
	if e.IsBase64Encoded {
		decoded, err := base64.StdEncoding.DecodeString(e.Body)
		if err != nil {
			return nil, e.refuseBody(m, 400, fieldError{wholeBody, "malformed", "The body is marked as base64 but is not valid base64."})
		}
		body = decoded
	}
	if len(body) > maxBodyBytes {
		return nil, e.refuseBody(m, 413, fieldError{wholeBody, "too_large", "The body must have at most 256 KB (262,144 bytes)."})
	}
	// API Gateway replaces bytes that are not UTF-8 with this character.
	if offset := bytes.IndexRune(body, '\uFFFD'); offset >= 0 {
		return nil, e.refuseBody(m, 400, fieldError{wholeBody, "invalid_characters",
			fmt.Sprintf("The body must be valid UTF-8; the byte at offset %d is not. Write a U+FFFD as the escape \\ufffd.", offset)})
	}
	return bytes.TrimPrefix(body, []byte("\xEF\xBB\xBF")), nil
}

func (e *event) refuseBody(m *metrics, status int, err fieldError) *answer {
	m.validationErrors++
	kinds := map[int][2]string{
		400: {"invalid-request", "The request is not valid"},
		413: {"body-too-large", "The body is too large"},
		415: {"unsupported-media-type", "Unsupported media type"},
	}
	a := refuse(e, problem{Type: kinds[status][0], Title: kinds[status][1], Status: status, Detail: err.Message, Errors: []fieldError{err}})
	return &a
}

func isJSON(contentType string) bool {
	parts := strings.Split(strings.ToLower(contentType), ";")
	if strings.TrimSpace(parts[0]) != "application/json" {
		return false
	}
	for _, parameter := range parts[1:] {
		name, value, _ := strings.Cut(strings.TrimSpace(parameter), "=")
		if name == "charset" && strings.Trim(value, `"`) != "utf-8" {
			return false
		}
	}
	return true
}

func (e *event) header(name string) string {
	for key, value := range e.Headers {
		if strings.EqualFold(key, name) {
			return value
		}
	}
	return ""
}

func notYours(e *event, reason string) answer {
	return refuse(e, problem{Type: "not-your-data", Title: "Not allowed for this user", Status: 403, Detail: reason})
}

func invalid(e *event, m *metrics, errors []fieldError) answer {
	m.validationErrors += len(errors)
	detail := errors[0].Message
	if len(errors) > 1 {
		detail = fmt.Sprintf("%d errors, listed in errors.", len(errors))
	}
	return refuse(e, problem{Type: "invalid-request", Title: "The request is not valid", Status: 400, Detail: detail, Errors: errors})
}

func refuse(e *event, p problem) answer {
	p.Type = "urn:workout-log:problem:" + p.Type
	p.RequestID = e.RequestContext.RequestID
	return reply(p.Status, "application/problem+json", p)
}

func reply(status int, contentType string, body any) answer {
	return answer{status, map[string]string{"Content-Type": contentType, "Cache-Control": "no-store"}, string(encode(body))}
}

// JSON that does not escape < > &, because it is never shown as HTML.
func encode(value any) []byte {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte("\n"))
}
