// Draws diagrams with the real Mermaid in Chromium and says what colours came out.
//
// In: {"modules": folder of npm packages, "chromium": its program, "versions": [package, ...],
//      "pages": [{"color": "#ffffff", "theme": "default"}, ...], "diagrams": [text, ...]}
// Out: for each version, page and diagram {"version", "page", "diagram", "error"} or its colours.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const job = JSON.parse(readFileSync(0, 'utf8'));
const { chromium } = createRequire(join(job.modules, 'package.json'))('playwright-core');

// Runs in the page.
async function paint(text) {
  const holder = document.getElementById('holder');
  try {
    holder.innerHTML = (await mermaid.render('drawing', text)).svg;
  } catch (error) {
    return { error: String(error) };
  }
  const style = (element, name) => getComputedStyle(element).getPropertyValue(name);
  const shapes = 'rect, circle, ellipse, polygon, path';
  const painted = (elements, name) =>
    elements.map((each) => style(each, name)).find((color) => color !== 'none') ?? 'none';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  // The colour of words is that of the innermost element, its ground the nearest that is painted.
  const words = (root) => {
    const found = all('p, span, text, tspan', root).at(-1) ?? root;
    let ground = found;
    while (ground !== holder && /^(transparent|rgba\(0, 0, 0, 0\))$/.test(style(ground, 'background-color')))
      ground = ground.parentElement;
    return { color: style(found, 'color'), ground: style(ground, 'background-color') };
  };
  const head = (link) => {
    const id = /#([^")]+)/.exec(link.getAttribute('marker-end') ?? '')?.[1];
    const mark = id && all('path, circle', document.getElementById(id))[0];
    return mark ? painted([mark], 'stroke') : null;
  };
  return {
    nodes: all('g.node').map((node) => {
      const parts = all(shapes, node).filter((each) => !each.closest('g.label:not(.node)'));
      return { fill: painted(parts, 'fill'), stroke: painted(parts, 'stroke'), text: words(node).color };
    }),
    links: all('path.flowchart-link').map((link) => ({ stroke: style(link, 'stroke'), head: head(link) })),
    labels: all('g.edgeLabel').filter((label) => label.textContent.trim()).map(words),
    groups: all('g.cluster').map((group) => ({
      fill: painted(all('rect, path', group), 'fill'),
      stroke: painted(all('rect, path', group).reverse(), 'stroke'),
      title: words(group.querySelector('.cluster-label')).color,
    })),
  };
}

const browser = await chromium.launch({
  executablePath: job.chromium,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});
async function drawn(version) {
  const results = [];
  for (const page of job.pages) {
    const tab = await (await browser.newContext()).newPage();
    await tab.setContent(`<body style="background:${page.color}"><div id="holder"></div></body>`);
    await tab.addScriptTag({ path: join(job.modules, 'node_modules', version, 'dist', 'mermaid.min.js') });
    await tab.evaluate((theme) => mermaid.initialize({ startOnLoad: false, theme }), page.theme);
    for (const [diagram, text] of job.diagrams.entries())
      results.push({ version, page: page.color, diagram, ...(await tab.evaluate(paint, text)) });
    await tab.close();
  }
  return results;
}
const results = await Promise.all(job.versions.map(drawn));
await browser.close();
process.stdout.write(JSON.stringify(results.flat()));
