package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"net/url"
	"strings"
	"time"
)

type workoutResponse struct {
	WorkoutID        string   `json:"workoutId"`
	UserID           string   `json:"userId"`
	WorkoutType      string   `json:"workoutType"`
	DurationMinutes  decimal  `json:"durationMinutes"`
	CaloriesBurned   *decimal `json:"caloriesBurned,omitempty"`
	DistanceKm       *decimal `json:"distanceKm,omitempty"`
	Notes            *string  `json:"notes,omitempty"`
	WorkoutTimestamp string   `json:"workoutTimestamp"`
	ExternalID       *string  `json:"externalId,omitempty"`
}

func (f *function) logWorkout(ctx context.Context, e *event, m *metrics) (answer, error) {
	body, refused := e.readBody(m)
	if refused != nil {
		return *refused, nil
	}
	w, sent, errors := validate(body, &f.rules)
	if sent.userID != "" {
		if reason := f.refusal(e, sent.userID); reason != "" {
			return notYours(e, reason), nil
		}
	}
	if len(errors) > 0 {
		return invalid(e, m, errors), nil
	}
	id := newID(w.at)
	if err := f.store.create(ctx, &w, id, m); err != nil {
		return answer{}, err
	}
	m.logged = &w
	a := reply(201, "application/json", workoutResponse{
		WorkoutID: id.String(), UserID: w.userID, WorkoutType: w.kind, DurationMinutes: w.minutes, CaloriesBurned: w.kcal, DistanceKm: w.km,
		Notes: w.notes, WorkoutTimestamp: formatLocal(w.at), ExternalID: w.externalID,
	})
	path := e.RequestContext.Path
	if path == "" {
		path = e.Path
	}
	a.Headers["ETag"] = `"1"`
	a.Headers["Location"] = "/" + strings.Trim(path, "/") + "/" + strings.ReplaceAll(url.QueryEscape(w.userID), "+", "%20") + "/" + id.String()
	return a, nil
}

// Microseconds since 1970, then a random suffix: the workout's id, and in another format its sort key.
type workoutID [16]byte

func newID(at time.Time) (id workoutID) {
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMicro()))
	if _, err := rand.Read(id[8:]); err != nil {
		panic(err)
	}
	return id
}

func (id workoutID) String() string { return base64.RawURLEncoding.EncodeToString(id[:]) }

func (id workoutID) sortKey(at time.Time) string {
	return formatUTC(at) + "#" + hex.EncodeToString(id[8:])
}
