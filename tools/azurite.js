// Azurite's table service alone, for the tests and ./dev: node tools/azurite.js [--port N] [--location DIR]
// In memory unless a location is given, on any free port unless one is given. Its own launcher has no way to save on
// SIGTERM, to end with its parent, or to tell the port it was given; the two classes underneath have.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { AzuriteTelemetryClient } = require("azurite/dist/src/common/Telemetry");
const TableConfiguration = require("azurite/dist/src/table/TableConfiguration").default;
const TableServer = require("azurite/dist/src/table/TableServer").default;
const { endsWithItsParent } = require("./parent");

function configuration() {
  const { values: options } = parseArgs({
    options: { port: { type: "string", default: "0" }, location: { type: "string" } },
  });
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port takes a number from 0 to 65535, not '${options.port}'.`);
  }

  const inMemory = options.location === undefined;
  if (!inMemory) fs.mkdirSync(options.location, { recursive: true });

  const configured = new TableConfiguration("127.0.0.1", port);
  configured.metadataDBPath = path.join(options.location ?? "", "__azurite_db_table__.json");
  configured.isMemoryPersistence = inMemory;
  configured.enableAccessLog = false;
  configured.enableDebugLog = false;
  configured.skipApiVersionCheck = true;
  return configured;
}

async function main() {
  AzuriteTelemetryClient.enableTelemetry = false;
  const server = new TableServer(configuration());
  await server.start();

  endsWithItsParent(() => server.close().then(() => process.exit(0), fail));
  console.log(`listening ${server.getHttpServerAddress()}`);
}

function fail(error) {
  console.error(error.message);
  process.exit(1);
}

main().catch(fail);
