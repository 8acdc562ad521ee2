// What a page shows: {modules, chromium, page, widths, schemes} on standard input; for each width
// and colour scheme the file of each picture that has arrived, and its width on the page.
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
const shown = [];
for (const width of job.widths) {
  for (const colorScheme of job.schemes) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    await page.goto(job.page);
    const pictures = await page.$$eval("img", (images) => images.map((image) => ({
      file: image.currentSrc.split("/").pop(),
      arrived: image.complete && image.naturalWidth > 0,
      width: image.getBoundingClientRect().width,
    })));
    shown.push({ width, scheme: colorScheme, pictures });
    await page.close();
  }
}
await browser.close();
process.stdout.write(JSON.stringify(shown));
