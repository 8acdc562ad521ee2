// Uses a page as a reviewer does: {modules, chromium, page, width, scheme, steps} on standard input.
// A step is [what, ...arguments]; those that ask give their answers, in order, as JSON.
import { createRequire } from "node:module";

const job = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (part) => (text += part)).on("end", () => resolve(text));
}));
const { chromium } = createRequire(`${job.modules}/`)("playwright-core");
const browser = await chromium.launch({
  executablePath: job.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const context = await browser.newContext({
  viewport: { width: job.width, height: 900 }, colorScheme: job.scheme, offline: job.page.startsWith("file:"),
});
await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
const page = await context.newPage();
const faults = [];
page.on("pageerror", (error) => faults.push(error.message));
await page.goto(job.page);

const box = async (query) => {
  await page.locator(query).first().scrollIntoViewIfNeeded();
  return page.locator(query).first().boundingBox();
};
const STEPS = {
  key: async (key) => page.keyboard.press(key),
  type: async (query, words) => page.fill(query, words),
  click: async (query) => page.locator(query).first().click(),
  choose: async (query, value) => page.selectOption(query, value),
  wheel: async (query, dy) => {
    const { x, y, width, height } = await box(query);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, dy);
    await page.keyboard.up("Control");
    await page.waitForTimeout(100);
  },
  drag: async (query, dx, dy) => {
    const { x, y, width, height } = await box(query);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 4 });
    await page.mouse.up();
  },
  wait: async (query) => page.waitForSelector(query, { timeout: 5000 }),
  waitFor: async (query, words) => page.locator(query, { hasText: words }).first().waitFor({ timeout: 10000 }),
  texts: async (query) => page.locator(query).allTextContents(),
  count: async (query) => page.locator(query).count(),
  visible: async (query) => page.locator(query).first().isVisible(),
  value: async (script) => page.evaluate(script),
};
const ASKING = new Set(["texts", "count", "visible", "value"]);
const answers = [];
for (const [what, ...rest] of job.steps) {
  const answer = await STEPS[what](...rest);
  if (ASKING.has(what)) answers.push(answer);
}
await browser.close();
process.stdout.write(JSON.stringify({ answers, faults }));
