"use strict";
// Everything from the data goes in as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const VIEWS = ["side by side", "slider", "blend", "difference", "flicker"];
const state = { causes: new Set(), place: 0, view: 0, amount: 50, natural: false };
let flicker = 0;

const at = (id) => document.getElementById(id);

function make(tag, words = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = words;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function shown() {
  if (!state.causes.size) return data.goldens;
  return data.goldens.filter((one) => one.causes.some((cause) => state.causes.has(cause.id)));
}

function taken() {
  if (!state.causes.size) return data.goldens;
  return data.goldens.filter(
    (one) => one.causes.length && one.causes.every((cause) => state.causes.has(cause.id)));
}

// Words with a swatch before each colour.
function painted(element, words) {
  for (const part of words.split(/(#[0-9A-Fa-f]{6})\b/)) {
    if (/^#[0-9A-Fa-f]{6}$/.test(part)) {
      const swatch = make("span", "", { class: "swatch" });
      swatch.style.background = part;
      element.append(swatch);
    }
    element.append(part);
  }
  return element;
}

const quoted = (text) => /^[\w.:\/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

function command() {
  const causes = [...state.causes].map((id) => ` --cause ${quoted(id)}`);
  return `${data.command}${causes.join("")}`;
}

function showCounts() {
  for (const [name, count] of Object.entries(data.summary)) {
    if (!count) continue;
    const part = make("span");
    part.append(make("b", String(count)), ` ${name}`);
    at("counts").append(part);
  }
}

function showCauses() {
  const list = at("causes");
  list.replaceChildren();
  const known = new Map(data.causes.map((cause) => [cause.id, cause]));
  for (const cause of known.values()) {
    const steps = cause.steps.map((step) => `${step.subject} ${step.before} → ${step.after}`);
    const count = cause.explains.length + cause.partly.length;
    const button = make("button", "", { "aria-pressed": state.causes.has(cause.id) });
    button.type = "button";
    button.append(
      painted(make("strong"), `${cause.kind} ${steps.join(" with ")}`),
      make("small", `${count} drawing${count === 1 ? "" : "s"}, ` +
        `${cause.primitives} primitive${cause.primitives === 1 ? "" : "s"}`));
    button.onclick = () => toggle(cause.id);
    const item = make("li");
    item.append(button);
    list.append(item);
  }
  if (!known.size) list.append(make("li", "none: nothing has drifted", { style: "padding: 4px 24px" }));
}

function showDrawings() {
  const list = at("drawings");
  list.replaceChildren();
  const drawings = shown();
  at("list-title").textContent = `Drawings, ${drawings.length}`;
  drawings.forEach((one, place) => {
    const button = make("button", "", { "aria-current": place === state.place });
    button.type = "button";
    const pixels = one.seen ? `, ${one.seen}` : "";
    button.append(make("strong", one.name), make("small", `${one.status}${pixels}`));
    button.onclick = () => go(place);
    const item = make("li");
    item.append(button);
    list.append(item);
  });
}

function showViews(one) {
  const bar = at("views");
  bar.replaceChildren();
  const whole = one && one.pictures.expected && one.pictures.actual;
  VIEWS.forEach((name, place) => {
    const button = make("button", name, { role: "tab", "aria-selected": place === state.view });
    button.type = "button";
    button.disabled = place > 0 && !whole;
    button.onclick = () => look(place);
    bar.append(button);
  });
}

function picture({ source, width, height }, words) {
  return Object.assign(new Image(width, height), { src: source, alt: words });
}

function figure(title, one) {
  const box = make("figure");
  box.append(make("figcaption", title));
  const sheet = make("div", "", { class: "sheet-of" });
  sheet.append(one ? picture(one, title) : make("div", "there is none", { class: "nothing" }));
  box.append(sheet);
  return box;
}

function showStage(one) {
  const stage = at("stage");
  const { expected, actual, difference } = one ? one.pictures : {};
  const view = expected && actual ? state.view : 0;
  clearInterval(flicker);
  at("control").hidden = view !== 1 && view !== 2;
  stage.classList.toggle("natural", state.natural);
  if (!expected && !actual) {
    stage.replaceChildren(make("div", one ? one.sentence : "nothing to show", { class: "nothing" }));
  } else if (view === 0) stage.replaceChildren(sideBySide(expected, actual));
  else if (view === 3) stage.replaceChildren(figure("what differs is red", difference));
  else stage.replaceChildren(overlay(expected, actual));
}

function sideBySide(expected, actual) {
  const { width, height } = actual ?? expected;
  const pair = make("div", "", { class: width / height > 2 ? "pair" : "pair columns" });
  pair.append(figure("expected", expected), figure("now", actual));
  return pair;
}

function overlay(expected, actual) {
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  const room = at("stage").clientWidth - 4;
  const scale = state.natural ? 1 : Math.min(1, room / width);
  const box = make("div", "", { class: "overlay" });
  box.style.width = `${width * scale}px`;
  box.style.height = `${height * scale}px`;
  const under = picture(expected, "expected");
  const over = picture(actual, "now");
  for (const image of [under, over]) {
    image.style.width = `${image.width * scale}px`;
    image.style.height = "auto";
  }
  box.append(under, over);
  const tag = make("span", "", { class: "tag" });
  const edge = make("span", "", { class: "edge" });
  if (state.view === 1) box.append(edge);
  if (state.view === 4) box.append(tag);
  const set = () => {
    const part = state.amount;
    if (state.view === 1) {
      const left = part * width * scale / 100;
      over.style.clipPath = `inset(0 0 0 ${left}px)`;
      under.style.clipPath = `inset(0 ${Math.max(0, expected.width * scale - left)}px 0 0)`;
    }
    over.style.opacity = state.view === 2 ? part / 100 : 1;
    edge.style.left = `${part}%`;
  };
  if (state.view === 4) startFlicker(over, tag);
  else {
    at("amount-name").textContent = state.view === 1 ? "expected | now" : "expected → now";
    at("amount").value = state.amount;
    at("amount").oninput = (event) => { state.amount = Number(event.target.value); set(); };
    if (state.view === 1) box.onpointermove = (event) => {
      if (!event.buttons && event.pointerType === "mouse") return;
      const place = event.clientX - box.getBoundingClientRect().left;
      state.amount = Math.max(0, Math.min(100, 100 * place / (width * scale)));
      at("amount").value = state.amount;
      set();
    };
  }
  set();
  return box;
}

function startFlicker(over, tag) {
  let now = true;
  const flip = () => {
    now = !now;
    over.style.visibility = now ? "visible" : "hidden";
    tag.textContent = now ? "now" : "expected";
    tag.style.right = "8px";
  };
  flip();
  flicker = setInterval(flip, 600);
}

function sentences(list) {
  const items = make("ul");
  for (const sentence of list) items.append(painted(make("li"), sentence));
  return items;
}

function showWords(one) {
  const words = at("words");
  words.replaceChildren();
  if (!one) return;
  for (const cause of one.causes) {
    const article = make("article");
    article.append(painted(make("h3"), cause.sentence));
    const direct = sentences(cause.changes);
    if (cause.changes.length > 6) {
      article.append(folded(`${cause.changes.length} changes`, direct));
    } else article.append(direct);
    if (cause.consequences.length) {
      article.append(folded(`and so ${cause.consequences.length} more`, sentences(cause.consequences)));
    }
    words.append(article);
  }
  if (!one.causes.length) words.append(make("p", one.sentence));
}

function folded(title, content) {
  const details = make("details");
  details.append(make("summary", title), content);
  return details;
}

function showCommand() {
  at("command").textContent = command();
  at("takes").textContent = `takes ${taken().length} of ${data.goldens.length}`;
}

function show() {
  const drawings = shown();
  state.place = Math.max(0, Math.min(state.place, drawings.length - 1));
  const one = drawings[state.place];
  at("name").textContent = one ? one.name : "Everything is as it was";
  const place = one && one.source ? `${one.source}:${one.line}` : one ? one.golden : "";
  at("about").textContent = one ? [one.status, place, one.seen].filter(Boolean).join(" · ") : "";
  showCauses();
  showDrawings();
  showViews(one);
  showWords(one);
  showCommand();
  remember(one);
  showStage(one);
}

function toggle(id) {
  if (!state.causes.delete(id)) state.causes.add(id);
  state.place = 0;
  show();
}

function go(place) {
  const last = shown().length - 1;
  state.place = Math.max(0, Math.min(last, place));
  show();
  const current = document.querySelector("nav [aria-current=true]");
  if (current) current.scrollIntoView({ block: "nearest" });
}

function look(view) {
  state.view = view;
  show();
}

function slide(step) {
  state.amount = Math.max(0, Math.min(100, state.amount + step));
  show();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(command());
  } catch {
    const area = make("textarea", command());
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  at("copy").textContent = "Copied";
  setTimeout(() => { at("copy").textContent = "Copy"; }, 1200);
}

const KEYS = {
  ArrowDown: () => go(state.place + 1), j: () => go(state.place + 1),
  ArrowUp: () => go(state.place - 1), k: () => go(state.place - 1),
  ArrowLeft: () => slide(-5), ArrowRight: () => slide(5),
  z: () => { state.natural = !state.natural; show(); },
  c: copy,
  Escape: () => { state.causes.clear(); show(); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.id === "amount" && event.key.startsWith("Arrow")) return;
  const view = Number(event.key) - 1;
  const whole = shown()[state.place]?.pictures;
  if (view >= 0 && view < VIEWS.length && (view === 0 || (whole?.expected && whole?.actual))) look(view);
  else if (KEYS[event.key]) KEYS[event.key]();
  else return;
  event.preventDefault();
});
at("copy").onclick = copy;
addEventListener("resize", () => { if (state.view) show(); });
// The place in the list and the view stand in the address, so that they can be linked to.
function remember(one) {
  if (!one) return;
  const place = new URLSearchParams({ drawing: one.name, view: VIEWS[state.view] });
  history.replaceState(null, "", `#${place}`);
}

function recall() {
  const place = new URLSearchParams(location.hash.slice(1));
  const found = data.goldens.findIndex((one) => one.name === place.get("drawing"));
  state.place = Math.max(0, found);
  state.view = Math.max(0, VIEWS.indexOf(place.get("view")));
}

const ORDER = ["drifted", "new", "unreadable", "orphan"];
data.goldens.sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));
showCounts();
recall();
show();
