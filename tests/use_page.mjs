// Uses pages as people do. Arguments: the folder of playwright-core's modules, Chromium. Each
// line of standard input is a job, {page, width, scheme, steps}, and is answered by a line of JSON.
// A step is [what, ...arguments]; those that ask give their answers, in order.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";

const [modules, executablePath] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const box = async (page, query) => {
  await page.locator(query).first().scrollIntoViewIfNeeded();
  return page.locator(query).first().boundingBox();
};
const steps = (page) => ({
  key: async (key) => page.keyboard.press(key),
  type: async (query, words) => page.fill(query, words),
  click: async (query) => page.locator(query).first().click(),
  choose: async (query, value) => page.selectOption(query, value),
  wheel: async (query, dy) => {
    const { x, y, width, height } = await box(page, query);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, dy);
    await page.keyboard.up("Control");
    await page.waitForTimeout(100);
  },
  drag: async (query, dx, dy) => {
    const { x, y, width, height } = await box(page, query);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 4 });
    await page.mouse.up();
  },
  wait: async (query) => page.waitForSelector(query, { timeout: 5000 }),
  waitFor: async (query, words) => page.locator(query, { hasText: words }).first().waitFor({ timeout: 10000 }),
  write: async (file, words) => writeFileSync(file, words),
  texts: async (query) => page.locator(query).allTextContents(),
  count: async (query) => page.locator(query).count(),
  visible: async (query) => page.locator(query).first().isVisible(),
  value: async (script) => page.evaluate(script),
});
const ASKING = new Set(["texts", "count", "visible", "value"]);

async function use(job) {
  const context = await browser.newContext({
    viewport: { width: job.width, height: 900 }, colorScheme: job.scheme, offline: job.page.startsWith("file:"),
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const answers = [];
  try {
    await page.goto(job.page);
    const known = steps(page);
    for (const [what, ...rest] of job.steps) {
      const answer = await known[what](...rest);
      if (ASKING.has(what)) answers.push(answer);
    }
  } catch (error) {
    faults.push(error.message);
  }
  await context.close();
  return { answers, faults };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await use(JSON.parse(line)))}\n`);
}
await browser.close();
