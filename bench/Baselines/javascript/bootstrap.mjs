// Runs the handler that _HANDLER names (module.function, in the working directory) against the Lambda Runtime API.
// Lambda's own runtime client also creates a context object, formats logs and tracks time. This loop omits that,
// which makes the JavaScript baseline slightly faster than it would be on Lambda.

import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, name, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const request = http.request({ agent, hostname, port, method, path: `/2018-06-01/runtime/${name}`, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, text: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

function describe(error) {
  console.error(error);
  return JSON.stringify({ errorType: error.name, errorMessage: error.message });
}

// A promise exported by the handler is part of INIT, like a module's top-level await on Lambda.
async function load(handler) {
  const [file, name] = handler.split('.');
  return createRequire(path.join(process.cwd(), 'bootstrap'))(`./${file}.cjs`)[name];
}

async function run(handle, event) {
  try {
    return ['response', JSON.stringify(await handle(event))];
  } catch (error) {
    return ['error', describe(error)];
  }
}

let handle;
try {
  handle = await load(process.env._HANDLER);
} catch (error) {
  await call('POST', 'init/error', describe(error));
  process.exit(1);
}

while (true) {
  const { headers, text } = await call('GET', 'invocation/next');
  process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'] ?? '';
  const [kind, result] = await run(handle, JSON.parse(text));
  await call('POST', `invocation/${headers['lambda-runtime-aws-request-id']}/${kind}`, result);
}
