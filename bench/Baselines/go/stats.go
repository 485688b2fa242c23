package main

import (
	"context"
	"net/url"
	"strconv"
	"time"
)

type totals struct {
	workouts          int
	minutes, kcal, km decimal
}

func (t *totals) add(other totals) {
	t.workouts += other.workouts
	t.minutes, t.kcal, t.km = t.minutes.plus(other.minutes), t.kcal.plus(other.kcal), t.km.plus(other.km)
}

func (t *totals) set(measure byte, row item, attribute string) {
	switch measure {
	case 'n':
		t.workouts = countIn(row[attribute])
	case 'm':
		t.minutes = decimalIn(row[attribute])
	case 'c':
		t.kcal = decimalIn(row[attribute])
	case 'd':
		t.km = decimalIn(row[attribute])
	}
}

type statistics struct {
	total                  totals
	withoutKcal, withoutKm int
	byType, byMonth        map[string]totals
	currentRun, longestRun int
}

type groupResponse struct {
	Workouts               int     `json:"workouts"`
	DurationMinutes        decimal `json:"durationMinutes"`
	CaloriesBurned         decimal `json:"caloriesBurned"`
	DistanceKm             decimal `json:"distanceKm"`
	AverageDurationMinutes decimal `json:"averageDurationMinutes"`
}

type statsResponse struct {
	UserID                 string  `json:"userId"`
	TotalWorkouts          int     `json:"totalWorkouts"`
	TotalDurationMinutes   decimal `json:"totalDurationMinutes"`
	TotalCaloriesBurned    decimal `json:"totalCaloriesBurned"`
	TotalDistanceKm        decimal `json:"totalDistanceKm"`
	AverageDurationMinutes decimal `json:"averageDurationMinutes"`
	AverageCaloriesBurned  decimal `json:"averageCaloriesBurned"`
	AverageDistanceKm      decimal `json:"averageDistanceKm"`
	Streaks                struct {
		Current int `json:"current"`
		Longest int `json:"longest"`
	} `json:"streaks"`
	ByType  map[string]groupResponse `json:"byType"`
	ByMonth map[string]groupResponse `json:"byMonth"`
}

func (f *function) getStats(ctx context.Context, e *event, m *metrics) (answer, error) {
	userID, err := url.PathUnescape(e.PathParameters["userId"])
	if err != nil {
		userID = e.PathParameters["userId"]
	}
	var errors []fieldError
	if code, rule := checkUserID(userID); code != "" {
		errors = append(errors, fieldError{"userId", code, "userId " + rule + "."})
	} else if reason := f.refusal(e, userID); reason != "" {
		return notYours(e, reason), nil
	}
	for name := range e.Query {
		errors = append(errors, fieldError{fieldName(name), "unknown_parameter", "There is no parameter " + fieldName(name) + "; this path takes none."})
	}
	if len(errors) > 0 {
		return invalid(e, m, errors), nil
	}

	// Both reads concurrently.
	var units float64
	var offset int
	latest := make(chan error, 1)
	go func() {
		var err error
		offset, err = f.store.latestOffset(ctx, userID, &units)
		latest <- err
	}()
	rows, err := f.store.months(ctx, userID, m)
	if failed := <-latest; err == nil {
		err = failed
	}
	if err != nil {
		return answer{}, err
	}
	m.readUnits += units
	s := sumUp(rows, time.Now().UTC().Add(time.Duration(offset)*time.Minute))
	response := statsResponse{
		UserID: userID, TotalWorkouts: s.total.workouts,
		TotalDurationMinutes: s.total.minutes, TotalCaloriesBurned: s.total.kcal, TotalDistanceKm: s.total.km,
		AverageDurationMinutes: s.total.minutes.average(s.total.workouts),
		AverageCaloriesBurned:  s.total.kcal.average(s.total.workouts - s.withoutKcal),
		AverageDistanceKm:      s.total.km.average(s.total.workouts - s.withoutKm),
		ByType:                 groups(s.byType), ByMonth: groups(s.byMonth),
	}
	response.Streaks.Current, response.Streaks.Longest = s.currentRun, s.longestRun
	return reply(200, "application/json", response), nil
}

func groups(of map[string]totals) map[string]groupResponse {
	shown := make(map[string]groupResponse, len(of))
	for name, t := range of {
		shown[name] = groupResponse{t.workouts, t.minutes, t.kcal, t.km, t.minutes.average(t.workouts)}
	}
	return shown
}

// Sums up the months' rows, which are in order; today is the user's own.
func sumUp(rows []item, today time.Time) statistics {
	s := statistics{byType: map[string]totals{}, byMonth: map[string]totals{}}
	const day = 24 * 60 * 60
	todayNumber := int(today.Unix() / day)
	run, last := 0, 0
	for _, row := range rows {
		month := stringOf(row["month"])
		first, err := time.Parse("2006-01", month)
		if err != nil {
			continue
		}
		types, days := map[string]totals{}, [31]int{}
		for attribute, value := range row {
			length := len(attribute)
			switch {
			case length > 2 && attribute[length-2] == '.':
				t := types[attribute[:length-2]]
				t.set(attribute[length-1], row, attribute)
				types[attribute[:length-2]] = t
			case attribute == "c":
				s.withoutKcal += countIn(value)
			case attribute == "d":
				s.withoutKm += countIn(value)
			case length == 3 && attribute[2] == 'n':
				if number, err := strconv.Atoi(attribute[:2]); err == nil && number >= 1 && number <= 31 {
					days[number-1] = countIn(value)
				}
			}
		}
		for name, t := range types {
			// A deletion leaves a zero.
			if t.workouts == 0 {
				continue
			}
			s.total.add(t)
			ofType, ofMonth := s.byType[name], s.byMonth[month]
			ofType.add(t)
			ofMonth.add(t)
			s.byType[name], s.byMonth[month] = ofType, ofMonth
		}
		for i, workouts := range days {
			if workouts == 0 {
				continue
			}
			number := int(first.Unix()/day) + i
			if run > 0 && last+1 == number {
				run++
			} else {
				run = 1
			}
			last = number
			s.longestRun = max(s.longestRun, run)
			if number == todayNumber || number == todayNumber-1 {
				s.currentRun = run
			}
		}
	}
	return s
}
