// A chat's messages: shows them, keeps its place, and keeps focus and open quotes over edits.

import { el, icon } from "./dom.js";
import { fold, measureQuotes } from "./entities.js";
import { render } from "./message.js";
import { dayName, onLanguage } from "./words.js";

const NEAR = 80; // pixels from the end within which a reader counts as being at the end
const TYPING_SECONDS = 5;

export class Pane {
  /** `section` has a log and a button to its end; `view` is what `message.render` needs. */
  constructor(section, view) {
    this.section = section;
    this.view = view;
    this.actions = { ...view.actions, jump: (id) => this.jump(id) };
    this.log = section.querySelector(".log");
    this.down = section.querySelector(".down");
    this.down.append(icon("down"), el("span", { class: "unread", hidden: true }));
    this.chatId = 0;
    this.messages = new Map();
    this.unread = 0;
    this.down.addEventListener("click", () => this.toEnd());
    this.log.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => {
      measureQuotes(this.log);
      if (this.atEnd) this.toEnd();
    }).observe(this.log);
    this.atEnd = true;
    onLanguage(() => this.keepPlace(() => this.redraw()));
  }

  /** Shows a chat at its end; one that is shown already stays where it is. */
  open(chatId, messages) {
    const same = chatId === this.chatId;
    if (same && JSON.stringify(messages) === JSON.stringify([...this.messages.values()])) return;
    this.chatId = chatId;
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    if (same) return this.keepPlace(() => this.redraw());
    this.redraw();
    this.toEnd();
  }

  redraw() {
    this.log.replaceChildren();
    for (const message of this.messages.values()) this.append(message);
    measureQuotes(this.log);
  }

  element(id) {
    return this.log.querySelector(`[data-id="${id}"]`);
  }

  append(message) {
    const day = dayName(message.date);
    const last = [...this.log.querySelectorAll(".day")].pop();
    if (last?.textContent !== day) this.log.append(el("p", { class: "day" }, day));
    const element = render(message, { ...this.view, actions: this.actions });
    this.log.append(element);
    return element;
  }

  arrived(message) {
    if (this.messages.has(message.message_id)) return this.edited(message);
    const following = this.isAtEnd();
    this.typing(false);
    this.log.querySelector(".intro")?.remove();
    this.messages.set(message.message_id, message);
    const element = this.append(message);
    measureQuotes(element);
    element.classList.add("arriving");
    if (message.outgoing && !message.silent) element.classList.add("sounding");
    const mine = message.from?.id === this.view.me;
    if (following || mine) this.show(element);
    else this.count(this.unread + 1);
    return undefined;
  }

  /** Redraws an edited message in its place. */
  edited(message) {
    this.messages.set(message.message_id, message);
    const old = this.element(message.message_id);
    if (!old) return;
    const end = this.isAtEnd();
    const fresh = render(message, { ...this.view, actions: this.actions });
    const focus = focusPlace(old);
    const wasOpen = [...old.querySelectorAll(".expandable")].map((q) => q.classList.contains("open"));
    old.replaceWith(fresh);
    fresh.querySelectorAll(".expandable").forEach((quote, i) => wasOpen[i] && fold(quote, true));
    measureQuotes(fresh);
    if (focus) restoreFocus(fresh, focus, this.log);
    if (end) this.toEnd();
  }

  deleted(id) {
    this.messages.delete(id);
    const element = this.element(id);
    if (!element) return;
    const focused = element.contains(document.activeElement);
    element.remove();
    if (focused) this.log.focus();
  }

  typing(on) {
    clearTimeout(this.typingEnds);
    this.section.classList.toggle("typing", on);
    this.onTyping?.(on);
    if (on) this.typingEnds = setTimeout(() => this.typing(false), TYPING_SECONDS * 1000);
  }

  jump(id) {
    const element = this.element(id);
    if (!element) return;
    element.scrollIntoView({ block: "center" });
    element.classList.remove("found");
    void element.offsetWidth;
    element.classList.add("found");
  }

  // -- place -------------------------------------------------------------------------------------

  isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
  }

  scrolled() {
    this.atEnd = this.isAtEnd();
    this.down.hidden = this.atEnd;
    if (this.atEnd) this.count(0);
  }

  keepPlace(change) {
    const end = this.isAtEnd();
    const top = this.log.scrollTop;
    change();
    if (end) this.toEnd();
    else this.log.scrollTop = top;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.scrolled();
  }

  /** Goes to the end, but never past the beginning of `element`: long messages are read from it. */
  show(element) {
    const start = element.offsetTop - this.log.offsetTop - 10;
    this.log.scrollTop = Math.min(start, this.log.scrollHeight);
    this.scrolled();
  }

  count(unread) {
    this.unread = unread;
    const badge = this.down.querySelector(".unread");
    badge.hidden = unread === 0;
    badge.textContent = String(unread || "");
    this.onUnread?.(unread);
  }
}

const FOCUSABLE = "a, button, [tabindex]";

function focusPlace(element) {
  if (!element.contains(document.activeElement)) return null;
  const all = [...element.querySelectorAll(FOCUSABLE)];
  return { index: all.indexOf(document.activeElement), text: document.activeElement.textContent };
}

/** The same button by its text, else the first button of the new keyboard, else the log. */
function restoreFocus(element, { index, text }, log) {
  const all = [...element.querySelectorAll(FOCUSABLE)];
  const same = all[index]?.textContent === text ? all[index] : all.find((e) => e.textContent === text);
  (same ?? element.querySelector(".key") ?? all[0] ?? log).focus({ preventScroll: true });
}
