#!/bin/bash
# Answers with the event's headers, its own process id and its environment as the body.
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
[ -e "$LAMBDA_TASK_ROOT/refuses-to-start" ] && exit 3
rm "$LAMBDA_TASK_ROOT/refuses-the-first-start" 2>/dev/null && exit 3
rm "$LAMBDA_TASK_ROOT/hangs-in-the-first-start" 2>/dev/null && sleep 60
[ -e "$LAMBDA_TASK_ROOT/hangs-in-each-start" ] && sleep 60
while true; do
  headers="$LAMBDA_TASK_ROOT/headers.$$"
  event=$(curl -sS -D "$headers" "$api/invocation/next") || exit 1
  header() { grep -i "^$1:" "$headers" | tr -d '\r' | cut -d' ' -f2; }
  id=$(header lambda-runtime-aws-request-id)
  echo "received an event"
  case $event in
    *crash*) exit 7 ;;
    *hang*) sleep 60 ;;
    *hoard*) printf -v much '%*s' 200000000 ''; sleep 60 ;;
    *gulp*) printf -v much '%*s' 200000000 ''; unset much ;;
    *child*) bash -c "printf -v much '%*s' 200000000 ''; sleep 60" ;;
    *fail*) curl -sS -o "$LAMBDA_TASK_ROOT/out.$$" -d '{"errorType":"Oops"}' "$api/invocation/$id/error"; continue ;;
    *slow*) sleep 1 ;;
    *wait:*) file=${event#*wait:}; file=${file%%[\\\"]*}; until [ -e "$file" ]; do sleep 0.02; done ;;
  esac
  case $event in
    *malformed*) answer='{"status":200}' ;;
    *environment*) answer="{\"statusCode\":200,\"body\":\"$(env | tr '\n' ' ' | tr -d '\"\\')\"}" ;;
    *) answer="{\"statusCode\":201,\"headers\":{\"X-Process\":\"$$\",\"X-Version\":\"$AWS_LAMBDA_FUNCTION_VERSION\",\"X-Arn\":\"$(header lambda-runtime-invoked-function-arn)\",\"X-Deadline\":\"$(header lambda-runtime-deadline-ms)\",\"X-Request\":\"$id\",\"X-Trace\":\"$(header lambda-runtime-trace-id)\"},\"body\":\"done\"}" ;;
  esac
  curl -sS -o "$LAMBDA_TASK_ROOT/out.$$" -d "$answer" "$api/invocation/$id/response"
  [ -e "$LAMBDA_TASK_ROOT/leaves-after-one" ] && exit 0
done
