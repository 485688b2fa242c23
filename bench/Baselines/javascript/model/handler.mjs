// The workout log in JavaScript, for speed: what ProcessWorkout and QueryWorkouts do for POST /workouts and GET /stats/{userId},
// on the same tables. Left out: idempotency keys, the uniqueness of external ids, runtime parameters (SSM), the parameters of the
// statistics, and where a body stops being JSON; no measured request needs any of them.

import { read, rules, shown, shownName } from './fields.mjs';
import { encode, failed, handled } from './lines.mjs';
import { sumUp } from './stats.mjs';
import * as store from './store.mjs';
import { localText } from './timestamps.mjs';
import { Wrong } from './wrong.mjs';

const serviceRoles = (process.env.SERVICE_ROLES ?? '').split(/\s+/).filter(Boolean);
const maxBodyBytes = 256 * 1024;

// Problem kinds by status.
const problems = {
  400: ['invalid-request', 'The request is not valid'],
  403: ['not-your-data', 'Not allowed for this user'],
  404: ['route-not-found', 'No such path'],
  413: ['body-too-large', 'The body is too large'],
  415: ['unsupported-media-type', 'Unsupported media type'],
  500: ['internal-error', 'Internal error'],
};

const routes = { 'POST /workouts': logWorkout, 'GET /stats/{userId}': getStats };

class Refused extends Error {
  constructor(status, { errors = [], detail } = {}) {
    super();
    Object.assign(this, { status, errors, detail });
  }
}

async function answer(event) {
  const start = performance.now();
  const metrics = { logged: undefined, validationErrors: 0, readUnits: 0, writeUnits: 0 };
  let result;
  try {
    result = await (routes[`${event.httpMethod} ${event.resource}`] ?? noRoute)(event, metrics);
  } catch (error) {
    if (!(error instanceof Refused)) {
      console.error(error);
      failed(event, error);
    }
    const refused = error instanceof Refused ? error : new Refused(500);
    metrics.validationErrors += refused.errors.length;
    result = problem(event, refused);
  }
  handled(event, metrics, result.statusCode, performance.now() - start);
  return result;
}

async function logWorkout(event, metrics) {
  const [workout, errors] = read(readBody(event));
  if (workout.userId) {
    checkCaller(event, workout.userId);
  }
  if (errors.length > 0) {
    throw new Refused(400, { errors });
  }
  const workoutId = await store.create(workout, metrics);
  metrics.logged = workout;
  const path = (event.requestContext.path || event.path).replace(/^\/+|\/+$/g, '');
  return reply(201, { workoutId, ...workout, workoutTimestamp: localText(workout.workoutTimestamp) }, {
    ETag: '"1"',
    Location: `/${path}/${encodeURIComponent(workout.userId)}/${workoutId}`,
  });
}

async function getStats(event, metrics) {
  const userId = decode(event.pathParameters.userId);
  const errors = [];
  try {
    rules.userId(userId);
    checkCaller(event, userId);
  } catch (error) {
    if (!(error instanceof Wrong)) {
      throw error;
    }
    errors.push(error.of('userId'));
  }
  for (const name of Object.keys(event.multiValueQueryStringParameters ?? {}).map(shownName)) {
    errors.push({ field: name, code: 'unknown_parameter', message: `There is no parameter ${name}; this path takes none.` });
  }
  if (errors.length > 0) {
    throw new Refused(400, { errors });
  }
  const [rows, offset] = await store.read(userId, metrics);
  return reply(200, { userId, ...sumUp(rows, Math.floor((Date.now() / 60_000 + offset) / 1440)) });
}

function noRoute() {
  throw new Refused(404, { detail: 'There is no such path.' });
}

function checkCaller(event, userId) {
  const { cognitoIdentityId, cognitoAuthenticationType, userArn } = event.requestContext.identity ?? {};
  let refusal;
  if (cognitoIdentityId && cognitoAuthenticationType === 'authenticated') {
    refusal = userId !== cognitoIdentityId && 'A signed-in athlete may act only for its own userId.';
  } else if (cognitoIdentityId) {
    refusal = 'A guest may not act for any userId; sign in first.';
  } else {
    refusal = !serviceRoles.includes((userArn ?? '').replace(/\/[^/]*$/, ''))
      && "The caller may not act for any userId: it is not signed in through Amazon Cognito, and its role is not one of the stack's serviceRoles.";
  }
  if (refusal) {
    throw new Refused(403, { detail: refusal });
  }
}

function readBody(event) {
  const headers = Object.fromEntries(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const { 'content-type': contentType, 'content-encoding': coding } = headers;
  if (contentType && !isJson(contentType)) {
    refuse(415, 'Content-Type', 'unsupported_value', `must be application/json in UTF-8; got ${shown(contentType)}`);
  }
  if (coding && coding.toLowerCase() !== 'identity') {
    const rule = `must be omitted, because compressed bodies are not accepted; got ${shown(coding)}`;
    refuse(415, 'Content-Encoding', 'unsupported_value', rule);
  }
  let text = event.body ?? '';
  if (event.isBase64Encoded) {
    if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)) {
      refuse(400, 'body', 'malformed', 'is marked as base64 and is not');
    }
    text = Buffer.from(text, 'base64').toString();
  }
  if (Buffer.byteLength(text) > maxBodyBytes) {
    refuse(413, 'body', 'too_large', 'must have at most 256 KB (262,144 bytes)');
  }
  const replaced = text.indexOf('\ufffd');
  if (replaced >= 0) {
    const offset = Buffer.byteLength(text.slice(0, replaced));
    const rule = `must be valid UTF-8; the byte at offset ${offset} is not. Write a U+FFFD as the escape \\ufffd`;
    refuse(400, 'body', 'invalid_characters', rule);
  }
  return text.replace(/^\ufeff/, '');
}

function isJson(contentType) {
  const [mediaType, ...parameters] = contentType.toLowerCase().split(';').map((part) => part.trim());
  return mediaType === 'application/json' && parameters.every((parameter) => /^(?!charset=)|^charset="?utf-8"?$/.test(parameter));
}

function refuse(status, field, code, rule) {
  throw new Refused(status, { errors: [new Wrong(code, rule).of(field)] });
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function problem(event, { status, errors, detail }) {
  const [kind, title] = problems[status];
  const summary = errors.length > 1 ? `${errors.length} errors, listed in errors.` : errors[0]?.message;
  return reply(status, {
    type: `urn:workout-log:problem:${kind}`,
    title,
    status,
    detail: detail ?? summary,
    errors: errors.length > 0 ? errors : undefined,
    requestId: event.requestContext.requestId,
  }, { 'Content-Type': 'application/problem+json' });
}

function reply(statusCode, body, headers) {
  return { statusCode, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers }, body: encode(body) };
}

// INIT has a full core, so it opens the TLS connection to DynamoDB.
export const handle = store.openConnection().then(() => answer);
