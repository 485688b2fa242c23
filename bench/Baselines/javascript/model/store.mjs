// The calls to DynamoDB: one transaction for a write, the rows of the months and the latest log for a read.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DynamoDBClient, GetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { plain } from './decimals.mjs';
import { localText, utcText } from './timestamps.mjs';

const { AWS_CA_BUNDLE: roots, LOGS_TABLE: logs, STATS_TABLE: stats } = process.env;

// The SDK reads AWS_ENDPOINT_URL itself, but not AWS_CA_BUNDLE.
const client = new DynamoDBClient({ requestHandler: { httpsAgent: { keepAlive: true, ca: roots && readFileSync(roots) } } });

/** Reads a log that can't exist, to open the connection before the first request. */
export async function openConnection() {
  try {
    await client.send(new GetItemCommand({ TableName: logs, Key: { userId: { S: '#' }, workoutTimestamp: { S: '#' } } }));
  } catch (error) {
    console.error(error);
  }
}

/** Writes the log and its part of the month's roll-up atomically; returns the workout's id. */
export async function create(workout, metrics) {
  const { userId, workoutType, workoutTimestamp: at } = workout;
  // Microseconds since 1970, then a random suffix: the workout's id, and in another format its sort key.
  const id = randomBytes(16);
  id.writeBigUInt64BE(BigInt(at.seconds) * 1_000_000n + BigInt(at.micros));
  const log = {
    userId,
    workoutTimestamp: `${utcText(at)}#${id.toString('hex', 8)}`,
    userIdType: `${userId}#${workoutType}`,
    type: workoutType,
    minutes: workout.durationMinutes,
    utcOffset: at.offset,
    version: 1,
    calories: workout.caloriesBurned,
    distance: workout.distanceKm,
    notes: workout.notes,
    externalId: workout.externalId,
  };
  const stored = Object.entries(log).filter(([, value]) => value !== undefined).map(([name, value]) => [name, attribute(value)]);
  const output = await client.send(new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { TableName: logs, Item: Object.fromEntries(stored), ConditionExpression: 'attribute_not_exists(userId)' } },
      { Update: addition(userId, localText(at).slice(0, 7), monthOf(workout)) },
    ],
    ReturnConsumedCapacity: 'TOTAL',
  }));
  metrics.writeUnits += output.ConsumedCapacity.reduce((units, table) => units + table.CapacityUnits, 0);
  return id.toString('base64url');
}

/** A workout's contribution to its month: RUN.m by type, 09m by day; a day's calories are A to _, its distance ! to ?. */
function monthOf({ workoutType: type, durationMinutes: minutes, caloriesBurned, distanceKm, workoutTimestamp }) {
  const day = localText(workoutTimestamp).slice(8, 10);
  const added = { v: 1, [`${type}.n`]: 1, [`${type}.m`]: minutes, [`${day}n`]: 1, [`${day}m`]: minutes };
  for (const [measure, before, value] of [['c', '@', caloriesBurned], ['d', ' ', distanceKm]]) {
    if (value === undefined) {
      added[measure] = 1;
    } else if (value !== 0n) {
      added[`${type}.${measure}`] = value;
      added[String.fromCharCode(before.charCodeAt(0) + Number(day))] = value;
    }
  }
  return added;
}

/** An update of flat numbers, which ADD creates. */
function addition(userId, month, added) {
  const all = Object.entries(added);
  return {
    TableName: stats,
    Key: { userId: { S: userId }, month: { S: month } },
    UpdateExpression: `ADD ${all.map((_, place) => `#${place} :${place}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], place) => [`#${place}`, name])),
    ExpressionAttributeValues: Object.fromEntries(all.map(([, value], place) => [`:${place}`, attribute(value)])),
  };
}

/** The rows of all months, in order, and the minutes east of UTC of the latest workout; both are read concurrently. */
export async function read(userId, metrics) {
  const [[rows, units], [offset, more]] = await Promise.all([months(userId), latestOffset(userId)]);
  metrics.readUnits += units + more;
  return [rows, offset];
}

async function months(userId) {
  const query = {
    TableName: stats,
    KeyConditionExpression: 'userId = :user',
    ExpressionAttributeValues: { ':user': { S: userId } },
    ConsistentRead: true,
    ReturnConsumedCapacity: 'TOTAL',
  };
  const rows = [];
  let units = 0;
  do {
    const output = await client.send(new QueryCommand(query));
    units += output.ConsumedCapacity.CapacityUnits;
    rows.push(...output.Items);
    query.ExclusiveStartKey = output.LastEvaluatedKey;
  } while (query.ExclusiveStartKey);
  return [rows, units];
}

async function latestOffset(userId) {
  const { Items: [latest], ConsumedCapacity } = await client.send(new QueryCommand({
    TableName: logs,
    KeyConditionExpression: 'userId = :user AND workoutTimestamp BETWEEN :low AND :high',
    ExpressionAttributeValues: { ':user': { S: userId }, ':low': { S: '0' }, ':high': { S: ':' } },
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: 1,
    ReturnConsumedCapacity: 'TOTAL',
  }));
  return [Number(latest?.utcOffset.N ?? 0), ConsumedCapacity.CapacityUnits];
}

const attribute = (value) => (typeof value === 'string' ? { S: value } : { N: typeof value === 'bigint' ? plain(value) : String(value) });
