// The log line and the metrics (CloudWatch's embedded metric format) of a request, without user data.

import { plain } from './decimals.mjs';

const { ENVIRONMENT: environment, MONITORING: monitoring } = process.env;
const isDetailed = monitoring.toLowerCase() === 'detailed';

/** All lines of a request in one write. */
export function handled(event, { logged, validationErrors, readUnits, writeUnits }, status, milliseconds) {
  write([
    logged && embedded(logged.workoutType, [
      ['WorkoutsLogged', 'Count', 1],
      ['CaloriesBurned', 'None', logged.caloriesBurned],
      ['DurationMinutes', 'None', logged.durationMinutes],
    ]),
    embedded(undefined, [
      ['ValidationErrors', 'Count', validationErrors],
      ['ConsumedReadUnits', 'Count', readUnits],
      ['ConsumedWriteUnits', 'Count', writeUnits],
    ]),
    { ...line(event, 'INFO', 'Request handled'), status, durationMs: Number(milliseconds.toFixed(3)) },
  ]);
}

export function failed(event, error) {
  write([{ ...line(event, 'ERROR', 'Request failed'), error: error.name }]);
}

function write(lines) {
  process.stdout.write(lines.filter(Boolean).map((each) => `${encode(each)}\n`).join(''));
}

function line(event, level, message) {
  return {
    timestamp: new Date().toISOString(),
    level,
    message,
    requestId: event.requestContext.requestId,
    traceId: /Root=([^;]+)/.exec(process.env._X_AMZN_TRACE_ID)?.[1],
    method: event.httpMethod,
    resource: event.resource,
  };
}

/** Omits zeros; no line if all are zero. */
function embedded(workoutType, metrics) {
  const counted = metrics.filter(([, , value]) => value);
  return counted.length > 0 && {
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{
        Namespace: 'WorkoutLog',
        Dimensions: [['Environment'], ...(workoutType && isDetailed ? [['Environment', 'WorkoutType']] : [])],
        Metrics: counted.map(([Name, Unit]) => ({ Name, Unit })),
      }],
    },
    Environment: environment,
    WorkoutType: workoutType,
    ...Object.fromEntries(counted.map(([name, , value]) => [name, value])),
  };
}

/** JSON with exact decimals, which JSON.stringify can't write. */
export function encode(value) {
  if (typeof value === 'bigint') {
    return plain(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(encode)}]`;
  }
  if (typeof value !== 'object') {
    return JSON.stringify(value);
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${encode(member)}`)}}`;
}
