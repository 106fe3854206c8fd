// The control API, and the events that tell what happens in the world.

export class Refused extends Error {}

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const result = await answer.json();
  if (!answer.ok) throw new Refused(result.error || answer.statusText);
  return result;
}

export const get = (path) => ask("GET", path);
export const post = (path, body) => ask("POST", path, body);

export const trial = (chatId, language) => get(`/trial?chat_id=${chatId}&language=${language}`);
export const setClock = (body) => post("/trial/clock", body);

export const chat = (id) => get(`/control/chats/${id}`);
export const chats = async () => (await get("/control/chats")).chats;

/** The messages of a chat, none when there is no such chat yet. */
export async function messages(id) {
  if (!(await chats()).some((known) => known.id === id)) return [];
  return (await get(`/control/chats/${id}/messages`)).messages;
}
export const menu = async (id) =>
  (await get(`/control/menu?chat_id=${id}&user_id=${id}`)).commands;

const KINDS = ["message", "edited", "deleted", "action", "pinned", "member"];

/** Calls `heard(event)` for each event, `open()` at the start and after each gap, `gone()` in it. */
export function follow(heard, open, gone) {
  const source = new EventSource("/control/events");
  source.addEventListener("open", () => open());
  source.addEventListener("error", () => gone());
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => heard(JSON.parse(event.data)));
  }
}
