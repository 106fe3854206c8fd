// The page: one reader, their chat with the bot, their channels, and the strip above them.

import * as api from "./api.js";
import { Channels, tried } from "./channel.js";
import { Composer } from "./composer.js";
import { alertBox, button, el, icon, toast } from "./dom.js";
import { Pane } from "./pane.js";
import { forgetPerson, person } from "./person.js";
import { Strip } from "./strip.js";
import { locale, onLanguage, setZone, speak, switchLanguage, word } from "./words.js";

const PRESS_SECONDS = 15;
const at = (id) => document.getElementById(id);
const main = document.querySelector("main");

class Page {
  async start() {
    const told = await api.trial(0, locale());
    if (told.facts) setZone(told.facts.timezone);
    this.me = await person(told.instance, locale());
    this.profile = told;
    this.blocked = false;
    this.waiting = [];
    const view = this.view = {
      me: this.me,
      bot: told.bot.id,
      botName: told.name,
      actions: {
        command: (text) => this.say(text),
        link: (url, event) => this.link(url, event),
        press: (message, key, element) => this.press(message, key, element),
        forward: (message) => this.forward(message),
        reply: (message) => this.composer?.answer(message, true),
      },
    };
    this.private = new Pane(at("private"), view);
    this.private.chatId = this.me;
    this.channels = new Channels(at("channel"), view);
    this.private.onTyping = () => this.drawHead();
    this.foot = at("private").querySelector(".foot");
    this.wire();
    this.strip = new Strip(() => this.me, () => this.private.messages.size);
    speak();
    this.strip.start();
    api.follow((event) => this.heard(event), () => this.reload(), () => this.lost());
  }

  wire() {
    at("private").querySelector(".more summary").append(icon("more"));
    at("block").addEventListener("click", () => this.block(!this.blocked));
    at("new-person").addEventListener("click", () => {
      forgetPerson();
      location.reload();
    });
    for (const tab of document.querySelectorAll("[data-tab]")) {
      tab.addEventListener("click", () => this.showTab(tab.dataset.tab));
    }
    this.private.onUnread = () => this.drawTabs();
    this.channels.pane.onUnread = () => this.drawTabs();
    this.missed = { private: 0, channel: 0 };
    onLanguage(() => {
      this.drawnFoot = null;
      this.renew();
      this.drawFoot();
    });
    document.addEventListener("click", (event) => {
      for (const open of document.querySelectorAll("details[open]")) {
        if (!open.contains(event.target) || event.target.closest("details > div")) open.open = false;
      }
    });
    document.addEventListener("keydown", (event) => {
      const open = document.querySelector("details[open]");
      if (event.key === "Escape" && open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    });
  }

  /** The bot's name and introduction in the page's language. */
  async renew() {
    this.profile = await api.trial(this.me, locale());
    this.view.botName = this.profile.name;
    this.drawHead();
  }

  /** Reads the chats; what happens meanwhile is heard afterwards. */
  async reload() {
    this.waiting = [];
    this.private.open(this.me, await api.messages(this.me));
    await this.channels.reread();
    const happened = this.waiting;
    this.waiting = null;
    happened.forEach((event) => this.heard(event));
    await this.drawFoot();
    this.drawHead();
  }

  lost() {
    if (this.away) return;
    this.away = true;
    toast(word("reconnecting"));
    setTimeout(() => { this.away = false; }, 20_000);
  }

  // -- what happens ------------------------------------------------------------------------------

  heard(event) {
    if (this.waiting) return this.waiting.push(event);
    const mine = event.chat_id === this.me;
    const pane = mine ? this.private : this.channels.pane;
    if (event.event === "member" && !mine) this.channels.refresh();
    if (event.event === "member" && mine && event.user_id === this.profile.bot.id) {
      this.blocked = event.status === "kicked";
      this.drawFoot();
    }
    if (event.chat_id !== pane.chatId) return undefined;
    if (event.event === "message") {
      pane.arrived(event.message);
      this.miss(mine ? "private" : "channel");
      if (mine) this.drawFoot();
      const forced = mine && event.message.reply_markup?.force_reply;
      if (forced) this.composer?.answer(event.message, true);
    } else if (event.event === "edited") pane.edited(event.message);
    else if (event.event === "deleted") pane.deleted(event.message_id);
    else if (event.event === "action") pane.typing(true);
    return undefined;
  }

  miss(tab) {
    if (main.dataset.showing === tab) return;
    this.missed[tab] += 1;
    this.drawTabs();
  }

  // -- what the reader does ----------------------------------------------------------------------

  async say(text, replyTo) {
    await tried(api.post("/control/say", { user_id: this.me, text, reply_to: replyTo }));
  }

  async startBot(parameter = "") {
    await tried(api.post("/control/start", { user_id: this.me, parameter }));
  }

  link(url, event) {
    const place = new URL(url);
    const bot = this.profile.bot.username.toLowerCase();
    if (place.hostname !== "t.me" || place.pathname.slice(1).toLowerCase() !== bot) return;
    event.preventDefault();
    if (place.searchParams.has("startchannel")) this.showTab("channel");
    else this.startBot(place.searchParams.get("start") ?? "");
  }

  async press(message, key, element) {
    if (element.getAttribute("aria-busy") === "true") return;
    if (!("callback_data" in key)) return;
    element.setAttribute("aria-busy", "true");
    const answer = await tried(api.post("/control/press", {
      user_id: this.me,
      chat_id: message.chat.id,
      message_id: message.message_id,
      data: key.callback_data,
      wait: PRESS_SECONDS,
    }));
    element.removeAttribute("aria-busy");
    if (!answer) return;
    if (!answer.answered) toast(word("noAnswer"));
    else if (answer.text && answer.alert) alertBox(this.profile.name, answer.text);
    else if (answer.text) toast(answer.text);
    if (answer.url) this.startBot(new URL(answer.url).searchParams.get("start") ?? "");
  }

  async forward(message) {
    const { chat, message_id: id } = message;
    await tried(api.post("/control/forward", { user_id: this.me, chat_id: chat.id, message_id: id }));
    this.showTab("private");
  }

  async block(blocked) {
    await tried(api.post("/control/block", { user_id: this.me, blocked }));
  }

  async replyKey(key) {
    if (!key.request_chat) return this.say(key.text);
    const id = await this.channels.choose(key.request_chat);
    if (id === undefined) return false;
    const request = { user_id: this.me, chat_id: id, request_id: key.request_chat.request_id };
    return tried(api.post("/control/share", request));
  }

  // -- drawing -----------------------------------------------------------------------------------

  showTab(name) {
    main.dataset.showing = name;
    this.missed[name] = 0;
    const pane = name === "private" ? this.private : this.channels.pane;
    pane.redraw();
    pane.toEnd();
    this.drawTabs();
  }

  drawTabs() {
    for (const tab of document.querySelectorAll("[data-tab]")) {
      const name = tab.dataset.tab;
      tab.setAttribute("aria-current", String(main.dataset.showing === name));
      const badge = tab.querySelector(".unread");
      badge.hidden = !this.missed[name];
      badge.textContent = this.missed[name] || "";
    }
  }

  drawHead() {
    const section = at("private");
    at("private-title").textContent = this.profile.name;
    const typing = section.classList.contains("typing");
    section.querySelector(".state").textContent = word(typing ? "typing" : "bot");
    at("block").textContent = word(this.blocked ? "unblock" : "block");
  }

  /** The bot's introduction and Start before the first message; then the composer. */
  async drawFoot() {
    const state = this.blocked ? "blocked" : this.private.messages.size ? "writing" : "new";
    if (state !== this.drawnFoot) {
      const focused = this.foot.contains(document.activeElement);
      this.drawnFoot = state;
      this.composer = state === "writing" ? this.newComposer() : null;
      this.foot.replaceChildren(this.composer?.element ?? this.starter(state));
      if (focused) this.foot.querySelector("textarea, button.main")?.focus();
    }
    if (state === "new") await this.introduce();
    if (!this.composer) return;
    const { keyboard } = await api.chat(this.me);
    const known = JSON.stringify(keyboard);
    if (known === this.composer.known) return;
    this.composer.known = known;
    this.composer.keyboard(keyboard, (key) => this.replyKey(key));
  }

  newComposer() {
    return new Composer({
      id: "private-composer",
      placeholder: word("write"),
      send: (text, replyTo) => this.say(text, replyTo),
      commands: () => api.menu(this.me),
    });
  }

  starter(state) {
    const blocked = state === "blocked";
    const act = blocked ? () => this.block(false) : () => this.startBot();
    return el("div", { class: "starter" }, button(word(blocked ? "unblock" : "start"), act, {
      class: "main", id: "private-composer",
    }));
  }

  async introduce() {
    await this.renew();
    if (this.private.messages.size) return;
    this.private.log.replaceChildren(el("div", { class: "intro" },
      el("h3", {}, word("whatCanItDo")),
      el("p", { dir: "auto" }, this.profile.description)));
    if (!this.profile.description) setTimeout(() => this.introduce(), 500);
  }
}

function wireLook() {
  const kept = localStorage.getItem("mujaz.theme");
  if (kept) document.documentElement.dataset.theme = kept;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const draw = () => {
    at("theme").replaceChildren(icon(isDark() ? "sun" : "moon"));
    at("theme").setAttribute("aria-label", word(isDark() ? "light" : "dark"));
    at("language").textContent = word("otherLanguage");
    at("language").lang = locale() === "ar" ? "en" : "ar";
  };
  at("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("mujaz.theme", document.documentElement.dataset.theme);
    draw();
  });
  at("language").addEventListener("click", () => switchLanguage());
  system.addEventListener("change", draw);
  onLanguage(draw);
}

wireLook();
speak();
new Page().start();
