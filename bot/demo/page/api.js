// The people's door of a local Bot API, as functions; one in a page of several lies `at` an address of its own.
async function ask(method, path, body) {
  const form = body instanceof FormData;
  const headers = form || body === undefined ? {} : { "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: form || body === undefined ? body : JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error ?? answer.statusText);
  return said;
}

const kinds = [[/^image\/(png|jpeg|webp|gif)$/, "photo"], [/^audio\/(ogg|opus|webm)/, "voice"], [/^audio\//, "audio"], [/^video\//, "video"]];

// The bots whose people can be played on this page: where the door of each is, and what it is called in each language.
export const bots = () => ask("GET", "/towns");

export const door = (at) => ({
  state: () => ask("GET", `${at}/state`),
  messages: (chat) => ask("GET", `${at}/chats/${chat}/messages`),
  commands: (person, chat) => ask("GET", `${at}/people/${person}/commands?chat=${chat}`),
  act: (person, name, body = {}) => ask("POST", `${at}/people/${person}/${name}`, body),
  addPerson: (body) => ask("POST", `${at}/people`, body),
  shutTopic: (chat, thread, body) => ask("POST", `${at}/chats/${chat}/topics/${thread}`, body),
  deleteTopic: (chat, thread) => ask("DELETE", `${at}/chats/${chat}/topics/${thread}`),
  turnTopics: (chat, on) => ask("POST", `${at}/chats/${chat}/forum`, { on }),
  clock: () => ask("GET", `${at}/clock`),
  moveClock: (body) => ask("POST", `${at}/clock`, body),
  nextReminder: () => ask("POST", `${at}/clock/next`),
  file: (id) => `${at}/files/${id}`,

  sendFile(person, file, place) {
    const form = new FormData();
    for (const [name, value] of Object.entries(place)) form.set(name, value);
    form.set("kind", kinds.find(([type]) => type.test(file.type))?.[1] ?? "document");
    form.set("file", file, file.name);
    return ask("POST", `${at}/people/${person}/files`, form);
  },

  // Calls `told` for every change after number `seq`, for ever; `lost` and `found` tell of the connection.
  listen(seq, told, lost, found) {
    const source = new EventSource(`${at}/events?after=${seq}`);
    source.onmessage = (event) => told(JSON.parse(event.data));
    source.onerror = lost;
    source.onopen = found;
  },
});
