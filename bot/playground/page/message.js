// One message as a bubble: header, reply, text, meta, buttons; or as a line of service.

import { button, el, icon } from "./dom.js";
import { nodesOf } from "./entities.js";
import { clockTime, locale, word } from "./words.js";

/**
 * `message` as the Bot API shows it, with `outgoing` (the bot's) and `silent`.
 * `view`: {me: the reader's id, botName, actions: {command, link, press, forward, jump}}.
 */
export function render(message, view) {
  const service = serviceLine(message);
  const element = service ? el("p", { class: "service", dir: "auto" }, service) : bubble(message, view);
  element.dataset.id = message.message_id;
  return element;
}

function serviceLine(message) {
  if (message.chat_shared) return word("shared", message.chat_shared.title);
  if (message.new_chat_members) return word("added");
  return null;
}

function bubble(message, view) {
  const mine = message.from?.id === view.me;
  const content = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const body = el("div", { class: "text", dir: "auto" }, ...nodesOf(content, entities, view.actions));
  const post = message.chat.type === "channel";
  const article = el(
    "article",
    { class: `message ${mine ? "mine" : "theirs"}` },
    el(
      "div",
      { class: "bubble" },
      el("span", { class: "sr-only" }, `${senderOf(message, view)}:`),
      forwarded(message),
      replied(message, view),
      message.document ? el("p", { class: "file", dir: "auto" }, message.document.file_name ?? "") : null,
      body,
      meta(message, mine),
    ),
    keyboard(message, view),
  );
  if (content) article.append(post ? aside("forward", message, view) : aside("reply", message, view));
  return article;
}

/** The small button beside a bubble: forwards a post, or answers a message. */
function aside(name, message, view) {
  const made = button(icon(name), () => view.actions[name](message), { class: `icon aside to-${name}` });
  made.setAttribute("aria-label", word(name));
  made.title = word(name);
  return made;
}

function senderOf(message, view) {
  if (message.sender_chat) return message.sender_chat.title;
  return message.from?.id === view.me ? word("you") : view.botName;
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const who = origin.chat?.title ?? origin.sender_user?.first_name ?? "";
  return el("p", { class: "forwarded", dir: "auto" }, word("forwardedFrom", who));
}

const SNIPPET = 90;

function replied(message, view) {
  const to = message.reply_to_message;
  if (!to) return null;
  const words = (to.text ?? to.caption ?? "").replace(/\s+/g, " ").trim();
  const shown = words.length > SNIPPET ? `${words.slice(0, SNIPPET)}…` : words;
  return button(
    "",
    () => view.actions.jump(to.message_id),
    { class: "reply" },
  ).appendChild(
    el("span", {}, el("b", { dir: "auto" }, senderOf(to, view)), el("span", { dir: "auto" }, shown)),
  ).parentElement;
}

function meta(message, mine) {
  const parts = el("span", { class: "meta" });
  const buttons = message.reply_markup?.inline_keyboard;
  if (message.edit_date && !buttons) parts.append(el("span", { class: "edited" }, word("edited")), " ");
  if (message.outgoing) {
    const mark = el("span", { class: message.silent ? "sound muted" : "sound", role: "img" });
    const label = word(message.silent ? "silent" : "sounding");
    mark.setAttribute("aria-label", label);
    mark.title = label;
    mark.append(icon(message.silent ? "mute" : "bell"));
    parts.append(mark, " ");
  }
  const iso = new Date(message.date * 1000).toISOString();
  parts.append(el("time", { dateTime: iso }, clockTime(message.date)));
  if (mine) parts.append(el("span", { class: "ticks", "aria-hidden": "true" }, "✓✓"));
  return parts;
}

function keyboard(message, view) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const board = el("div", { class: "keyboard" });
  for (const row of rows) {
    const line = el("div", { class: "keys" });
    for (const key of row) line.append(inlineKey(key, message, view));
    board.append(line);
  }
  return board;
}

function inlineKey(key, message, view) {
  const label = el("span", { dir: "auto" }, key.text);
  if (key.url) {
    const made = el("a", { class: "key", href: key.url, target: "_blank", rel: "noopener noreferrer" }, label, icon("link"));
    made.addEventListener("click", (event) => view.actions.link(key.url, event));
    return made;
  }
  const made = el("button", { type: "button", class: "key" }, label, el("span", { class: "spinner", "aria-hidden": "true" }));
  made.lang = locale();
  made.addEventListener("click", () => view.actions.press(message, key, made));
  return made;
}
