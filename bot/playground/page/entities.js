// A message's text with its entities, as elements. Offsets are UTF-16 units, as in strings here.

import { el, icon } from "./dom.js";
import { word } from "./words.js";

const QUOTES = ["blockquote", "expandable_blockquote"];
const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

/** The nodes of `text`; `actions` has `command(text)` and `link(url, event)`. */
export function nodesOf(text, entities = [], actions) {
  const ordered = [...entities].sort(
    (a, b) => a.offset - b.offset || b.length - a.length || isQuote(b) - isQuote(a),
  );
  return part(text, 0, text.length, ordered, actions);
}

const isQuote = (entity) => QUOTES.includes(entity.type);
const isBlock = (entity) => isQuote(entity) || entity.type === "pre";

function part(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const stop = Math.min(first.offset + first.length, end);
    const inside = others.filter((other) => other.offset < stop);
    rest = others.filter((other) => other.offset >= stop);
    const block = isBlock(first);
    let before = text.slice(at, first.offset);
    if (block && before.endsWith("\n")) before = before.slice(0, -1);
    if (before) nodes.push(before);
    const clipped = inside.map((other) => ({
      ...other, length: Math.min(other.offset + other.length, stop) - other.offset,
    }));
    const children = part(text, first.offset, stop, clipped, actions);
    nodes.push(wrapped(first, children, text.slice(first.offset, stop), actions));
    at = stop;
    if (block && text[at] === "\n") at += 1;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(entity, children, words, actions) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children, actions);
    case "url":
      return link(/^[a-z]+:/i.test(words) ? words : `http://${words}`, children, actions);
    case "bot_command":
      return command(words, children, actions);
    case "mention":
    case "text_mention":
    case "hashtag":
      return el("span", { class: "link" }, ...children);
    case "spoiler":
      return spoiler(children);
    case "blockquote":
      return el("blockquote", { dir: "auto" }, ...children);
    case "expandable_blockquote":
      return expandable(children);
    default:
      return el(TAGS[entity.type] || "span", {}, ...children);
  }
}

/** A link, not a button: buttons are cut out of the line's direction. */
function command(words, children, actions) {
  const made = el("a", { href: "#", class: "link" }, ...children);
  made.addEventListener("click", (event) => {
    event.preventDefault();
    actions.command(words);
  });
  return made;
}

function link(url, children, actions) {
  const made = el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
  made.addEventListener("click", (event) => actions.link(url, event));
  return made;
}

function spoiler(children) {
  const cover = el("span", { class: "spoiler", role: "button", tabIndex: 0 }, ...children);
  cover.setAttribute("aria-label", word("spoiler"));
  const reveal = () => {
    cover.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") reveal();
  });
  return cover;
}

function expandable(children) {
  const words = el("div", { class: "quoted" }, ...children);
  const toggle = el("button", { type: "button", class: "fold" }, icon("down"));
  const quote = el("blockquote", { class: "expandable", dir: "auto" }, words, toggle);
  toggle.addEventListener("click", (event) => {
    event.stopPropagation();
    fold(quote, !quote.classList.contains("open"));
  });
  words.addEventListener("click", (event) => {
    if (!toggle.hidden && !event.target.closest("a, button")) fold(quote, !quote.classList.contains("open"));
  });
  words.addEventListener("focusin", () => fold(quote, true));
  fold(quote, false);
  return quote;
}

export function fold(quote, open) {
  const toggle = quote.querySelector(".fold");
  quote.classList.toggle("open", open);
  toggle.setAttribute("aria-expanded", String(open));
  toggle.setAttribute("aria-label", word(open ? "showLess" : "showAll"));
}

/** Quotes of three lines or less need no toggle; only a laid out quote can tell. */
export function measureQuotes(within) {
  for (const quote of within.querySelectorAll(".expandable:not(.open)")) {
    const words = quote.querySelector(".quoted");
    if (words.clientHeight) {
      quote.querySelector(".fold").hidden = words.scrollHeight <= words.clientHeight + 2;
    }
  }
}
