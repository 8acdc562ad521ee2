"use strict";
const at = (id) => document.getElementById(id);
const data = JSON.parse(at("data").textContent);

const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

function toggleScheme() {
  const isDark = getComputedStyle(document.documentElement).colorScheme === "dark";
  document.documentElement.dataset.scheme = isDark ? "light" : "dark";
}
at("scheme").onclick = toggleScheme;
