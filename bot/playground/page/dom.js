// Small elements, icons, toasts and dialogs.

import { word } from "./words.js";

const ICONS = {
  more: "M12 5.5a1.7 1.7 0 1 0 0-.01zM12 12a1.7 1.7 0 1 0 0-.01zM12 18.5a1.7 1.7 0 1 0 0-.01z",
  down: "M6 9.5l6 6 6-6",
  send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  keyboard: "M4 7h16v10H4zM8 14h8M7 10.5h.01M10.3 10.5h.01M13.7 10.5h.01M17 10.5h.01",
  bell: "M6 17h12l-1.5-2.2V11a4.5 4.5 0 0 0-9 0v3.8zM10.5 19.5h3",
  mute: "M6 17h12l-1.5-2.2V11a4.5 4.5 0 0 0-9 0v3.8zM10.5 19.5h3M4 4l16 16",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  reply: "M10 7L4.500 12.500 10 18M5 12.500h8c4 0 6 2 6 6",
  close: "M6 6l12 12M18 6L6 18",
  link: "M8 16L16.5 7.5M10 7.5h6.5V14",
  forward: "M13 6l6 5.5-6 5.5v-3.5c-4 0-6.500 1-8 4 .3-5 3-8 8-8.300z",
};
const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("drawn", `drawn-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** An element; `fields` are properties, or attributes where their name has a dash. */
export function el(tag, fields = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name === "class") element.className = value;
    else if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function button(label, pressed, fields = {}) {
  const made = el("button", { type: "button", ...fields }, label);
  made.addEventListener("click", pressed);
  return made;
}

const TOAST_SECONDS = 4;

export function toast(text) {
  const shown = el("p", { class: "toast", dir: "auto" }, text);
  document.getElementById("toasts").replaceChildren(shown);
  setTimeout(() => shown.remove(), TOAST_SECONDS * 1000);
}

/** Opens a dialog; `build(close)` gives its content. Resolves with what `close` was given. */
export function ask(title, build) {
  const back = document.activeElement;
  const dialog = el("dialog", { "aria-labelledby": "dialog-title" });
  return new Promise((resolve) => {
    const close = (value) => {
      dialog.close();
      resolve(value);
    };
    dialog.append(el("h2", { id: "dialog-title", dir: "auto" }, title), ...build(close));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(undefined);
      if (back?.isConnected && document.activeElement === document.body) back.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("input, button")?.focus();
  });
}

export function alertBox(title, text) {
  return ask(title, (close) => [
    el("p", { dir: "auto", class: "alert-text" }, text),
    el("div", { class: "choices" }, button(word("ok"), () => close(true), { class: "main" })),
  ]);
}
