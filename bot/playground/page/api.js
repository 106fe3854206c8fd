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

/** How long nothing may come before the reader is told; a browser tries again every few seconds. */
const PATIENCE_SECONDS = 8;
/** When to try again where the browser has given up: an answer that was no stream. */
const AGAIN_SECONDS = 3;

/**
 * Calls `heard(event)` for each event, `open()` at the start and after each gap, and `gone()` in a
 * gap that lasts. A page that nobody looks at gives its connection back, for a browser has six of
 * them for all its pages of the trial; looked at again, it is after a gap.
 */
export function follow(heard, open, gone) {
  let source = null;
  let late = null;
  let again = null;
  const settle = () => {
    clearTimeout(late);
    clearTimeout(again);
    late = null;
  };
  const failed = () => {
    late ??= setTimeout(() => {
      late = null;
      gone();
    }, PATIENCE_SECONDS * 1000);
    if (source.readyState === EventSource.CLOSED) again = setTimeout(start, AGAIN_SECONDS * 1000);
  };
  const start = () => {
    source = new EventSource("/control/events");
    source.addEventListener("open", () => {
      settle();
      open();
    });
    source.addEventListener("error", failed);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => heard(JSON.parse(event.data)));
    }
  };
  const look = () => {
    if (document.hidden) {
      settle();
      source?.close();
      source = null;
    } else if (!source) start();
  };
  document.addEventListener("visibilitychange", look);
  look();
}
