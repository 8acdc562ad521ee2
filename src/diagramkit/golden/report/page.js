// Everything from the data goes in as text, never as markup.
const VIEWS = ["side by side", "slider", "blend", "difference", "flicker"];
const STATUSES = ["drifted", "renamed", "new", "stale", "unreadable", "orphan", "failed", "accepted"];
const FIXED = new Set(["failed", "stale", "accepted"]);
const FIRST_CAUSES = 5;
const MOST_ZOOM = 16;
const state = {
  statuses: new Set(), causes: new Set(), theme: "", mode: "", text: "", allCauses: false,
  diagram: "", variant: "", view: 0, amount: 50, marks: true, active: "",
  zoom: 0, x: 0, y: 0, // zoom 0: as large as fits; x and y: what is in the middle, in pixels
};
let panes = []; // what shows pictures: {port, layers, marks, side}
let flicker = 0;

const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

function make(tag, words = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = words;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function button(words, action, attributes = {}) {
  const made = make("button", words, { type: "button", ...attributes });
  made.onclick = action;
  return made;
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

// ---- what is shown

const variants = data.diagrams.flatMap((diagram) => diagram.variants);
for (const diagram of data.diagrams) {
  diagram.variants.forEach((one, place) => { one.diagram = diagram; one.id = `${diagram.id}/${place}`; });
}

function words(one) {
  one.words ??= [one.diagram.name, one.diagram.source, one.golden, one.status, one.sentence]
    .join("\n").toLowerCase();
  return one.words;
}

function matches(one) {
  return (!state.statuses.size || state.statuses.has(one.status))
    && (!state.causes.size || one.causes.some((cause) => state.causes.has(cause.id)))
    && (!state.theme || one.theme === state.theme)
    && (!state.mode || one.mode === state.mode)
    && state.text.toLowerCase().split(/\s+/).every((word) => words(one).includes(word));
}

const matching = (diagram) => diagram.variants.filter(matches);
const shown = () => data.diagrams.filter((diagram) => diagram.variants.some(matches));
const current = () => data.diagrams.find((diagram) => diagram.id === state.diagram);

function variant() {
  const list = current() ? matching(current()) : [];
  return list.find((one) => one.id === state.variant) ?? list[0];
}

const acceptable = (one) => !FIXED.has(one.status);
const isWhole = (one) => !state.causes.size
  || (one.causes.length > 0 && one.causes.every((cause) => state.causes.has(cause.id)));
const taken = () => variants.filter((one) => matches(one) && acceptable(one) && isWhole(one));
const isFiltered = () => state.statuses.size > 0 || state.theme || state.mode || state.text.trim();

// ---- the command that takes what is shown

const quoted = (text) => /^[\w.:\/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

function named(one) {
  const name = one.golden.split("/").pop();
  const same = variants.some((other) => other !== one && other.golden.split("/").pop() === name);
  return same ? one.golden : name;
}

function command() {
  const causes = [...state.causes].map((id) => ` ${data.causeOption} ${quoted(id)}`);
  let goldens = [];
  if (state.statuses.size || state.text.trim()) goldens = taken().map(named);
  else if (state.theme || state.mode) goldens = [`*.${state.theme || "*"}.${state.mode || "*"}`];
  const options = goldens.map((name) => ` ${data.goldenOption} ${quoted(name)}`);
  return `${data.command}${causes.join("")}${options.join("")}`;
}

// ---- links

const encoded = (path) => path.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");

function links(path, line) {
  if (!path) return [];
  const label = `${path}:${line}`;
  const absolute = data.review ? `${data.root}/${path}`
    : decodeURIComponent(new URL(`${encoded(data.root)}/${encoded(path)}`, location.href).pathname);
  const editor = `vscode://file/${encoded(absolute.replace(/^\//, ""))}:${line}`;
  if (data.review) return [make("a", label, { href: editor, title: "Open in VS Code" })];
  const file = make("a", label, { href: `${encoded(data.root)}/${encoded(path)}#L${line}` });
  if (location.protocol !== "file:") return [file];
  return [file, make("a", "edit", { href: editor, title: "Open in VS Code", class: "edit" })];
}

// ---- filters and lists

function showStatuses() {
  const counts = { ...data.counts };
  for (const one of variants) if (one.status === "accepted") {
    counts[one.was]--;
    counts.accepted = (counts.accepted ?? 0) + 1;
  }
  const bar = at("statuses");
  bar.replaceChildren();
  if (counts.same) bar.append(chip("same", counts.same, null));
  for (const name of STATUSES) if (counts[name]) {
    bar.append(chip(name, counts[name], () => toggled(state.statuses, name)));
  }
}

function chip(name, count, action) {
  const made = action ? button("", action, { "aria-pressed": state.statuses.has(name) }) : make("span");
  made.classList.add("chip", name);
  made.append(make("b", String(count)), ` ${name}`);
  return made;
}

function showChoices() {
  for (const kind of ["theme", "mode"]) {
    const values = [...new Set(variants.map((one) => one[kind]))].filter(Boolean).sort();
    const select = at(kind);
    select.append(make("option", `All ${kind}s`, { value: "" }));
    for (const value of values) select.append(make("option", value, { value }));
    select.hidden = values.length < 2;
    select.onchange = () => { state[kind] = select.value; filtered(); };
  }
}

function reach(cause) {
  const members = variants.filter((one) => one.causes.some((other) => other.id === cause.id));
  const diagrams = new Set(members.map((one) => one.diagram.id)).size;
  return `${counted(diagrams, "diagram")}, ${counted(members.length, "picture")}`;
}

function showCauses() {
  const list = at("causes");
  const causes = data.causes.filter((cause, place) =>
    state.allCauses || place < FIRST_CAUSES || state.causes.has(cause.id));
  list.replaceChildren(...causes.map(causeItem));
  const more = data.causes.length - FIRST_CAUSES;
  at("more-causes").hidden = more <= 0;
  at("more-causes").textContent = state.allCauses ? "Show fewer" : `Show ${more} more`;
  at("causes-count").textContent = data.causes.length;
  at("causes-part").hidden = !data.causes.length;
}

function causeItem(cause) {
  const item = make("li");
  const title = cause.title.startsWith(`${cause.kind}`)
    ? cause.title.slice(cause.kind.length).replace(/^:? /, "") : cause.title;
  const row = button("", () => toggled(state.causes, cause.id),
    { "aria-pressed": state.causes.has(cause.id), class: "row", title: cause.sentence });
  cause.reach ??= reach(cause);
  row.append(make("span", cause.kind, { class: "kind" }), painted(make("strong"), title),
    make("small", [cause.reach, cause.path && `${cause.path}:${cause.line}`].filter(Boolean).join(" · ")));
  if (cause.follows.length) row.append(make("small", `and so ${cause.follows.join(", ")}`));
  item.append(row);
  if (data.review) {
    item.append(button("Accept", () => acceptCause(cause.id), { class: "plain accept-cause" }));
  }
  return item;
}

const order = (status) => STATUSES.indexOf(status);
const worst = (list) => list.map((one) => one.status).sort((a, b) => order(a) - order(b))[0];

function showDiagrams() {
  const found = shown();
  at("diagrams-count").textContent = found.length === data.diagrams.length
    ? found.length : `${found.length} of ${data.diagrams.length}`;
  at("diagrams").replaceChildren(...found.map(diagramItem));
  if (!found.length) {
    at("diagrams").append(make("li", data.diagrams.length
      ? "Nothing fits the filters." : "Everything is as it was.", { class: "none" }));
  }
}

function diagramItem(diagram) {
  const list = matching(diagram);
  const row = button("", () => open(diagram.id), { class: "row", "data-diagram": diagram.id,
    "aria-current": diagram.id === state.diagram });
  const status = worst(list);
  const kinds = list.map((one) => [one.theme, one.mode].filter(Boolean).join(" ")).filter(Boolean);
  const title = make("strong", diagram.name);
  title.prepend(make("i", "", { class: `dot ${status}` }));
  const about = kinds.length > 2 ? counted(kinds.length, "picture") : kinds.join(", ");
  row.append(title, make("small", [status, about].filter(Boolean).join(" · ")));
  const item = make("li");
  item.append(row);
  return item;
}

function markCurrent() {
  for (const row of document.querySelectorAll("#diagrams .row")) {
    const is = row.dataset.diagram === state.diagram;
    row.setAttribute("aria-current", is);
    if (is) row.scrollIntoView({ block: "nearest" });
  }
}

// ---- one diagram

function showHead(one) {
  const diagram = current();
  at("name").textContent = one ? diagram.name : data.diagrams.length ? "Nothing to show" : "No drift";
  const about = at("about");
  about.replaceChildren();
  if (one) {
    const parts = [make("span", one.status, { class: `chip ${one.status}` }),
      ...links(diagram.source, diagram.line)];
    if (!diagram.source) parts.push(make("span", one.golden));
    if (one.seen) parts.push(make("span", one.seen));
    about.append(...parts);
  }
  const list = one ? matching(diagram) : [];
  at("variants").hidden = list.length < 2;
  at("variants").replaceChildren(...list.map((other) => {
    const label = [other.theme, other.mode].filter(Boolean).join(" · ") || other.name;
    const tab = button(label, () => openVariant(other),
      { role: "tab", "aria-selected": other === one });
    tab.prepend(make("i", "", { class: `dot ${other.status}` }));
    return tab;
  }));
}

const isPair = (one) => Boolean(one && one.expected && one.actual);

function showViews(one) {
  at("tools").hidden = !one || !(one.expected || one.actual);
  at("views").replaceChildren(...VIEWS.map((name, place) => {
    const tab = button(name, () => look(place), { role: "tab", title: `${name} (${place + 1})`,
      "aria-selected": place === (isPair(one) ? state.view : 0) });
    tab.disabled = place > 0 && !isPair(one);
    return tab;
  }));
}

function sentences(list, one, kind) {
  const items = make("ul");
  for (const [sentence, key] of list) {
    const item = make("li");
    if (key && one.places[key]) {
      const row = painted(button("", () => activate(key, "list"), { "data-key": key, class: kind }),
        sentence);
      row.onmouseenter = () => hint(key);
      row.onmouseleave = () => hint("");
      item.append(row);
    } else painted(item, sentence);
    items.append(item);
  }
  return items;
}

function showWords(one) {
  const part = at("words");
  part.replaceChildren();
  if (!one) return;
  if (one.status !== "drifted" || !one.causes.length) part.append(make("p", one.sentence));
  if (!current().shown) {
    const shown = data.diagrams.filter((other) => other.shown).length;
    part.append(make("p", `This page has the pictures of the first ${shown} of `
      + `${counted(data.diagrams.length, "diagram")}. Those of this one are in the report folder; `
      + "diagrams test with its path makes a page that has them."));
  }
  if (one.places.pixels) part.append(sentences([["what differs", "pixels"]], one, "direct"));
  for (const cause of one.causes) {
    const article = make("article");
    const title = painted(make("h3"), cause.sentence);
    title.append(" ", ...links(cause.path, cause.line).slice(-1));
    article.append(title);
    const direct = sentences(cause.changes, one, "direct");
    if (cause.changes.length > 8) article.append(folded(counted(cause.changes.length, "change"), direct));
    else if (cause.changes.length) article.append(direct);
    if (cause.consequences.length) {
      article.append(folded(`and so ${cause.consequences.length} more`,
        sentences(cause.consequences, one, "indirect")));
    }
    part.append(article);
  }
}

function folded(title, content) {
  const details = make("details");
  details.append(make("summary", title), content);
  return details;
}

// ---- pictures: panes that zoom and move together

// The address of a picture; empty while the page has not been read so far.
function address({ picture }) {
  const held = at(`picture-${picture}`);
  const isWhole = held && (held.nextElementSibling || document.readyState !== "loading");
  return isWhole ? `data:image/png;base64,${held.textContent}` : "";
}

function fill(element, one) {
  const source = address(one);
  if (source) element.src = source;
  else setTimeout(() => fill(element, one), 30);
}

function image(one, words) {
  const made = Object.assign(new Image(one.width, one.height), { alt: words, draggable: false });
  fill(made, one);
  return made;
}

function pane(title, side) {
  const figure = make("figure");
  const port = make("div", "", { class: "port", tabindex: "0", "aria-label": title });
  const marks = make("div", "", { class: "marks" });
  port.append(marks);
  figure.append(make("figcaption", title), port);
  const made = { figure, port, marks, side, layers: [] };
  panes.push(made);
  return made;
}

function addLayer(to, content) {
  const sheet = make("div", "", { class: "layer" });
  const moved = make("div", "", { class: "moved" });
  moved.append(content);
  sheet.append(moved);
  to.port.insertBefore(sheet, to.marks);
  to.layers.push(moved);
  return sheet;
}

function size(one) {
  const both = [one.expected, one.actual].filter(Boolean);
  return { width: Math.max(...both.map((each) => each.width)), height: Math.max(...both.map((each) => each.height)) };
}

function showStage(one) {
  const stage = at("stage");
  clearInterval(flicker);
  panes = [];
  stage.replaceChildren();
  const pair = isPair(one);
  const view = pair ? state.view : 0;
  at("control").hidden = view !== 1 && view !== 2;
  if (!one || !(one.expected || one.actual)) {
    if (one && one.status !== "failed") stage.append(make("div", one.sentence, { class: "nothing" }));
    return;
  }
  const { width, height } = size(one);
  const box = make("div", "", { class: pair && view === 0 ? (width / height > 2.2 ? "panes rows" : "panes columns") : "panes" });
  stage.append(box);
  if (view === 0) {
    if (one.expected) addLayer(pane("expected", 0), image(one.expected, "expected"));
    if (one.actual) addLayer(pane(one.expected ? "now" : "new", 1), image(one.actual, "now"));
  } else if (view === 3) addLayer(pane("what differs is red", 1), differing(one));
  else overlay(one, view);
  box.append(...panes.map((each) => each.figure));
  for (const each of panes) { drawMarks(each, one); handle(each); }
  place();
}

function overlay(one, view) {
  const both = pane(["", "expected | now", "expected → now", "", "expected and now in turn"][view], 1);
  addLayer(both, image(one.expected, "expected")).classList.add("under");
  const over = addLayer(both, image(one.actual, "now"));
  over.classList.add("over");
  const edge = make("span", "", { class: "edge" });
  const tag = make("span", "", { class: "tag" });
  const under = both.port.firstChild;
  const set = () => {
    const part = state.amount;
    if (view === 1) {
      over.style.clipPath = `inset(0 0 0 ${part}%)`;
      under.style.clipPath = `inset(0 ${100 - part}% 0 0)`;
      edge.style.left = `${part}%`;
    }
    if (view === 2) over.style.opacity = part / 100;
    at("amount").value = part;
  };
  at("amount-name").textContent = view === 1 ? "expected | now" : "expected → now";
  at("amount").oninput = (event) => { state.amount = Number(event.target.value); set(); };
  both.set = set;
  if (view === 1) {
    both.port.append(edge);
    edge.onpointerdown = (event) => { event.stopPropagation(); edge.setPointerCapture(event.pointerId); };
    edge.onpointermove = (event) => {
      if (!edge.hasPointerCapture(event.pointerId)) return;
      const { left, width } = both.port.getBoundingClientRect();
      state.amount = clamp(100 * (event.clientX - left) / width, 0, 100);
      set();
    };
  }
  if (view === 4) {
    both.port.append(tag);
    let now = true;
    const flip = () => {
      now = !now;
      over.style.visibility = now ? "visible" : "hidden";
      tag.textContent = now ? "now" : "expected";
    };
    flip();
    flicker = setInterval(flip, 600);
  }
  set();
}

// What differs in red over the picture as it is now, faded.
function differing(one) {
  const canvas = make("canvas");
  Object.assign(canvas, size(one));
  const images = [image(one.expected, ""), image(one.actual, "")];
  const arrived = (each) => each.src ? each.decode()
    : new Promise((done) => { each.onload = done; });
  Promise.all(images.map(arrived)).then(() => {
    const pixels = images.map((each) => {
      const sheet = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
      sheet.drawImage(each, 0, 0);
      return sheet.getImageData(0, 0, canvas.width, canvas.height);
    });
    const [before, after] = pixels.map((each) => new Uint32Array(each.data.buffer));
    const shown = after.map((value, place) => {
      if (value !== before[place]) return 0xff2e39d9;
      const grey = 200 + (((value & 255) * 54 + (value >> 8 & 255) * 183 + (value >> 16 & 255) * 19) >> 11);
      return (0xff000000 | grey << 16 | grey << 8 | grey) >>> 0;
    });
    canvas.getContext("2d").putImageData(
      new ImageData(new Uint8ClampedArray(shown.buffer), canvas.width, canvas.height), 0, 0);
    canvas.dataset.done = "";
  }, () => {});
  return canvas;
}

function keys(one) {
  const direct = one.causes.flatMap((cause) => cause.changes.map(([, key]) => key));
  const indirect = one.causes.flatMap((cause) => cause.consequences.map(([, key]) => key));
  const here = (list) => [...new Set(list)].filter((key) => one.places[key]);
  const first = here(one.places.pixels ? ["pixels", ...direct] : direct);
  return { direct: first, indirect: here(indirect).filter((key) => !first.includes(key)) };
}

function drawMarks(each, one) {
  const { direct, indirect } = keys(one);
  for (const [kind, list] of [["indirect", indirect], ["direct", direct]]) {
    for (const key of list) {
      const rect = one.places[key][each.side] ?? (panes.length === 1 ? one.places[key][1 - each.side] : null);
      if (!rect) continue;
      const mark = button("", () => activate(key, "mark"),
        { class: `mark ${kind}`, "data-key": key, "aria-label": key, title: said(one, key), tabindex: "-1" });
      mark.rect = rect;
      each.marks.append(mark);
    }
  }
}

function said(one, key) {
  const all = one.causes.flatMap((cause) => [...cause.changes, ...cause.consequences]);
  return all.filter(([, other]) => other === key).map(([sentence]) => sentence).slice(0, 4).join("\n") || key;
}

function measures(one) {
  const { width, height } = size(one);
  const port = panes[0].port;
  const rows = panes.length > 1 && port.closest(".rows");
  const cap = Math.max(220, innerHeight * (rows ? 0.36 : 0.64));
  const wide = Math.min(1, port.clientWidth / width);
  const fit = Math.min(wide, cap / height);
  const zoom = state.zoom || fit;
  const room = clamp(height * Math.max(fit, zoom), 96, cap);
  return { width, height, fit, zoom, room };
}

function place() {
  const one = variant();
  if (!panes.length || !one) return;
  const { width, height, fit, zoom, room } = measures(one);
  if (!state.zoom) { state.x = width / 2; state.y = height / 2; }
  for (const each of panes) {
    each.port.style.height = `${Math.round(room)}px`;
  }
  const wide = panes[0].port.clientWidth;
  const held = (value, length, port) => length * zoom <= port ? length / 2
    : clamp(value, port / 2 / zoom, length - port / 2 / zoom);
  state.x = held(state.x, width, wide);
  state.y = held(state.y, height, room);
  const left = Math.round(wide / 2 - state.x * zoom), top = Math.round(room / 2 - state.y * zoom);
  for (const each of panes) {
    for (const layer of each.layers) {
      layer.style.transform = `translate(${left}px, ${top}px) scale(${zoom})`;
      layer.classList.toggle("sharp", zoom >= 2);
    }
    each.port.classList.toggle("movable", zoom > fit * 1.001);
    each.marks.hidden = !state.marks;
    for (const mark of each.marks.children) {
      const [x, y, w, h] = mark.rect;
      Object.assign(mark.style, { left: `${left + x * zoom - 4}px`, top: `${top + y * zoom - 4}px`,
        width: `${w * zoom + 8}px`, height: `${h * zoom + 8}px` });
      mark.classList.toggle("active", mark.dataset.key === state.active);
    }
  }
  at("scale").textContent = `${Math.round(zoom * 100)} %`;
  at("fit").setAttribute("aria-pressed", !state.zoom);
}

function zoomTo(value, x = state.x, y = state.y) {
  const one = variant();
  if (!panes.length) return;
  const { fit } = measures(one);
  const wanted = clamp(value, Math.min(fit, 0.1), MOST_ZOOM);
  state.zoom = Math.abs(wanted - fit) < 0.001 || wanted < fit ? 0 : wanted;
  if (state.zoom) [state.x, state.y] = [x, y];
  place();
}

const zoomed = () => panes.length ? measures(variant()).zoom : 1;
const zoomBy = (factor) => zoomTo(zoomed() * factor);

function move(dx, dy) {
  if (!state.zoom) return;
  const zoom = zoomed();
  state.x += dx / zoom;
  state.y += dy / zoom;
  place();
}

function handle({ port }) {
  let from = null;
  port.onpointerdown = (event) => {
    if (event.button || event.target.closest(".mark, .edge")) return;
    from = { x: event.clientX, y: event.clientY };
    port.setPointerCapture(event.pointerId);
  };
  port.onpointermove = (event) => {
    if (!from) return;
    move(from.x - event.clientX, from.y - event.clientY);
    from = { x: event.clientX, y: event.clientY };
  };
  port.onpointerup = port.onpointercancel = () => { from = null; };
  port.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) aim(port, event, Math.exp(-event.deltaY / 200));
    else if (state.zoom) move(event.deltaX, event.deltaY);
    else return;
    event.preventDefault();
  }, { passive: false });
  port.ondblclick = (event) => { if (!event.target.closest(".mark")) aim(port, event, 2); };
}

// Zoom so that what is under the pointer stays there.
function aim(port, event, factor) {
  const { left, top, width, height } = port.getBoundingClientRect();
  const zoom = zoomed(), next = clamp(zoom * factor, 0.1, MOST_ZOOM);
  const dx = event.clientX - left - width / 2, dy = event.clientY - top - height / 2;
  zoomTo(next, state.x + dx / zoom - dx / next, state.y + dy / zoom - dy / next);
}

// ---- changes: from the list to the picture and back

function hint(key) {
  for (const mark of document.querySelectorAll(".mark")) mark.classList.toggle("hint", mark.dataset.key === key);
}

function activate(key, from) {
  state.active = key;
  const one = variant();
  const place_of = one.places[key];
  for (const row of document.querySelectorAll("#words [data-key]")) {
    const is = row.dataset.key === key;
    row.classList.toggle("active", is);
    if (is) row.closest("details")?.setAttribute("open", "");
  }
  const row = document.querySelector(`#words [data-key="${CSS.escape(key)}"]`);
  if (from !== "list") row?.scrollIntoView({ block: "nearest" });
  if (from === "mark") { row?.focus({ preventScroll: true }); place(); }
  else if (place_of && panes.length) {
    const [x, y, w, h] = place_of[1] ?? place_of[0];
    const { fit, zoom, room } = measures(one);
    const wide = panes[0].port.clientWidth;
    const near = Math.min(wide * 0.6 / (w + 16), room * 0.6 / (h + 16), 3);
    zoomTo(Math.max(fit, Math.min(near, Math.max(zoom, 2))), x + w / 2, y + h / 2);
    if (from === "list") at("stage").scrollIntoView({ block: "nearest" });
  }
  showPosition(one);
}

function showPosition(one) {
  const list = one ? stops(one) : [];
  at("places-tools").hidden = !list.length;
  const place = list.indexOf(state.active);
  at("position").textContent = place < 0 ? counted(list.length, "place") : `${place + 1} of ${list.length}`;
}

function stops(one) {
  const { direct, indirect } = keys(one);
  return direct.length ? direct : indirect;
}

function step(by) {
  const one = variant();
  const list = one ? stops(one) : [];
  if (!list.length) return;
  const here = list.indexOf(state.active);
  const next = here < 0 ? (by > 0 ? 0 : list.length - 1) : (here + by + list.length) % list.length;
  state.marks = true;
  showMarks();
  activate(list[next], "step");
}

function showMarks() {
  at("marks").setAttribute("aria-pressed", state.marks);
  for (const each of panes) each.marks.hidden = !state.marks;
}

// ---- moving about

function open(id, keep = false) {
  state.diagram = id;
  if (!keep) state.variant = "";
  state.active = "";
  state.zoom = 0;
  showOne();
  markCurrent();
  document.querySelector("main").scrollTop = 0;
}

function openVariant(one) {
  state.variant = one.id;
  state.active = "";
  showOne();
}

function showOne() {
  const one = variant();
  showHead(one);
  showViews(one);
  showWords(one);
  showStage(one);
  showPosition(one);
  showTakes();
  remember(one);
}

function showTakes() {
  const all = variants.filter(acceptable);
  const some = taken();
  at("command").textContent = command();
  at("takes").textContent = some.length === all.length
    ? `Accepts all ${some.length}` : `Accepts ${some.length} of ${all.length}`;
  at("review").hidden = !data.review;
  at("copy").disabled = !some.length;
  at("accept-shown").textContent = isFiltered() || state.causes.size ? `Accept ${some.length} shown` : `Accept all ${some.length}`;
  at("accept-shown").disabled = !some.length;
  at("accept-one").disabled = !(current() && matching(current()).some(acceptable));
}

function filtered() {
  const found = shown();
  if (!found.some((diagram) => diagram.id === state.diagram)) {
    state.diagram = found[0]?.id ?? "";
    state.active = "";
    state.zoom = 0;
  }
  showStatuses();
  showCauses();
  showDiagrams();
  showOne();
}

function toggled(set, value) {
  if (!set.delete(value)) set.add(value);
  filtered();
}

function clear() {
  state.statuses.clear();
  state.causes.clear();
  Object.assign(state, { theme: "", mode: "", text: "", active: "", zoom: 0 });
  for (const id of ["theme", "mode", "search"]) at(id).value = "";
  filtered();
}

function go(by) {
  const found = shown();
  const here = found.findIndex((diagram) => diagram.id === state.diagram);
  const next = found[clamp(here + by, 0, found.length - 1)];
  if (next && next.id !== state.diagram) open(next.id);
}

function turn(by) {
  const list = current() ? matching(current()) : [];
  if (list.length) openVariant(list[(list.indexOf(variant()) + by + list.length) % list.length]);
}

function look(view) {
  state.view = view;
  const one = variant();
  showViews(one);
  showStage(one);
  remember(one);
}

function slide(by) {
  if (at("control").hidden) return move(by * 8, 0);
  state.amount = clamp(state.amount + by, 0, 100);
  for (const each of panes) each.set?.();
}

function tell(words) {
  at("said").textContent = words;
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

// ---- accepting, on the page that `diagrams review` serves

async function accept(list) {
  const wanted = list.filter(acceptable);
  if (!data.review || !wanted.length) return;
  tell(`Accepting ${wanted.length} …`);
  try {
    const answer = await fetch(data.review, { method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ goldens: wanted.map((one) => one.golden) }) });
    if (!answer.ok) throw new Error(await answer.text());
    const { accepted, refused } = await answer.json();
    const done = new Set(accepted);
    for (const one of wanted) if (done.has(one.golden)) { one.was = one.status; one.status = "accepted"; one.words = undefined; }
    tell([`Accepted ${accepted.length}`, ...refused.map(([name, why]) => `${name}: ${why}`)].join("; "));
  } catch (error) {
    tell(`Not accepted: ${error.message || "diagrams review has ended"}`);
  }
  filtered();
}

const acceptOne = () => accept(current() ? matching(current()) : []);
const acceptCause = (id) => accept(variants.filter((one) =>
  one.causes.length && one.causes.every((cause) => cause.id === id)));

// ---- keys

const KEYS = {
  ArrowDown: () => go(1), j: () => go(1), ArrowUp: () => go(-1), k: () => go(-1),
  "]": () => turn(1), "[": () => turn(-1),
  ArrowLeft: () => slide(-5), ArrowRight: () => slide(5),
  n: () => step(1), p: () => step(-1),
  m: () => { state.marks = !state.marks; showMarks(); },
  "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8),
  0: () => { state.zoom = 0; place(); }, z: () => zoomTo(1),
  "/": () => { at("search").focus(); at("search").select(); },
  c: copy, a: () => acceptOne(), t: toggleScheme, "?": () => at("keys").showModal(),
  Escape: clear,
};
const MOVES = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || at("keys").open) return;
  const { target, key } = event;
  if (target.matches?.("input[type=search], select")) {
    if (key === "Escape") { if (target === at("search")) { at("search").value = state.text = ""; filtered(); } target.blur(); }
    else if (key === "Enter" && target === at("search")) target.blur();
    return;
  }
  if (target.id === "amount" && key.startsWith("Arrow")) return;
  const view = Number(key) - 1;
  if (event.shiftKey && MOVES[key]) move(...MOVES[key]);
  else if (view >= 0 && view < VIEWS.length) { if (view === 0 || isPair(variant())) look(view); }
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
});

at("search").oninput = () => { state.text = at("search").value; filtered(); };
at("more-causes").onclick = () => { state.allCauses = !state.allCauses; showCauses(); };
at("copy").onclick = copy;
at("help").onclick = () => at("keys").showModal();
at("in").onclick = () => zoomBy(1.25);
at("out").onclick = () => zoomBy(0.8);
at("fit").onclick = () => { state.zoom = 0; place(); };
at("natural").onclick = () => zoomTo(1);
at("next").onclick = () => step(1);
at("previous").onclick = () => step(-1);
at("marks").onclick = () => { state.marks = !state.marks; showMarks(); };
at("accept-one").onclick = acceptOne;
at("accept-shown").onclick = () => accept(taken());
for (const each of document.querySelectorAll(".reviewing")) each.hidden = !data.review;
addEventListener("resize", place);

// The place in the list and the view stand in the address, so that they can be linked to.
function remember(one) {
  if (!one) return;
  const where = new URLSearchParams({ diagram: state.diagram, variant: one.name, view: VIEWS[state.view] });
  history.replaceState(null, "", `#${where}`);
}

function recall() {
  const where = new URLSearchParams(location.hash.slice(1));
  const found = data.diagrams.find((one) => one.id === where.get("diagram")) ?? data.diagrams[0];
  state.diagram = found?.id ?? "";
  state.variant = found?.variants.find((one) => one.name === where.get("variant"))?.id ?? "";
  state.view = Math.max(0, VIEWS.indexOf(where.get("view")));
}

const rank = (diagram) => order(worst(diagram.variants));
data.diagrams.sort((one, other) => rank(one) - rank(other));
showChoices();
recall();
filtered();
