// The page: loads the world, listens to its changes, moves the clock.
import * as api from "./api.js";
import { Pane } from "./pane.js";
import { choose, moment, speak, tongue, word } from "./words.js";

const by = (id) => document.getElementById(id);

const store = {
  people: new Map(), chats: new Map(), messages: new Map(), unread: new Map(), reactions: new Map(), profile: {}, zone: "Europe/Helsinki",
  groups() { return [...this.chats.values()].filter((chat) => chat.type !== "private" && !chat.moved_to); },
};

let calm;
function notice(text) {
  by("toast").textContent = text;
  by("toast").classList.add("seen");
  clearTimeout(calm);
  calm = setTimeout(() => by("toast").classList.remove("seen"), 5000);
}

function banner(text) {
  by("banner").textContent = text ?? "";
  by("banner").hidden = !text;
}

const panes = ["association", "municipality"].map((side) => new Pane(side, store, notice));
const showing = (chat) => panes.find((pane) => pane.chat === chat);

async function load() {
  const world = await api.state();
  store.profile = world.profile;
  for (const person of world.people) store.people.set(person.id, person);
  for (const chat of world.chats) {
    store.chats.set(chat.id, chat);
    for (const [id, emoji] of Object.entries(chat.reactions)) store.reactions.set(`${chat.id}/${id}`, emoji);
  }
  await Promise.all(world.chats.map(async (chat) => {
    const found = await api.messages(chat.id);
    store.messages.set(chat.id, new Map(found.map((one) => [one.message_id, one])));
  }));
  setClock(await api.clock());
  if (world.running === false) banner(word("botDown"));
  return world.seq;
}

async function refresh() {
  const world = await api.state();
  store.profile = world.profile;
  for (const person of world.people) store.people.set(person.id, person);
  for (const chat of world.chats) {
    store.chats.set(chat.id, chat);
    if (!store.messages.has(chat.id)) store.messages.set(chat.id, new Map());
  }
  for (const pane of panes) pane.redraw();
}

let coming;
function soon() {
  clearTimeout(coming);
  coming = setTimeout(refresh, 60);
}

const changes = {
  message({ chat_id: chat, message, keyboard }) {
    if (!store.messages.has(chat)) store.messages.set(chat, new Map());
    store.messages.get(chat).set(message.message_id, message);
    const pane = showing(chat);
    pane?.added(message);
    if (keyboard?.force_reply && pane) pane.answer(message);
    if (Object.keys(message).some((name) => name.startsWith("forum_topic_"))) soon();
    const out = pane && getComputedStyle(pane.root).display === "none";
    if (!pane || out) {
      store.unread.set(chat, (store.unread.get(chat) ?? 0) + 1);
      for (const one of panes) one.drawTabs(one.choices());
    }
    if (pane && !pane.belongs(message)) {
      const place = `${chat}/${pane.threadOf(message)}`;
      store.unread.set(place, (store.unread.get(place) ?? 0) + 1);
      pane.drawTopics();
    }
    drawSides();
  },
  edit({ chat_id: chat, message }) {
    store.messages.get(chat)?.set(message.message_id, message);
    showing(chat)?.edited(message);
  },
  delete({ chat_id: chat, message_id: id }) {
    store.messages.get(chat)?.delete(id);
    showing(chat)?.removed(id);
  },
  reaction({ chat_id: chat, message_id: id, emoji }) {
    store.reactions.set(`${chat}/${id}`, emoji.length ? emoji : null);
    const message = store.messages.get(chat)?.get(id);
    if (message) showing(chat)?.edited(message);
  },
  answer({ person, text, show_alert: alert }) {
    if (!text || !panes.some((pane) => pane.person === person)) return;
    if (!alert) return notice(text);
    by("alert-text").textContent = text;
    by("alert-dialog").showModal();
  },
  action({ chat_id: chat, action }) { showing(chat)?.acting(action); },
  clock({ clock }) { setClock(clock); },
  running({ running }) { banner(running ? null : word("botDown")); },
  person: soon, chat: soon, block: soon, profile: soon,
};

let offset = 0;
function setClock(shown) {
  offset = Date.parse(shown.instant) - Date.now();
  store.zone = shown.zone;
  for (const button of document.querySelectorAll(".steps button")) button.disabled = !shown.movable;
  tick();
}

function tick() {
  const now = new Date(Date.now() + offset);
  by("now").textContent = moment(now, store.zone);
  by("now").dateTime = now.toISOString();
}

async function move(step) {
  try {
    const shown = await step();
    notice(shown.found === false ? word("noReminder") : `${word("moved")} ${moment(new Date(shown.instant), store.zone)}`);
  } catch (problem) {
    notice(problem.message);
  }
}

function drawSides() {
  for (const button of document.querySelectorAll(".sides button")) {
    const pane = panes.find((one) => one.side === button.dataset.side);
    const away = getComputedStyle(pane.root).display === "none";
    const count = away ? pane.choices().reduce((sum, one) => sum + (store.unread.get(one.id) ?? 0), 0) : 0;
    button.dataset.unread = count || "";
  }
}

function wire() {
  for (const button of document.querySelectorAll("[data-advance]"))
    button.addEventListener("click", () => move(() => api.moveClock({ advance_seconds: Number(button.dataset.advance) })));
  by("next").addEventListener("click", () => move(api.nextReminder));
  by("language").value = tongue.now;
  by("language").addEventListener("change", (event) => { choose(event.target.value); speak(); tick(); panes.forEach((pane) => pane.redraw()); });
  for (const button of document.querySelectorAll(".sides button")) button.addEventListener("click", () => side(button.dataset.side));
  by("person-dialog").addEventListener("close", addPerson);
  by("link-dialog").addEventListener("close", followLink);
  setInterval(tick, 1000);
}

function side(name) {
  by("panes").dataset.side = name;
  for (const button of document.querySelectorAll(".sides button")) button.setAttribute("aria-pressed", button.dataset.side === name);
  const pane = panes.find((one) => one.side === name);
  pane.open(pane.chat);
  drawSides();
}

async function addPerson() {
  const dialog = by("person-dialog");
  const form = dialog.querySelector("form");
  const given = new FormData(form);
  form.reset();
  if (dialog.returnValue !== "ok") return;
  const groups = given.get("staff") ? store.groups().slice(0, 1).map((chat) => chat.id) : [];
  const person = await api.addPerson({ first_name: given.get("first_name"), language_code: given.get("language_code"), groups })
    .catch((problem) => notice(problem.message));
  await refresh();
  if (!person) return;
  if (groups.length) { panes[1].writer = person.id; panes[1].redraw(); } else panes[0].open(person.id);
}

function followLink() {
  const dialog = by("link-dialog");
  if (dialog.returnValue === "ok") store.linkFor?.do("start", { payload: dialog.querySelector("input").value });
}

choose(tongue.now);
by("panes").append(...panes.map((pane) => pane.root));
speak();
wire();
const seq = await load();
for (const pane of panes) { pane.redraw(); pane.open(pane.chat); }
drawSides();
api.listen(seq, (change) => changes[change.kind]?.(change), () => banner(word("lost")), () => banner(null));
document.documentElement.dataset.ready = "yes";
