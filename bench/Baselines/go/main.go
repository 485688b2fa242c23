// The workout log in Go, for speed: what ProcessWorkout and QueryWorkouts do for POST /workouts and GET /stats/{userId}, on the same
// tables. Left out: idempotency keys, the uniqueness of external ids, runtime parameters (SSM) and the parameters of the statistics;
// no measured request sends any of them.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type function struct {
	store        store
	rules        rules
	serviceRoles []string
	lines        lines
}

func main() {
	api := "http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/"
	f := function{
		store:        store{client: newClient(), logs: require("LOGS_TABLE"), stats: require("STATS_TABLE")},
		rules:        readRules(),
		serviceRoles: strings.Fields(os.Getenv("SERVICE_ROLES")),
		lines:        lines{environment: require("ENVIRONMENT"), detailed: strings.EqualFold(require("MONITORING"), "DETAILED")},
	}
	// INIT has a full core, so it opens the TLS connection to DynamoDB.
	f.store.open()
	for {
		id, trace, payload := next(api)
		e := event{traceID: trace}
		kind, result := "response", []byte(nil)
		if err := json.Unmarshal(payload, &e); err != nil {
			kind, result = "error", encode(map[string]string{"errorType": "InvalidEvent", "errorMessage": err.Error()})
		} else {
			result = encode(f.handle(context.Background(), &e))
		}
		post(api+"invocation/"+id+"/"+kind, result)
	}
}

// Reads the variables that Lambda sets, without searching profile files.
func newClient() *dynamodb.Client {
	credentials := aws.Credentials{
		AccessKeyID:     os.Getenv("AWS_ACCESS_KEY_ID"),
		SecretAccessKey: os.Getenv("AWS_SECRET_ACCESS_KEY"),
		SessionToken:    os.Getenv("AWS_SESSION_TOKEN"),
	}
	options := dynamodb.Options{
		Region: require("AWS_REGION"),
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return credentials, nil
		}),
	}
	// Debian's SDK does not read it itself.
	if url := os.Getenv("AWS_ENDPOINT_URL"); url != "" {
		options.EndpointResolver = dynamodb.EndpointResolverFromURL(strings.TrimSuffix(url, "/"))
	}
	return dynamodb.New(options)
}

func next(api string) (id, trace string, payload []byte) {
	response, err := http.Get(api + "invocation/next")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	payload, err = io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	return response.Header.Get("Lambda-Runtime-Aws-Request-Id"), traceOf(response.Header.Get("Lambda-Runtime-Trace-Id")), payload
}

func post(url string, body []byte) {
	response, err := http.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	// A connection is reused only if its answer was read to the end.
	io.Copy(io.Discard, response.Body)
	response.Body.Close()
}

func require(variable string) string {
	value := os.Getenv(variable)
	if value == "" {
		log.Fatalf("The environment variable %s is not set.", variable)
	}
	return value
}

func requireNumber(variable string) int {
	number, err := strconv.Atoi(require(variable))
	if err != nil {
		log.Fatalf("%s must be a whole number.", variable)
	}
	return number
}
