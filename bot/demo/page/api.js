// The people's door of the local Bot API, as functions.
async function ask(method, path, body) {
  const form = body instanceof FormData;
  const headers = form || body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: form || body === undefined ? body : JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error ?? answer.statusText);
  return said;
}

export const state = () => ask("GET", "/state");
export const messages = (chat) => ask("GET", `/chats/${chat}/messages`);
export const commands = (person, chat) => ask("GET", `/people/${person}/commands?chat=${chat}`);
export const act = (person, name, body = {}) => ask("POST", `/people/${person}/${name}`, body);
export const addPerson = (body) => ask("POST", "/people", body);
export const shutTopic = (chat, thread, body) => ask("POST", `/chats/${chat}/topics/${thread}`, body);
export const deleteTopic = (chat, thread) => ask("DELETE", `/chats/${chat}/topics/${thread}`);
export const turnTopics = (chat, on) => ask("POST", `/chats/${chat}/forum`, { on });
export const clock = () => ask("GET", "/clock");
export const moveClock = (body) => ask("POST", "/clock", body);
export const nextReminder = () => ask("POST", "/clock/next");

const kinds = [[/^image\/(png|jpeg|webp|gif)$/, "photo"], [/^audio\/(ogg|opus|webm)/, "voice"], [/^audio\//, "audio"], [/^video\//, "video"]];

export function sendFile(person, file, place) {
  const form = new FormData();
  for (const [name, value] of Object.entries(place)) form.set(name, value);
  form.set("kind", kinds.find(([type]) => type.test(file.type))?.[1] ?? "document");
  form.set("file", file, file.name);
  return ask("POST", `/people/${person}/files`, form);
}

// Calls `told` for every change after number `seq`, for ever; `lost` and `found` tell of the connection.
export function listen(seq, told, lost, found) {
  const source = new EventSource(`/events?after=${seq}`);
  source.onmessage = (event) => told(JSON.parse(event.data));
  source.onerror = lost;
  source.onopen = found;
}
