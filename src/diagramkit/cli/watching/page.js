const { title, home } = data;
const cards = new Map();
let order = [];
let isFirst = true;

const make = (name, kind, words) => {
  const element = document.createElement(name);
  element.className = kind;
  if (words !== undefined) element.textContent = words;
  return element;
};

function card(key) {
  if (!cards.has(key)) {
    const root = make("section", "diagram");
    const parts = { root, name: make("h2", ""), path: make("p", "path"), panes: make("div", "panes"), said: make("ul", "said") };
    root.append(parts.name, parts.path, parts.panes, parts.said);
    cards.set(key, parts);
  }
  return cards.get(key);
}

// The last picture stays until the next one can be shown.
async function show(parts, mode, picture, name) {
  let pane = parts.panes.querySelector(`.${mode}`);
  if (!pane) parts.panes.append((pane = make("div", `pane ${mode}`)));
  if (pane.dataset.picture === picture) return;
  pane.dataset.picture = picture;
  const image = make("img", "");
  image.alt = `${name}, ${mode}`;
  image.src = `${home}/pictures/${picture}`;
  await image.decode().catch(() => {});
  if (pane.dataset.picture === picture) pane.replaceChildren(image);
}

function remark(one) {
  const item = make("li", one.severity);
  if (one.place) item.append(make("b", "", `${one.place} `));
  item.append(one.message);
  if (one.excerpt) item.append(make("pre", "", one.excerpt));
  return item;
}

function fill(key, entry) {
  const parts = card(key);
  parts.entry = entry;
  parts.name.textContent = entry.title;
  parts.path.textContent = entry.path ? `${entry.path}:${entry.line}` : "";
  parts.root.classList.toggle("broken", entry.errors.length > 0);
  for (const [mode, picture] of Object.entries(entry.pictures)) show(parts, mode, picture, entry.title);
  for (const pane of [...parts.panes.children]) if (!(pane.classList[1] in entry.pictures)) pane.remove();
  parts.said.replaceChildren(...[...entry.errors, ...entry.findings].map(remark));
}

function arrange() {
  for (const [key, parts] of [...cards]) {
    if (order.includes(key)) continue;
    parts.root.remove();
    cards.delete(key);
  }
  const words = at("search").value.toLowerCase();
  const shown = order.filter((key) => cards.has(key));
  let next = at("diagrams").firstElementChild;
  for (const key of shown) {
    const { root } = cards.get(key);
    root.hidden = !key.toLowerCase().includes(words);
    if (root === next) next = next.nextElementSibling;
    else at("diagrams").insertBefore(root, next);
  }
  const all = shown.map((key) => cards.get(key).entry);
  const errors = all.reduce((sum, entry) => sum + entry.errors.length, 0);
  const findings = all.reduce((sum, entry) => sum + entry.findings.length, 0);
  at("counts").textContent = [counted(order.length, "diagram"), counted(errors, "error"), counted(findings, "finding")].join(", ");
}

const events = new EventSource(`${home}/events`);
events.onopen = () => { at("state").textContent = "live"; at("state").className = "chip same"; };
events.onerror = () => { at("state").textContent = "not connected"; at("state").className = "chip failed"; };
events.onmessage = (event) => {
  const { order: now, changed } = JSON.parse(event.data);
  order = now;
  for (const [key, entry] of Object.entries(changed)) fill(key, entry);
  arrange();
  const keys = Object.keys(changed);
  if (!isFirst && keys.length === 1 && cards.size === order.length) cards.get(keys[0]).root.scrollIntoView({ block: "nearest" });
  isFirst = cards.size < order.length;
};
at("title").textContent = title;
document.title = title;
at("search").oninput = arrange;
