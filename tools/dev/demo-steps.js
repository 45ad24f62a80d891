'use strict';
const { isDeepStrictEqual } = require('node:util');
const { request } = require('./http');
const { Problem, say } = require('./messages');

const RECIPIENT = '13612345678';

/** Walks through the life of one code and of one captcha; the first answer that is not as it should be ends it and is the one told. */
async function runSteps({ base, consoleKey }) {
  const authorization = { Authorization: `Bearer ${consoleKey}` };
  const call = (title, method, path, options) => step(base, { title, method, path, ...options });

  const application = await call('Create an application', 'POST', '/api/console/clients', {
    headers: authorization,
    body: { name: 'demo' },
    expected: '201 with clientId and clientSecret',
    isRight: ({ status, json }) => status === 201 && has(json, 'clientId', 'clientSecret'),
  });
  const { clientId, clientSecret } = application.json;
  const credentials = { recipient: RECIPIENT, clientId, clientSecret };
  const failure = await walkThroughOneCode(call, credentials)
    .then(() => walkThroughOnePicture(call))
    .then(() => undefined, (error) => error);
  await call('Delete the application', 'DELETE', `/api/console/clients/${encodeURIComponent(clientId)}`, {
    headers: authorization,
    expected: '204',
    isRight: ({ status }) => status === 204,
  }).catch((error) => { throw failure ?? error; });
  if (failure) {
    throw failure;
  }
  say('\nEvery step answered as it should.');
}

async function walkThroughOneCode(call, credentials) {
  const sent = await call('Send a code', 'POST', '/api/open/send-otp', {
    body: credentials,
    expected: '200 with recipient, code, createDate, expireDate and maxFailCount',
    isRight: ({ status, json }) => status === 200 &&
      has(json, 'recipient', 'code', 'createDate', 'expireDate', 'maxFailCount'),
  });
  const { code } = sent.json;
  await call('See what was delivered', 'GET', '/api/dev/outbox', {
    expected: `200 and a message with the code ${code} (Otp__Delivery__Sms=Outbox)`,
    isRight: ({ status, text }) => status === 200 && text.includes(code),
  });
  const verify = (title, tried, answer) => call(title, 'POST', '/api/open/verify-otp', {
    body: { ...credentials, code: tried },
    ...answer,
  });
  const refused = {
    expected: '400 with error',
    isRight: ({ status, json }) => status === 400 && has(json, 'error'),
  };
  const accepted = {
    expected: '200 {"result":"success"}',
    isRight: ({ status, json }) => status === 200 && isDeepStrictEqual(json, { result: 'success' }),
  };
  await verify('Verify with a wrong code', another(code), refused);
  await verify('Verify with the right code', code, accepted);
  await verify('Verify once more: a code is good once', code, refused);
}

async function walkThroughOnePicture(call) {
  const ask = (title, subtype, data, answer) => call(title, 'POST', '/api/captcha', {
    body: { id: 1, status: 0, type: 'img', subtype, data },
    ...answer,
  });
  const made = await ask('Make a captcha', 'generate', {}, {
    expected: '200 with status 0 and data with code, addr and rand',
    isRight: ({ status, json }) => status === 200 && json?.status === 0 && has(json.data, 'code', 'addr', 'rand'),
  });
  const { code, addr, rand } = made.json.data;
  const image = { expected: '200', isRight: ({ status }) => status === 200 };
  const gone = { expected: '404', isRight: ({ status }) => status === 404 };
  const answered = (expected) => ({
    expected: `200 with status ${expected}`,
    isRight: ({ status, json }) => status === 200 && json?.status === expected,
  });
  await call('Look at its picture', 'GET', `/api/captcha/images/${addr}`, { isBinary: true, ...image });
  await ask('Answer it', 'validate', { code: code.toLowerCase(), rand }, answered(0));
  await ask('Answer it once more: it has one try', 'validate', { code, rand }, answered(100));
  await call('Look once more: it is gone', 'GET', `/api/captcha/images/${addr}`, gone);
}

async function step(base, { title, method, path, headers = {}, body, isBinary, expected, isRight }) {
  say(`\n# ${title}\n> ${method} ${base}${path}`);
  Object.entries(headers).forEach(([name, value]) => say(`> ${name}: ${value.replace(/(?<=Bearer ).*/, shortened)}`));
  if (body !== undefined) {
    say(`> ${JSON.stringify(body, hideSecrets)}`);
  }
  const answer = await request(method, `${base}${path}`, { headers, body }).catch((error) => {
    throw new Problem(`step '${title}': no answer (${error.cause?.message ?? error.message}); expected ${expected}`);
  });
  const shown = isBinary ? `${answer.text.length} characters` : answer.json === undefined ? answer.text : JSON.stringify(answer.json, hideSecrets);
  say(`< ${answer.status} ${shown}`.trimEnd());
  if (!isRight(answer)) {
    throw new Problem(`step '${title}' was answered with ${answer.status}; expected ${expected}`);
  }
  return answer;
}

const has = (json, ...names) => names.every((name) => json?.[name] !== undefined);
const shortened = (secret) => `${secret.slice(0, 4)}...`;
const hideSecrets = (name, value) => (name === 'clientSecret' ? shortened(value) : value);
const another = (code) => (code.startsWith('0') ? '1' : '0') + code.slice(1);

module.exports = { runSteps };
