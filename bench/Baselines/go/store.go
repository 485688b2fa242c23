package main

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type store struct {
	client      *dynamodb.Client
	logs, stats string
}

type item = map[string]types.AttributeValue

func text(value string) types.AttributeValue { return &types.AttributeValueMemberS{Value: value} }
func count(value int) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: strconv.Itoa(value)}
}
func sum(value decimal) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: value.String()}
}
func stringOf(v types.AttributeValue) string   { return v.(*types.AttributeValueMemberS).Value }
func digitsOf(v types.AttributeValue) string   { return v.(*types.AttributeValueMemberN).Value }
func decimalIn(v types.AttributeValue) decimal { return parseDecimal(digitsOf(v)) }

func countIn(v types.AttributeValue) int {
	number, _ := strconv.Atoi(digitsOf(v))
	return max(0, number)
}

// Reads a log that can't exist, to open the connection before the first request.
func (s *store) open() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	s.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &s.logs, Key: item{"userId": text("#"), "workoutTimestamp": text("#")}})
}

// Writes the log and its part of the month's roll-up atomically.
func (s *store) create(ctx context.Context, w *workout, id workoutID, m *metrics) error {
	output, err := s.client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{
		TransactItems: []types.TransactWriteItem{
			{Put: &types.Put{TableName: &s.logs, Item: logItem(w, id), ConditionExpression: aws.String("attribute_not_exists(userId)")}},
			{Update: s.rollup(w)},
		},
		ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return err
	}
	for _, table := range output.ConsumedCapacity {
		m.writeUnits += aws.ToFloat64(table.CapacityUnits)
	}
	return nil
}

func logItem(w *workout, id workoutID) item {
	_, offset := w.at.Zone()
	stored := item{
		"userId":           text(w.userID),
		"workoutTimestamp": text(id.sortKey(w.at)),
		"userIdType":       text(w.userID + "#" + w.kind),
		"type":             text(w.kind),
		"minutes":          sum(w.minutes),
		"utcOffset":        count(offset / 60),
		"version":          count(1),
	}
	if w.kcal != nil {
		stored["calories"] = sum(*w.kcal)
	}
	if w.km != nil {
		stored["distance"] = sum(*w.km)
	}
	if w.notes != nil {
		stored["notes"] = text(*w.notes)
	}
	if w.externalID != nil {
		stored["externalId"] = text(*w.externalID)
	}
	return stored
}

// Flat numbers, which ADD creates: RUN.m by type, 09m by day; a day's calories are A to _, its distance ! to ?.
func (s *store) rollup(w *workout) *types.Update {
	names, values := make(map[string]string, 10), make(item, 10)
	expression := strings.Builder{}
	add := func(attribute string, amount types.AttributeValue) {
		place := strconv.Itoa(len(names))
		if place == "0" {
			expression.WriteString("ADD ")
		} else {
			expression.WriteString(", ")
		}
		expression.WriteString("#" + place + " :" + place)
		names["#"+place], values[":"+place] = attribute, amount
	}
	day := w.at.Day()
	add("v", count(1))
	add(w.kind+".n", count(1))
	add(w.kind+".m", sum(w.minutes))
	add(w.at.Format("02")+"n", count(1))
	add(w.at.Format("02")+"m", sum(w.minutes))
	addOptional := func(value *decimal, measure string, before rune) {
		if value == nil {
			add(measure, count(1))
		} else if *value != (decimal{}) {
			add(w.kind+"."+measure, sum(*value))
			add(string(before+rune(day)), sum(*value))
		}
	}
	addOptional(w.kcal, "c", '@')
	addOptional(w.km, "d", ' ')
	return &types.Update{
		TableName:                 &s.stats,
		Key:                       item{"userId": text(w.userID), "month": text(w.at.Format("2006-01"))},
		UpdateExpression:          aws.String(expression.String()),
		ExpressionAttributeNames:  names,
		ExpressionAttributeValues: values,
	}
}

// The rows of all months, in order.
func (s *store) months(ctx context.Context, userID string, m *metrics) (rows []item, err error) {
	input := &dynamodb.QueryInput{
		TableName:                 &s.stats,
		KeyConditionExpression:    aws.String("userId = :user"),
		ExpressionAttributeValues: item{":user": text(userID)},
		ConsistentRead:            aws.Bool(true),
		ReturnConsumedCapacity:    types.ReturnConsumedCapacityTotal,
	}
	for {
		output, err := s.client.Query(ctx, input)
		if err != nil {
			return nil, err
		}
		m.readUnits += aws.ToFloat64(output.ConsumedCapacity.CapacityUnits)
		rows = append(rows, output.Items...)
		if input.ExclusiveStartKey = output.LastEvaluatedKey; len(input.ExclusiveStartKey) == 0 {
			return rows, nil
		}
	}
}

// Minutes east of UTC of the latest workout; 0 without any.
func (s *store) latestOffset(ctx context.Context, userID string, units *float64) (int, error) {
	output, err := s.client.Query(ctx, &dynamodb.QueryInput{
		TableName:                 &s.logs,
		KeyConditionExpression:    aws.String("userId = :user AND workoutTimestamp BETWEEN :low AND :high"),
		ExpressionAttributeValues: item{":user": text(userID), ":low": text("0"), ":high": text(":")},
		ConsistentRead:            aws.Bool(true),
		ScanIndexForward:          aws.Bool(false),
		Limit:                     aws.Int32(1),
		ReturnConsumedCapacity:    types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return 0, err
	}
	*units = aws.ToFloat64(output.ConsumedCapacity.CapacityUnits)
	if len(output.Items) == 0 {
		return 0, nil
	}
	return strconv.Atoi(digitsOf(output.Items[0]["utcOffset"]))
}
