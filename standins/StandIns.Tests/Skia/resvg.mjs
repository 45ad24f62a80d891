// An independent renderer, run by ResvgTests: node resvg.mjs TOOLS_FOLDER < JSON array of SVG documents
// It answers with a JSON array of the alpha of each picture's pixels, in base64.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { Resvg } = createRequire(join(process.argv[2], "package.json"))("@resvg/resvg-js");

const alphas = JSON.parse(readFileSync(0, "utf8")).map((svg) => {
  const { pixels } = new Resvg(svg).render();
  return Buffer.from(pixels.filter((_, i) => i % 4 === 3)).toString("base64");
});
console.log(JSON.stringify(alphas));
