'use strict';
// better-auth with its emailOTP plugin, as fast as its settings make it: no rate limit, no log, SQLite in memory, and
// codes that are handed to nobody. Users are there before: verifying an address creates none then.
// node server.js --users N; prints `listening URL`.

const http = require('node:http');
const { parseArgs } = require('node:util');
const Database = require('better-sqlite3');
const { endsWithItsParent } = require('../../parent');

const CODE = '123456';

async function main() {
  process.env.NODE_ENV = 'production';
  const { values } = parseArgs({ options: { users: { type: 'string' } } });
  const [{ betterAuth }, { emailOTP }, { toNodeHandler }, { getMigrations }] = await Promise.all([
    import('better-auth'), import('better-auth/plugins'), import('better-auth/node'), import('better-auth/db/migration'),
  ]);
  const server = http.createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${server.address().port}`;
  const database = new Database(':memory:');
  const options = {
    baseURL: url,
    secret: 'a secret of the bench, which protects nothing',
    database,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    plugins: [emailOTP({ generateOTP: () => CODE, sendVerificationOTP: async () => {} })],
  };
  await (await getMigrations(options)).runMigrations();
  insertUsers(database, Number(values.users));
  server.on('request', toNodeHandler(betterAuth(options)));
  endsWithItsParent(() => process.exit(0));
  console.log(`listening ${url}`);
}

function insertUsers(database, count) {
  const insert = database.prepare(
    'INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES (?, ?, ?, 1, ?, ?)');
  const now = new Date().toISOString();
  database.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      insert.run(`id${number}`, 'user', `u${number}@example.com`, now, now);
    }
  })();
}

main();
