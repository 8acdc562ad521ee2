// Draws diagrams with the real Mermaid in Chromium and measures everything that is painted.
//
// In: {"modules": folder of npm packages, "chromium": its program, "pages": ["#ffffff", ...],
//      "jobs": [{"version": package, "name": any, "text": diagram}, ...]}
// Out: for each job {"version", "name", "error"} or {"version", "name", "parts": [...]}. A part is
// {"kind": "words" | "line" | "mark" | "box", "path": where, "colors": {property: color},
//  "contrast": [the least on each page]}.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const job = JSON.parse(readFileSync(0, 'utf8'));
const { chromium } = createRequire(join(job.modules, 'package.json'))('playwright-core');

// Runs in the page.
async function measure([text, pages]) {
  const holder = document.getElementById('holder');
  try {
    holder.innerHTML = (await mermaid.render('drawing', text)).svg;
  } catch (error) {
    return { error: String(error) };
  }
  const svg = holder.querySelector('svg');
  const rgba = (value) => {
    const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)/.exec(value ?? '');
    return found && [1, 2, 3].map((i) => +found[i]).concat(found[4] === undefined ? 1 : +found[4]);
  };
  const hex = (color) => '#' + color.slice(0, 3).map((c) => Math.round(c).toString(16).padStart(2, '0')).join('');
  const parse = (text) => [1, 3, 5].map((i) => parseInt(text.slice(i, i + 2), 16));
  const over = (top, alpha, below) => below.map((c, i) => top[i] * alpha + c * (1 - alpha));
  const luminance = (color) => {
    const [r, g, b] = color.map((c) => ((c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const opacities = new Map([[holder, 1]]);
  const opacity = (element) => {
    if (!opacities.has(element))
      opacities.set(element, +getComputedStyle(element).opacity * opacity(element.parentElement));
    return opacities.get(element);
  };
  const hidden = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.display === 'none' || style.visibility !== 'visible' || (!box.width && !box.height && style.markerStart === 'none');
  };
  // One layer for all that is painted, in the order in which it is.
  const layers = [];
  const paint = (style, name, alpha) => {
    const color = rgba(style.getPropertyValue(name));
    return color && color[3] * alpha > 0.02 ? { color: color.slice(0, 3), alpha: color[3] * alpha } : null;
  };
  const describe = (element) => {
    const steps = [];
    for (let each = element; each && each !== svg; each = each.parentElement) {
      const names = (each.getAttribute('class') ?? '').trim().split(/\s+/).filter(Boolean).join('.');
      steps.unshift(each.tagName.toLowerCase() + (names && '.' + names));
    }
    return steps.join(' ');
  };
  const xy = ({ x, y }) => [x, y];
  const SHAPES = new Set(['rect', 'circle', 'ellipse', 'polygon', 'polyline', 'path', 'line']);
  const closed = (element) => !/^(line|polyline)$/.test(element.tagName);
  for (const element of svg.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase();
    if (element.closest('defs, marker, clipPath, mask, pattern, symbol, title, desc, style')) continue;
    if (hidden(element)) continue;
    const style = getComputedStyle(element);
    const alpha = opacity(element);
    if (SHAPES.has(tag)) {
      const fill = closed(element) || tag === 'polyline' ? paint(style, 'fill', alpha * +style.fillOpacity) : null;
      const wide = parseFloat(style.strokeWidth) > 0;
      const stroke = wide ? paint(style, 'stroke', alpha * +style.strokeOpacity) : null;
      const filled = fill && (tag !== 'path' || element.getBBox().width * element.getBBox().height > 4);
      if (filled || stroke) layers.push({ element, tag, fill: filled ? fill : null, stroke });
      const marks = ['marker-start', 'marker-mid', 'marker-end'].map((name) => /#([^")]+)/.exec(style.getPropertyValue(name))?.[1]);
      for (const [place, id] of marks.entries())
        for (const part of (id && document.getElementById(id))?.querySelectorAll('path, circle, polygon, line, rect') ?? []) {
          const mark = getComputedStyle(part);
          layers.push({ element, tag: 'marker', part, starts: place === 0, fill: paint(mark, 'fill', 1), stroke: paint(mark, 'stroke', 1) });
        }
    } else if (tag === 'text' || tag === 'tspan' || tag === 'textpath') {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own) continue;
      const fill = paint(style, 'fill', alpha * +style.fillOpacity);
      const halo = /^stroke/.test(style.paintOrder) && parseFloat(style.strokeWidth) >= 3 ? paint(style, 'stroke', alpha) : null;
      if (fill) layers.push({ element, tag: 'words', fill, halo });
    } else if (element.namespaceURI.endsWith('xhtml')) {
      const ground = paint(style, 'background-color', alpha);
      if (ground) layers.push({ element, tag: 'html', fill: ground });
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const fill = paint(style, 'color', alpha);
      if (own && fill) layers.push({ element, tag: 'words', fill });
    }
  }
  for (const layer of layers) {
    // A broad stroke covers what is painted before it.
    if (layer.stroke && SHAPES.has(layer.tag) && parseFloat(getComputedStyle(layer.element).strokeWidth) > 6) {
      layer.broad = layer.element.getScreenCTM().inverse();
    }
    if (!layer.fill || layer.tag === 'words') continue;
    if (layer.tag === 'marker') {
      // The disc under a number stands where its line begins.
      const { element } = layer;
      if (!layer.starts || !element.getTotalLength) continue;
      const { x, y } = new DOMPoint(...xy(element.getPointAtLength(0))).matrixTransform(element.getScreenCTM());
      layer.box = { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 };
    } else layer.box = layer.element.getBoundingClientRect();
    if (SHAPES.has(layer.tag)) layer.inverse = layer.element.getScreenCTM().inverse();
  }
  const covers = (layer, x, y) => {
    const { box, inverse } = layer;
    if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
    return !inverse || layer.element.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse));
  };
  const grounds = (at, x, y) => {
    const below = layers.slice(0, at).filter((layer) => covers(layer, x, y));
    return pages.map((page) => below.reduce((color, { fill }) => over(fill.color, fill.alpha, color), parse(page)));
  };
  // What words and their ground become under what is painted over them.
  const under = (color, at, [x, y]) =>
    layers.slice(at + 1).reduce((below, layer) => {
      if (layer.tag !== 'marker' && layer.tag !== 'words' && covers(layer, x, y)) below = over(layer.fill.color, layer.fill.alpha, below);
      if (layer.broad && layer.element.isPointInStroke(new DOMPoint(x, y).matrixTransform(layer.broad))) below = over(layer.stroke.color, layer.stroke.alpha, below);
      return below;
    }, color);
  // The least contrast on each page, or the middle one: marks may be painted over each other.
  const on = (paint, at, points, pick = 0) => {
    const found = points.map(([x, y]) => grounds(at, x, y).map((below) => ratio(over(paint.color, paint.alpha, below), below)));
    const sorted = pages.map((_, page) => found.map((each) => each[page]).sort((a, b) => a - b));
    return sorted.map((each) => each[Math.floor(each.length * pick)]);
  };
  const lineOf = (element) => {
    if (!element.getTotalLength) return [];
    const length = element.getTotalLength(), matrix = element.getScreenCTM();
    return [0.2, 0.5, 0.8].map((share) => {
      const point = new DOMPoint(...xy(element.getPointAtLength(length * share))).matrixTransform(matrix);
      return [point.x, point.y];
    });
  };
  const boxOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return (element.namespaceURI.endsWith('xhtml') ? range : element).getBoundingClientRect();
  };
  const near = (one, two) => ['left', 'right', 'top', 'bottom'].every((side) => Math.abs(one[side] - two[side]) < 4);
  const wordsOf = layers.filter((layer) => layer.tag === 'words').map(({ element }) => boxOf(element));
  const parts = [];
  for (const [at, layer] of layers.entries()) {
    const { element, tag, fill, stroke, halo, part } = layer;
    const colors = Object.fromEntries(Object.entries({ fill, stroke, halo }).filter(([, one]) => one).map(([name, one]) => [name, hex(one.color)]));
    const box = boxOf(element);
    const path = describe(element) + (part ? ' marker ' + part.tagName : '');
    const middle = [box.left + box.width / 2, box.top + box.height / 2];
    let kind = 'box', contrast = null;
    if (tag === 'words') {
      kind = 'words';
      const points = [0.1, 0.5, 0.9].map((share) => [box.left + box.width * share, middle[1]]);
      const read = (point, ground) => ratio(under(over(fill.color, fill.alpha, ground), at, point), under(ground, at, point));
      contrast = pages.map((_, page) => Math.min(...points.map((point) => read(point, halo ? halo.color : grounds(at, ...point)[page]))));
    } else if (tag !== 'html') {
      const inside = ({ left, width, top, height }) => {
        const [x, y] = [left + width / 2, top + height / 2];
        return width && x > box.left && x < box.right && y > box.top && y < box.bottom;
      };
      // A border that is painted apart from its box.
      const borders = !fill && tag !== 'line' && layers.some((other) => other.fill && SHAPES.has(other.tag) && near(boxOf(other.element), box));
      kind = fill && tag !== 'marker' ? (wordsOf.some(inside) ? 'box' : 'mark') : borders ? 'box' : 'line';
      const points = tag === 'marker' ? lineOf(element) : kind === 'line' ? lineOf(element) : lineOf(element).concat([middle]);
      const border = kind === 'mark' && !stroke && layers.find((other) => !other.fill && other.stroke && near(boxOf(other.element), box));
      const paints = [fill, stroke, border?.stroke].filter(Boolean);
      if (points.length && paints.length) {
        const found = paints.map((one) => on(one, at, points, kind === 'mark' ? 0.5 : 0));
        contrast = pages.map((_, page) => Math.max(...found.map((each) => each[page])));
      }
    }
    parts.push({ kind, path, colors, contrast, words: tag === 'words' ? element.textContent.trim().slice(0, 30) : undefined });
  }
  return { parts };
}

const browser = await chromium.launch({
  executablePath: job.chromium,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});
async function drawn(version) {
  const tab = await (await browser.newContext()).newPage();
  await tab.setContent('<body><div id="holder"></div></body>');
  await tab.addScriptTag({ path: join(job.modules, 'node_modules', version, 'dist', 'mermaid.min.js') });
  await tab.evaluate(() => mermaid.initialize({ startOnLoad: false }));
  const results = [];
  for (const { name, text } of job.jobs.filter((each) => each.version === version))
    results.push({ version, name, ...(await tab.evaluate(measure, [text, job.pages])) });
  return results;
}
const results = await Promise.all([...new Set(job.jobs.map((one) => one.version))].map(drawn));
await browser.close();
process.stdout.write(JSON.stringify(results.flat()));
