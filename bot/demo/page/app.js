// The page: the bots that can be played, which of them and which side is shown, the clock, the language.
import { bots } from "./api.js";
import { Town } from "./town.js";
import { choose, moment, speak, tongue, word } from "./words.js";

const by = (id) => document.getElementById(id);

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

function answer(text, alert) {
  if (!alert) return notice(text);
  by("alert-text").textContent = text;
  by("alert-dialog").showModal();
}

let offset = 0, zone = "Europe/Helsinki";
function setClock(shown) {
  offset = Date.parse(shown.instant) - Date.now();
  zone = shown.zone;
  for (const town of towns) town.store.zone = zone;
  for (const button of document.querySelectorAll(".steps button")) button.disabled = !shown.movable;
  tick();
}

function tick() {
  const now = new Date(Date.now() + offset);
  by("now").textContent = moment(now, zone);
  by("now").dateTime = now.toISOString();
}

async function move(step) {
  try {
    const shown = await step();
    notice(shown.found === false ? word("noReminder") : `${word("moved")} ${moment(new Date(shown.instant), zone)}`);
  } catch (problem) {
    notice(problem.message);
  }
}

const badge = (count) => count || "";

function drawUnread() {
  for (const button of document.querySelectorAll(".sides button")) {
    const pane = here.panes.find((one) => one.side === button.dataset.side);
    button.dataset.unread = badge(pane.away ? here.unread([pane]) : 0);
  }
  for (const [place, button] of [...by("towns").children].entries())
    button.dataset.unread = badge(towns[place] === here ? 0 : towns[place].unread());
}

// One button a bot, where the page has several.
function drawTowns() {
  by("towns").hidden = towns.length < 2;
  by("towns").replaceChildren(...towns.map((town) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = town.about.title[tongue.now];
    made.setAttribute("aria-pressed", town === here);
    made.addEventListener("click", () => show(town));
    return made;
  }));
  drawUnread();
}

function show(town) {
  here = town;
  for (const one of towns) one.root.hidden = one !== here;
  if (towns.length > 1) history.replaceState(null, "", `#${here.about.name}`);
  side(by("panes").dataset.side);
  drawTowns();
}

function side(name) {
  by("panes").dataset.side = name;
  for (const button of document.querySelectorAll(".sides button")) button.setAttribute("aria-pressed", button.dataset.side === name);
  here.open(here.panes.filter((pane) => !pane.away));
  drawUnread();
}

function wire() {
  for (const button of document.querySelectorAll("[data-advance]"))
    button.addEventListener("click", () => move(() => here.api.moveClock({ advance_seconds: Number(button.dataset.advance) })));
  by("next").addEventListener("click", () => move(() => here.api.nextReminder()));
  by("language").value = tongue.now;
  by("language").addEventListener("change", (event) => { choose(event.target.value); speak(); tick(); towns.forEach((town) => town.redraw()); drawTowns(); });
  for (const button of document.querySelectorAll(".sides button")) button.addEventListener("click", () => side(button.dataset.side));
  by("person-dialog").addEventListener("close", addPerson);
  by("link-dialog").addEventListener("close", followLink);
  setInterval(tick, 1000);
}

async function addPerson() {
  const dialog = by("person-dialog");
  const form = dialog.querySelector("form");
  const given = new FormData(form);
  form.reset();
  if (dialog.returnValue !== "ok") return;
  const groups = given.get("staff") ? here.store.groups().slice(0, 1).map((chat) => chat.id) : [];
  const person = await here.api.addPerson({ first_name: given.get("first_name"), language_code: given.get("language_code"), groups })
    .catch((problem) => notice(problem.message));
  await here.refresh();
  if (!person) return;
  const [association, municipality] = here.panes;
  if (groups.length) { municipality.writer = person.id; municipality.redraw(); } else association.open(person.id);
}

function followLink() {
  const dialog = by("link-dialog");
  if (dialog.returnValue === "ok") here.panes[0].do("start", { payload: dialog.querySelector("input").value });
}

const page = { notice, banner, answer, setClock, drawUnread };
const towns = (await bots()).map((about) => new Town(about, page));
let here = towns.find((town) => `#${town.about.name}` === location.hash) ?? towns[0];
choose(tongue.now);
by("panes").append(...towns.map((town) => town.root));
speak();
wire();
await Promise.all(towns.map((town) => town.load()));
for (const town of towns) { town.redraw(); town.open(); }
show(here);
for (const town of towns) town.listen();
document.documentElement.dataset.ready = "yes";
