// The workout log as serverless samples write it: AWS SDK v3, one put and one metric call for a write, query and sum for a
// read. Environment: LOGS_TABLE (partition key userId, sort key workoutTimestamp); the SDK itself reads AWS_ENDPOINT_URL.

import { randomUUID } from 'node:crypto';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';

const types = new Set(['RUN', 'CYCLING', 'SWIMMING', 'STRENGTH', 'YOGA', 'HIIT', 'WALKING', 'OTHER']);
const maxMinutes = 1440;
const tableName = process.env.LOGS_TABLE;

// Created once per process, as AWS recommends; the SDK keeps connections alive by default.
const dynamoDb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const cloudWatch = new CloudWatchClient({});

class InvalidRequest extends Error {}

/** Handles an API Gateway REST proxy event: POST /workouts or GET /stats/{userId}. */
export async function handle(event) {
  try {
    switch (`${event.httpMethod} ${event.resource}`) {
      case 'POST /workouts':
        return await logWorkout(event);
      case 'GET /stats/{userId}':
        return await getStats(event);
      default:
        return answer(404, { message: 'Not found' });
    }
  } catch (error) {
    if (error instanceof InvalidRequest || error instanceof SyntaxError) {
      return answer(400, { message: error.message });
    }
    console.error('request failed', error);
    return answer(500, { message: 'Internal error' });
  }
}

async function logWorkout(event) {
  const workout = validate(JSON.parse(event.body ?? ''));
  const { userId, workoutType, durationMinutes, caloriesBurned, notes } = workout;
  const workoutId = randomUUID();
  const item = {
    userId,
    workoutTimestamp: `${workout.workoutTimestamp ?? new Date().toISOString()}#${workoutId}`,
    type: workoutType,
    minutes: durationMinutes,
    ...(caloriesBurned != null && { calories: caloriesBurned }),
    ...(notes && { notes }),
  };
  await dynamoDb.send(new PutCommand({ TableName: tableName, Item: item }));
  await putMetrics(workout);
  return answer(201, { workoutId, userId, workoutType });
}

function validate(body) {
  check(typeof body === 'object' && body !== null, 'The body must be an object');
  check(typeof body.userId === 'string' && body.userId.length >= 1 && body.userId.length <= 128, 'userId must have 1 to 128 characters');
  check(types.has(body.workoutType), 'workoutType is not supported');
  const { durationMinutes: minutes, caloriesBurned: calories } = body;
  check(typeof minutes === 'number' && minutes > 0 && minutes <= maxMinutes, `durationMinutes must be above 0 and at most ${maxMinutes}`);
  check(calories == null || (typeof calories === 'number' && calories >= 0), 'caloriesBurned must not be negative');
  return body;
}

function check(condition, message) {
  if (!condition) {
    throw new InvalidRequest(message);
  }
}

async function putMetrics({ workoutType, durationMinutes, caloriesBurned }) {
  const Dimensions = [{ Name: 'WorkoutType', Value: workoutType }];
  await cloudWatch.send(new PutMetricDataCommand({
    Namespace: 'WorkoutLog',
    MetricData: [
      { MetricName: 'WorkoutsLogged', Dimensions, Value: 1, Unit: 'Count' },
      { MetricName: 'DurationMinutes', Dimensions, Value: durationMinutes, Unit: 'None' },
      { MetricName: 'CaloriesBurned', Dimensions, Value: caloriesBurned ?? 0, Unit: 'None' },
    ],
  }));
}

async function getStats(event) {
  const { userId } = event.pathParameters;
  const byType = {};
  let totalWorkouts = 0;
  const pages = paginateQuery({ client: dynamoDb }, {
    TableName: tableName,
    KeyConditionExpression: 'userId = :userId',
    ExpressionAttributeValues: { ':userId': userId },
  });
  for await (const page of pages) {
    for (const { type, minutes, calories } of page.Items) {
      const totals = (byType[type] ??= { workouts: 0, durationMinutes: 0, caloriesBurned: 0 });
      totals.workouts += 1;
      totals.durationMinutes += minutes;
      totals.caloriesBurned += calories ?? 0;
      totalWorkouts += 1;
    }
  }
  return answer(200, { userId, totalWorkouts, byType });
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
