// A client that is generated from docs/openapi.json, against a running stack: logs, reads, lists, replaces, sums up and deletes a workout.
// Types come from openapi-typescript, checks of what is sent and answered from zod schemas by orval.
import { AwsClient } from 'aws4fetch';
import createClient from 'openapi-fetch';
import type { paths } from './generated/api.js';
import * as zod from './generated/zod.js';

// The globals of Node.js, as far as they are used: url, access key and secret of the run.
declare const process: { argv: string[] };
const [baseUrl, accessKeyId, secretAccessKey] = process.argv.slice(2) as [string, string, string];
console.log((await roundTrip()).join('\n'));

async function roundTrip(): Promise<string[]> {
  const aws = new AwsClient({ accessKeyId, secretAccessKey, service: 'execute-api', region: 'us-east-1', retries: 0 });
  const client = createClient<paths>({ baseUrl, fetch: (request) => aws.fetch(request) });
  const userId = 'generated-client';
  const done: string[] = [];

  const logged = await client.POST('/workouts', {
    params: { header: { 'Idempotency-Key': 'generated-client-1' } },
    body: zod.LogWorkoutBody.parse({
      userId, workoutType: 'RUN', durationMinutes: 42.5, distanceKm: 8.1, workoutTimestamp: '2026-05-09T07:30:00+02:00',
    }),
  });
  const workout = zod.LogWorkoutResponse.parse(present(logged));
  const path = { userId, workoutId: workout.workoutId };
  done.push(`logged ${logged.response.status} ${logged.response.headers.get('etag')}`);

  const read = await client.GET('/workouts/{userId}/{workoutId}', { params: { path } });
  done.push(`read ${zod.GetWorkoutResponse.parse(present(read)).durationMinutes}`);

  const page = await client.GET('/workouts/{userId}', { params: { path: { userId }, query: { limit: 10, type: 'RUN' } } });
  done.push(`listed ${zod.ListWorkoutsResponse.parse(present(page)).items.length}`);

  const replaced = await client.PUT('/workouts/{userId}/{workoutId}', {
    params: { path, header: { 'If-Match': '"1"' } },
    body: zod.ReplaceWorkoutBody.parse({ workoutType: 'RUN', durationMinutes: 50, notes: 'Easy' }),
  });
  done.push(`replaced ${zod.ReplaceWorkoutResponse.parse(present(replaced)).notes} ${replaced.response.headers.get('etag')}`);

  const stats = await client.GET('/stats/{userId}', { params: { path: { userId } } });
  done.push(`summed ${zod.GetStatsResponse.parse(present(stats)).totalDurationMinutes}`);

  const stale = await client.DELETE('/workouts/{userId}/{workoutId}', { params: { path, header: { 'If-Match': '"1"' } } });
  done.push(`refused ${stale.error?.status} ${stale.error?.type}`);

  const deleted = await client.DELETE('/workouts/{userId}/{workoutId}', { params: { path } });
  done.push(`deleted ${deleted.response.status}`);

  done.push(`bounded ${zod.LogWorkoutBody.safeParse({ userId: 'no blanks', workoutType: 'RUN', durationMinutes: 0 }).error?.issues.map((issue) => issue.path.join('.')).sort().join(' ')}`);
  return done;
}

function present<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(`An answer was expected; got ${JSON.stringify(answer.error)}.`);
  }

  return answer.data;
}
