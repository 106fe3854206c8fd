// What the bot does, and the trial's clock: shown, sped up, put forward.

import { setClock, trial } from "./api.js";
import { toast } from "./dom.js";
import { dayName, locale, moment, onLanguage, setZone, word } from "./words.js";

const LOOK_SECONDS = 2;
const TICK_SECONDS = 0.25;
/** Looks after a digest's moment until which it has come, when there is one. */
const LOOKS_AFTER = 3;

const at = (id) => document.getElementById(id);

export class Strip {
  /** `chatId()` is the chat whose next digest is shown, `heard()` how many messages it has. */
  constructor(chatId, heard) {
    this.chatId = chatId;
    this.heard = heard;
    this.skipped = null;
    this.facts = null;
    this.seen = 0;
    for (const rate of document.querySelectorAll("[data-rate]")) {
      rate.addEventListener("click", () => this.change({ rate: Number(rate.dataset.rate) }));
    }
    at("skip-digest").addEventListener("click", () => this.skip());
    onLanguage(() => this.draw());
  }

  start() {
    this.look();
    setInterval(() => this.look(), LOOK_SECONDS * 1000);
    setInterval(() => this.tick(), TICK_SECONDS * 1000);
  }

  async look() {
    try {
      this.take((await trial(this.chatId(), locale())).facts);
      this.tellEmpty();
    } catch {
      this.facts = null;
    }
  }

  async change(body) {
    this.take((await setClock(body)).facts);
    this.look();
  }

  async skip() {
    this.skipped = { due: this.facts.next_digest, heard: this.heard(), passed: 0 };
    at("skip-digest").disabled = true;
    await this.change({ skip: this.chatId() });
  }

  /** A digest without news is not sent: who has skipped to it is told so. */
  tellEmpty() {
    if (!this.skipped || !(this.facts?.next_digest > this.skipped.due)) return;
    this.skipped.passed += 1;
    if (this.skipped.passed < LOOKS_AFTER) return;
    if (this.heard() === this.skipped.heard) toast(word("empty"));
    this.skipped = null;
  }

  take(facts) {
    this.facts = facts;
    this.seen = performance.now();
    if (facts) setZone(facts.timezone);
    this.draw();
  }

  draw() {
    const facts = this.facts;
    at("strip").hidden = !facts;
    if (!facts) return;
    at("fact-sources").textContent = word("of", facts.sources_read, facts.sources);
    at("fact-articles").textContent = facts.articles;
    at("fact-stories").textContent = facts.stories;
    at("fact-next").textContent = this.next(facts);
    at("skip-digest").disabled = facts.next_digest === null;
    for (const rate of document.querySelectorAll("[data-rate]")) {
      rate.setAttribute("aria-pressed", String(Number(rate.dataset.rate) === facts.rate));
      rate.setAttribute("aria-label", word("speed", rate.dataset.rate));
    }
    this.tick();
  }

  next(facts) {
    if (facts.instant) return word("minutely");
    if (facts.next_digest === null) return word("noDigest");
    const sameDay = dayName(facts.next_digest) === dayName(facts.now);
    const hour = { hour: "2-digit", minute: "2-digit" };
    return moment(facts.next_digest, sameDay ? hour : { weekday: "long", ...hour });
  }

  tick() {
    if (!this.facts) return;
    const now = this.facts.now + ((performance.now() - this.seen) / 1000) * this.facts.rate;
    const weekday = locale() === "ar" ? "long" : "short";
    const shown = moment(now, { weekday, hour: "2-digit", minute: "2-digit", second: "2-digit" });
    at("clock").textContent = shown;
    at("clock").dir = locale() === "ar" ? "rtl" : "ltr";
  }
}
