'use strict';
// Azurite's table service in memory, as tools/azurite.js has it, and a way to fill it that takes no request a row:
// PUT /TABLE?rows=N on --fill-port copies the rows the table has, in turn, under random keys, until there are N.

const { randomBytes } = require('node:crypto');
const http = require('node:http');
const { parseArgs } = require('node:util');
const { AzuriteTelemetryClient } = require('azurite/dist/src/common/Telemetry');
const TableConfiguration = require('azurite/dist/src/table/TableConfiguration').default;
const TableServer = require('azurite/dist/src/table/TableServer').default;
const { emulatorAccount } = require('../../dev/settings');
const { endsWithItsParent } = require('../../parent');

const KEY_BYTES = 32;

function configuration(port) {
  const configured = new TableConfiguration('127.0.0.1', port);
  return Object.assign(configured, {
    metadataDBPath: '__azurite_db_table__.json',
    isMemoryPersistence: true,
    enableAccessLog: false,
    enableDebugLog: false,
    skipApiVersionCheck: true,
  });
}

function fill(store, table, rows) {
  const collection = store.getEntityCollection(emulatorAccount.name, table, {});
  const models = collection.find().map(({ $loki, meta, ...model }) => model);
  const copies = Array.from({ length: rows - models.length }, (_, number) => {
    const model = models[number % models.length];
    const PartitionKey = randomBytes(KEY_BYTES).toString('base64url');
    return { ...model, PartitionKey, properties: { ...model.properties, PartitionKey } };
  });
  // All at once: the indices are made after the last one.
  collection.insert(copies, true);
  return collection.count();
}

async function main() {
  const { values: options } = parseArgs({ options: { port: { type: 'string' }, 'fill-port': { type: 'string' } } });
  AzuriteTelemetryClient.enableTelemetry = false;
  const server = new TableServer(configuration(Number(options.port)));
  await server.start();
  const filling = http.createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    answer.end(String(fill(server.metadataStore, pathname.slice(1), Number(searchParams.get('rows')))));
  });
  await new Promise((resolve) => { filling.listen(Number(options['fill-port']), '127.0.0.1', resolve); });
  endsWithItsParent(() => process.exit(0));
  console.log(`listening ${server.getHttpServerAddress()}`);
}

main();
