// The official JavaScript client, run by InteropTests: node interop.mjs write|read TOOLS_FOLDER TABLE
// The connection string is in TABLES_CONNECTION.
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , action, tools, tableName] = process.argv;
const { TableClient } = createRequire(join(tools, "package.json"))("@azure/data-tables");
const table = TableClient.fromConnectionString(process.env.TABLES_CONNECTION, tableName, {
  allowInsecureConnection: true,
});

if (action === "write") {
  await table.createEntity({
    partitionKey: "it's",
    rowKey: "theirs",
    Text: "验证码 ' \"",
    Flag: true,
    Int: -2147483648,
    Long: { type: "Int64", value: "-9223372036854775808" },
    Double: 1.5,
    WholeDouble: { type: "Double", value: "5.0" },
    NaN: { type: "Double", value: "NaN" },
    Infinity: { type: "Double", value: "-Infinity" },
    Moment: { type: "DateTime", value: "2024-02-29T23:59:59.1234567Z" },
    Id: { type: "Guid", value: "0f0e0d0c-0b0a-0908-0706-050403020100" },
    Bytes: new Uint8Array([0, 251, 255]),
  });
} else {
  const { timestamp, etag, ...entity } = await table.getEntity("it's", "ours", { disableTypeConversion: true });
  console.log(JSON.stringify(entity));
}
