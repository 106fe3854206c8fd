// The reader at this browser, and what is kept of them between two visits of one trial.

import { chat, chats, post } from "./api.js";

const KEY = "mujaz.person";

/** The reader's id: the one of the last visit when that was in this `instance`, else a new one. */
export async function person(instance, language) {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
  if (kept?.instance === instance) return kept.id;
  const name = language === "ar" ? "قارئ" : "Reader";
  const made = await post("/control/users", { first_name: name, language_code: language });
  localStorage.setItem(KEY, JSON.stringify({ instance, id: made.user.id }));
  return made.user.id;
}

export const forgetPerson = () => localStorage.removeItem(KEY);

/** The channels that the reader owns, with the bot's standing in each, oldest first. */
export async function channelsOf(user, bot) {
  const found = await Promise.all(
    (await chats()).filter(({ type }) => type === "channel").map(({ id }) => chat(id)),
  );
  return found
    .filter(({ members }) => members.some((m) => m.user.id === user && m.status === "creator"))
    .map(({ chat: channel, members }) => {
      const standing = members.find((m) => m.user.id === bot);
      const admin = standing?.status === "administrator";
      return { ...channel, admin, posts: admin && standing.can_post_messages };
    });
}
