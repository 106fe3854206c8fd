// Where a person writes: the message box, the command menu on «/», and the bot's reply keyboard.

import { button, el, icon } from "./dom.js";
import { word } from "./words.js";

const TALLEST = 140; // pixels
const SNIPPET = 90; // letters of the message that is answered

export class Composer {
  /**
   * `options`: {id, placeholder, send(text, replyTo), commands?() -> Promise<[{command, description}]>}.
   */
  constructor(options) {
    this.options = options;
    this.commands = [];
    this.shown = [];
    this.active = -1;
    this.box = this.textarea();
    this.list = el("div", { class: "commands", role: "listbox", id: `${options.id}-commands`, hidden: true });
    this.list.setAttribute("aria-label", word("menu"));
    this.keys = el("div", { class: "reply-keys", hidden: true });
    this.toggle = button(icon("keyboard"), () => this.flip(), { class: "icon", hidden: true });
    this.toggle.setAttribute("aria-label", word("keyboard"));
    this.menuButton = options.commands ? this.opener() : null;
    this.sendButton = button(icon("send"), () => this.send(), { class: "icon send" });
    this.sendButton.setAttribute("aria-label", word("send"));
    this.replying = el("div", { class: "replying", hidden: true });
    const row = el("div", { class: "composer" }, this.menuButton, this.box, this.toggle, this.sendButton);
    this.element = el("div", { class: "writing" }, this.list, this.replying, row, this.keys);
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget)) this.close();
    });
  }

  textarea() {
    const { id, placeholder, commands } = this.options;
    const box = el("textarea", { id, rows: 1, dir: "auto", placeholder, "aria-label": placeholder });
    if (commands) {
      box.setAttribute("aria-autocomplete", "list");
      box.setAttribute("aria-controls", `${id}-commands`);
    }
    box.addEventListener("input", () => this.typed());
    box.addEventListener("keydown", (event) => this.pressed(event));
    return box;
  }

  opener() {
    const made = button(icon("menu"), () => this.flipMenu(), { class: "icon menu" });
    made.setAttribute("aria-label", word("menu"));
    made.setAttribute("aria-expanded", "false");
    return made;
  }

  // -- writing -----------------------------------------------------------------------------------

  async typed() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, TALLEST)}px`;
    if (this.isCommand()) await this.ask();
    if (!this.isCommand()) return this.close();
    return this.suggest(this.box.value.slice(1).toLowerCase());
  }

  isCommand() {
    return Boolean(this.options.commands) && /^\/\w*$/.test(this.box.value);
  }

  pressed(event) {
    if (!this.list.hidden && this.choose(event)) return event.preventDefault();
    if (event.key === "Escape") this.answer(null);
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    }
  }

  send() {
    const text = this.box.value.trim();
    if (!text) return;
    this.box.value = "";
    this.box.style.height = "auto";
    this.close();
    this.options.send(text, this.replyTo);
    this.answer(null);
    this.box.focus();
  }

  /** What is written next answers `message`; null: it answers nothing. */
  answer(message, focus = false) {
    this.replyTo = message?.message_id;
    this.replying.hidden = !message;
    if (!message) return;
    const cancel = button(icon("close"), () => this.answer(null), { class: "icon" });
    cancel.setAttribute("aria-label", word("cancelReply"));
    const words = (message.text ?? "").replace(/\s+/g, " ").slice(0, SNIPPET);
    this.replying.replaceChildren(el("p", { dir: "auto" }, word("replyingTo", words)), cancel);
    if (focus) this.box.focus();
  }

  // -- the command menu --------------------------------------------------------------------------

  async flipMenu() {
    if (!this.list.hidden) return this.close();
    await this.ask();
    this.suggest("");
    return this.box.focus();
  }

  /** Asks for the commands when the list opens; what is typed meanwhile asks for no more. */
  async ask() {
    if (!this.list.hidden) return;
    this.asking ??= this.options.commands().finally(() => { this.asking = null; });
    this.commands = await this.asking;
  }

  suggest(start) {
    this.shown = this.commands.filter(({ command }) => command.startsWith(start));
    if (!this.shown.length) return this.close();
    this.list.replaceChildren(...this.shown.map((command, index) => this.option(command, index)));
    this.list.hidden = false;
    this.menuButton.setAttribute("aria-expanded", "true");
    this.activate(0);
  }

  option({ command, description }, index) {
    const made = el(
      "div",
      { role: "option", id: `${this.options.id}-command-${index}`, class: "command" },
      el("bdi", { class: "name", dir: "ltr" }, `/${command}`),
      el("span", { dir: "auto" }, description),
    );
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => this.take(index));
    return made;
  }

  choose(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.activate((this.active + step + this.shown.length) % this.shown.length);
    else if (event.key === "Enter") this.take(this.active);
    else if (event.key === "Tab" && !event.shiftKey) this.take(this.active, false);
    else if (event.key === "Escape") this.close();
    else return false;
    return true;
  }

  activate(index) {
    this.active = index;
    [...this.list.children].forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === index));
    });
    this.list.children[index].scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", this.list.children[index].id);
  }

  take(index, send = true) {
    this.box.value = `/${this.shown[index].command}${send ? "" : " "}`;
    this.close();
    if (send) this.send();
  }

  close() {
    this.list.hidden = true;
    this.menuButton?.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  // -- the reply keyboard ------------------------------------------------------------------------

  /**
   * `keyboard` as the bot sent it, or null; `pressed(key)` is told what a person presses, and
   * resolves with false where they thought better of it.
   */
  keyboard(keyboard, pressed) {
    const rows = keyboard?.keyboard ?? [];
    const focused = this.keys.contains(document.activeElement);
    this.keys.replaceChildren(
      ...rows.map((row) =>
        el("div", { class: "keys" }, ...row.map((key) => button(
          el("span", { dir: "auto" }, key.text),
          async () => {
            const used = await pressed(key);
            if (used !== false && keyboard.one_time_keyboard) this.hideKeys();
          },
          { class: "key" },
        ))),
      ),
    );
    this.keys.hidden = rows.length === 0;
    if (focused) this.box.focus();
    this.toggle.hidden = rows.length === 0;
    this.box.placeholder = keyboard?.input_field_placeholder || this.options.placeholder;
  }

  flip() {
    this.keys.hidden = !this.keys.hidden;
  }

  hideKeys() {
    const focused = this.keys.contains(document.activeElement);
    this.keys.hidden = true;
    if (focused) this.box.focus();
  }
}
