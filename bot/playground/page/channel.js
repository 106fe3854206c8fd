// The reader's channels: making one, the bot's standing in it, posts.

import { messages, post, Refused } from "./api.js";
import { Composer } from "./composer.js";
import { ask, button, el, icon, toast } from "./dom.js";
import { Pane } from "./pane.js";
import { channelsOf } from "./person.js";
import { onLanguage, word } from "./words.js";

export class Channels {
  /** `view` as for a pane; `view.bot` is the bot's user id. */
  constructor(section, view) {
    this.section = section;
    this.view = view;
    this.pane = new Pane(section, view);
    this.all = [];
    this.title = section.querySelector("#channel-title");
    this.state = section.querySelector(".state");
    this.avatar = section.querySelector(".avatar");
    this.foot = section.querySelector(".foot");
    this.more = section.querySelector(".more");
    this.more.querySelector("summary").append(icon("more"));
    this.choice = section.querySelector("#channel-choice");
    this.choice.addEventListener("change", () => this.select(Number(this.choice.value)));
    section.querySelector("#rights").addEventListener("click", () => this.flipRight());
    section.querySelector("#remove-bot").addEventListener("click", () => this.setBot("left"));
    section.querySelector("#new-channel").addEventListener("click", () => this.create());
    onLanguage(() => this.draw());
  }

  get current() {
    return this.all.find(({ id }) => id === this.pane.chatId) ?? null;
  }

  /** Reads the reader's channels anew and shows the chosen one, else the last. */
  async refresh() {
    this.all = await channelsOf(this.view.me, this.view.bot);
    if (!this.current && this.all.length) return this.select(this.all[this.all.length - 1].id);
    this.draw();
  }

  /** After a gap: reads the channels, and what the shown one posted meanwhile. */
  async reread() {
    const { current } = this;
    await this.refresh();
    if (current) await this.select(current.id);
  }

  async select(id) {
    this.pane.open(id, await messages(id));
    this.draw();
  }

  draw() {
    const channel = this.current;
    this.title.textContent = channel?.title ?? word("tabChannel");
    this.state.textContent = channel ? word("ownerOf") : word("noChannel");
    this.avatar.textContent = [...(channel?.title ?? "")][0] ?? "";
    this.more.hidden = !channel;
    this.choice.hidden = this.all.length < 2;
    this.choice.replaceChildren(...this.all.map(({ id, title }) =>
      el("option", { value: id, selected: id === channel?.id }, title)));
    const rights = this.section.querySelector("#rights");
    rights.textContent = word(channel?.posts ? "takeRight" : "giveRight");
    for (const item of [rights, this.section.querySelector("#remove-bot")]) item.hidden = !channel?.admin;
    this.drawFoot(channel);
  }

  drawFoot(channel) {
    const state = channel ? `${channel.id} ${channel.admin} ${channel.posts} ${word("send")}` : word("send");
    if (this.drawn === state) return;
    this.drawn = state;
    if (!channel) {
      this.foot.replaceChildren(el("div", { class: "empty" },
        el("p", {}, word("channelPitch")),
        button(word("createChannel"), () => this.create(), { class: "main" })));
      return;
    }
    const composer = new Composer({
      id: "channel-composer", placeholder: word("broadcast"), send: (text) => this.say(text),
    });
    this.foot.replaceChildren(...[this.bar(channel), composer.element].filter(Boolean));
  }

  bar(channel) {
    if (channel.posts) return null;
    const text = word(channel.admin ? "botMuted" : "botMissing");
    const act = channel.admin
      ? button(word("giveRight"), () => this.flipRight(), { class: "main" })
      : button(word("addBot"), () => this.setBot("administrator"), { class: "main" });
    return el("div", { class: "bar" }, el("p", {}, text), act);
  }

  async say(text) {
    await tried(post("/control/say", { user_id: this.view.me, chat_id: this.pane.chatId, text }));
  }

  async setBot(status, rights = {}, id = this.pane.chatId) {
    this.more.open = false;
    await tried(post(`/control/chats/${id}/bot`, { status, rights, by: this.view.me }));
    await this.refresh();
  }

  flipRight() {
    return this.setBot("administrator", { can_post_messages: !this.current.posts });
  }

  /** Asks for a name and makes a channel of it; its id, or undefined. */
  async create() {
    this.more.open = false;
    const wanted = await ask(word("newChannel"), (close) => newChannelForm(close));
    if (!wanted) return undefined;
    const body = { type: "channel", creator: this.view.me, ...wanted };
    const made = await tried(post("/control/chats", body));
    if (!made) return undefined;
    this.all = await channelsOf(this.view.me, this.view.bot);
    await this.select(made.chat.id);
    return made.chat.id;
  }

  /** The dialog behind a «choose a channel» key; the chosen id, the bot inside it when wanted. */
  async choose(request) {
    await this.refresh();
    const chosen = await ask(word("share"), (close) => [
      el("p", {}, word("shareAdds")),
      el("div", { class: "choices" },
        ...this.all.map(({ id, title }) => button(el("span", { dir: "auto" }, title), () => close(id), { class: "option" })),
        button(word("createChannel"), () => close("new"), { class: "option" }),
        button(word("cancel"), () => close(), { class: "plain" })),
    ]);
    const id = chosen === "new" ? await this.create() : chosen;
    if (id === undefined) return undefined;
    const wantsBot = request.bot_administrator_rights || request.bot_is_member;
    if (wantsBot && !this.all.find((channel) => channel.id === id)?.admin) {
      await this.setBot("administrator", request.bot_administrator_rights ?? {}, id);
    }
    return id;
  }
}

function newChannelForm(close) {
  const name = el("input", { id: "new-name", dir: "auto", required: true, maxLength: 128, value: word("channelSample") });
  const user = el("input", { id: "new-user", dir: "ltr", pattern: "[A-Za-z][A-Za-z0-9_]{4,31}", maxLength: 32 });
  const form = el("form", { method: "dialog" },
    el("label", { for: "new-name" }, word("channelName")), name,
    el("label", { for: "new-user" }, word("channelUser")), user,
    el("div", { class: "choices" },
      el("button", { type: "submit", class: "main" }, word("create")),
      button(word("cancel"), () => close(), { class: "plain" })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close({ title: name.value.trim(), username: user.value });
  });
  return [form];
}

/** What `promise` gives; a refusal becomes a toast and undefined. */
export async function tried(promise) {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(word("failed", error.message));
    return undefined;
  }
}
