// Compiles pages as MDX: {modules, pages} on standard input, the fault of each page (or null) on
// standard output.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const job = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (part) => (text += part)).on("end", () => resolve(text));
}));
const require = createRequire(`${job.modules}/`);
const { compile } = await import(pathToFileURL(require.resolve("@mdx-js/mdx")));
const faults = [];
for (const page of job.pages) {
  faults.push(await compile(page).then(() => null, (fault) => String(fault)));
}
process.stdout.write(JSON.stringify(faults));
