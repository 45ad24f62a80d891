'use strict';
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const http = require('node:http');
const { test } = require('node:test');
const { inRoot } = require('./paths');

const KEY = 'k'.repeat(40);
const SECRET = 's'.repeat(40);
const CODE = '012345';

/** A service that answers as the real one should, in the few words the demo looks at. */
function answers() {
  let isUsed = false;
  const verify = (body) => {
    const isGood = body.code === CODE && !isUsed;
    isUsed ||= isGood;
    return isGood ? [200, { result: 'success' }] : [400, { error: 'no' }];
  };
  const picture = answersOfPicture();
  return {
    ...picture,
    'GET /api/health': () => [200, {}],
    'POST /api/console/clients': (_, authorization) =>
      (authorization === `Bearer ${KEY}` ? [201, { clientId: 'id 1', clientSecret: SECRET }] : [401, {}]),
    'POST /api/open/send-otp': ({ recipient }) =>
      [200, { recipient, code: CODE, createDate: '', expireDate: '', maxFailCount: 10 }],
    'GET /api/dev/outbox': () => [200, [{ text: `code ${CODE}` }]],
    'POST /api/open/verify-otp': verify,
    'DELETE /api/console/clients/id%201': () => [204],
  };
}

/** A picture that is judged once, and there until then. */
function answersOfPicture() {
  let isUsed = false;
  const judge = ({ code }) => {
    const isRight = code === 'n4tvx' && !isUsed;
    isUsed = true;
    return isRight ? 0 : 100;
  };
  return {
    'POST /api/captcha': (body) => (body.subtype === 'generate'
      ? [200, { status: 0, data: { code: 'N4TVX', addr: 'a.png', rand: 'CST43' } }]
      : [200, { status: judge(body.data) }]),
    'GET /api/captcha/images/a.png': () => (isUsed ? [404] : [200]),
  };
}

async function demo(routes) {
  const asked = [];
  const server = http.createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const route = `${request.method} ${request.url}`;
    asked.push(route);
    const [status, json] = routes[route]?.(body && JSON.parse(body), request.headers.authorization) ?? [404];
    response.writeHead(status).end(json && JSON.stringify(json));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { code, out, err } = await runDemo(`http://127.0.0.1:${server.address().port}`);
  server.close();
  return { code, out, err, asked };
}

async function runDemo(url) {
  const child = spawn(process.execPath, [inRoot('dev'), 'demo', '--url', url],
    { env: { ...process.env, Otp__Secrets__ConsoleKey: KEY }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stderr.on('data', (chunk) => { err += chunk; });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

test('a service that answers as it should passes, and nothing stays behind', async () => {
  const { code, out, asked } = await demo(answers());

  assert.equal(code, 0);
  assert.match(out, /Every step answered as it should/);
  assert.equal(asked.at(-1), 'DELETE /api/console/clients/id%201');
});

test('secrets are shown shortened', async () => {
  const { out } = await demo(answers());

  assert.match(out, /> Authorization: Bearer kkkk\.\.\.\n/);
  assert.match(out, /"clientSecret":"ssss\.\.\."/);
  assert.ok(!out.includes(KEY) && !out.includes(SECRET));
});

test('a code that is good twice is told as the step that failed, and the application is deleted', async () => {
  const verify = (body) => (body.code === CODE ? [200, { result: 'success' }] : [400, { error: 'no' }]);
  const { code, err, asked } = await demo({ ...answers(), 'POST /api/open/verify-otp': verify });

  assert.equal(code, 1);
  assert.match(err, /error: step 'Verify once more: a code is good once' was answered with 200; expected 400/);
  assert.equal(asked.at(-1), 'DELETE /api/console/clients/id%201');
});

test('a picture that can be answered twice is told as the step that failed', async () => {
  const { 'POST /api/captcha': captcha, ...routes } = answers();
  const forgiving = (body) => (body.subtype === 'generate' ? captcha(body) : [200, { status: 0 }]);
  const { code, err, asked } = await demo({ ...routes, 'POST /api/captcha': forgiving });

  assert.equal(code, 1);
  assert.match(err, /step 'Answer it once more: it has one try' was answered with 200; expected 200 with status 100/);
  assert.equal(asked.at(-1), 'DELETE /api/console/clients/id%201');
});

test('the first failure is told, not that of the deletion after it', async () => {
  const { 'POST /api/open/send-otp': _, 'DELETE /api/console/clients/id%201': __, ...routes } = answers();
  const { code, err } = await demo(routes);

  assert.equal(code, 1);
  assert.match(err, /step 'Send a code' was answered with 404/);
  assert.doesNotMatch(err, /Delete/);
});

test('a URL that was asked for and does not answer is no reason to try another service', async () => {
  const { code, err } = await runDemo('http://127.0.0.1:1');

  assert.equal(code, 1);
  assert.match(err, /GET http:\/\/127\.0\.0\.1:1\/api\/health is not answered with 200/);
});
