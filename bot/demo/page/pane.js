// One side of the page: tabs, the messages of the chosen chat, and the typing box.
import { draw, excerpt, icon, node } from "./message.js";
import { day, speak, word } from "./words.js";

const stickers = ["👍", "❤️", "🙂", "🎉", "🤔", "☕"];
let panes = 0;
// What is shown of a group with topics, beside the number of one: all of it, or what stands in none.
const ALL = null, GENERAL = 0;

export class Pane {
  // `side` is association or municipality; `store` holds people, chats, messages and the door to them; `notice` shows a toast.
  constructor(side, store, notice) {
    Object.assign(this, { side, store, notice, chat: 0, writer: 0, thread: ALL, replyTo: null, editing: null, number: ++panes });
    this.root = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.root.dataset.side = side;
    for (const name of ["tabs", "topics", "scroll", "messages", "empty", "typing", "composer", "context", "menu", "more"])
      this[name] = this.root.querySelector(`.${name}`);
    this.box = this.root.querySelector("textarea");
    this.wire();
  }

  get group() { return this.side === "municipality"; }
  get person() { return this.group ? this.writer : this.chat; }
  get place() { return { chat: this.chat, thread: this.thread ?? GENERAL, reply_to: this.replyTo?.message_id ?? 0 }; }
  // Whether nobody sees it: another side is shown, or another bot.
  get away() { return !this.root.getClientRects().length; }
  mark(id) { return `pane${this.number}-m${id}`; }

  wire() {
    this.composer.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
      if (event.key === "Escape") { this.closeMenu(); this.dropContext(); }
    });
    this.box.addEventListener("input", () => this.grow());
    this.context.querySelector(".drop").addEventListener("click", () => { this.dropContext(); this.box.focus(); });
    this.root.querySelector(".slash").addEventListener("click", () => this.offerCommands());
    this.root.querySelector(".sticker").addEventListener("click", () => this.offerStickers());
    this.root.querySelector(".begin").addEventListener("click", () => this.do("start"));
    this.wireFiles();
    this.menu.addEventListener("keydown", (event) => this.steer(event));
    this.tabs.addEventListener("keydown", (event) => this.steerTabs(event));
    const writer = this.root.querySelector(".writer select");
    writer.addEventListener("change", () => { this.writer = Number(writer.value); this.redraw(); });
    document.addEventListener("click", (event) => { if (!this.composer.contains(event.target)) this.closeMenu(); });
  }

  wireFiles() {
    const input = this.root.querySelector(".files");
    this.root.querySelector(".attach").addEventListener("click", () => input.click());
    input.addEventListener("change", () => { this.sendFiles([...input.files]); input.value = ""; });
    this.root.addEventListener("dragover", (event) => event.preventDefault());
    this.root.addEventListener("drop", (event) => { event.preventDefault(); this.sendFiles([...event.dataTransfer.files]); });
  }

  // Tabs: people on the association's side, groups on the municipality's.
  choices() {
    const staff = new Set(this.store.groups().flatMap((chat) => chat.members));
    if (this.group) return this.store.groups().map((chat) => ({ id: chat.id, label: chat.title }));
    return [...this.store.people.values()].filter((one) => !staff.has(one.id))
      .map((one) => ({ id: one.id, label: one.first_name, note: one.language_code }));
  }

  open(chat) {
    if (this.chat !== chat) { this.thread = ALL; this.dropContext(); }
    this.chat = chat;
    const members = this.store.chats.get(chat)?.members ?? [];
    if (this.group && !members.includes(this.writer)) this.writer = members[0] ?? 0;
    this.store.unread.delete(chat);
    this.redraw();
    this.toEnd();
  }

  redraw() {
    const choices = this.choices();
    if (!choices.some((one) => one.id === this.chat)) this.chat = choices[0]?.id ?? 0;
    this.root.dataset.chat = this.chat;
    this.root.querySelector(".name").textContent = word(this.side);
    for (const one of [this.root, this.tabs]) one.setAttribute("aria-label", word(this.side));
    this.drawTabs(choices);
    this.drawTopics();
    this.drawWriter();
    this.drawMessages();
    this.drawMore();
    speak(this.root);
  }

  drawTabs(choices) {
    const held = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...choices.map((one) => this.tab(one)));
    if (held) this.tabs.querySelector("[aria-selected=true]")?.focus();
    if (this.group) return;
    const add = node("button", "tab add", icon("plus"));
    add.type = "button";
    add.title = word("addPerson");
    add.setAttribute("aria-label", word("addPerson"));
    add.addEventListener("click", () => document.getElementById("person-dialog").showModal());
    this.tabs.append(add);
  }

  tab(one) {
    const chosen = one.id === this.chat;
    const unread = chosen ? 0 : this.store.unread.get(one.id) ?? 0;
    const made = node("button", "tab", node("span", "", one.label), one.note ? node("small", "", one.note) : null,
      unread ? node("span", "badge", String(unread), node("span", "unseen", ` ${word("unread")}`)) : null);
    made.type = "button";
    made.setAttribute("role", "tab");
    made.setAttribute("aria-selected", chosen);
    made.tabIndex = chosen ? 0 : -1;
    made.addEventListener("click", () => this.open(one.id));
    return made;
  }

  drawTopics() {
    const chat = this.store.chats.get(this.chat);
    this.topics.hidden = !chat?.is_forum || !chat.topics.length;
    if (!chat?.is_forum || (this.thread && !this.topic())) this.thread = ALL;
    if (this.topics.hidden) return;
    const fixed = [{ message_thread_id: ALL, name: word("allTopics") }, { message_thread_id: GENERAL, name: word("general") }];
    this.topics.replaceChildren(...[...fixed, ...chat.topics.toReversed()].map((topic) => {
      const unread = this.store.unread.get(`${this.chat}/${topic.message_thread_id}`);
      const made = node("button", "topic", topic.name, topic.closed ? node("small", "", word("closed")) : null,
        unread ? node("span", "badge", String(unread), node("span", "unseen", ` ${word("unread")}`)) : null);
      made.type = "button";
      made.setAttribute("aria-pressed", topic.message_thread_id === this.thread);
      made.addEventListener("click", () => this.enter(topic.message_thread_id));
      return made;
    }));
  }

  topic(thread = this.thread) { return this.store.chats.get(this.chat)?.topics.find((one) => one.message_thread_id === thread); }

  // Which topic of a group a message stands in; where the group has none, all stands in General.
  threadOf(message) { return message.is_topic_message ? message.message_thread_id : GENERAL; }

  belongs(message) { return this.thread === ALL || this.threadOf(message) === this.thread; }

  enter(thread) {
    if (this.thread !== thread) this.dropContext();
    this.thread = thread;
    for (const key of [...this.store.unread.keys()])
      if (thread === ALL ? String(key).startsWith(`${this.chat}/`) : key === `${this.chat}/${thread}`) this.store.unread.delete(key);
    this.redraw();
    this.toEnd();
    this.topics.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // What the people of a group do with its topics: to all of them, or to the chosen one.
  drawTopicTools() {
    const chat = this.store.chats.get(this.chat), topic = this.topic();
    if (!chat) return this.more.replaceChildren();
    const told = (doing) => doing.catch((problem) => this.notice(problem.message));
    const tools = topic ? [
      [word(topic.closed ? "openTopic" : "closeTopic"), () => this.store.api.shutTopic(chat.id, topic.message_thread_id, { closed: !topic.closed, person: this.writer })],
      [word("deleteTopic"), () => this.store.api.deleteTopic(chat.id, topic.message_thread_id)],
    ] : [[word(chat.is_forum ? "withoutTopics" : "withTopics"), () => this.store.api.turnTopics(chat.id, !chat.is_forum)]];
    this.more.replaceChildren(...tools.map(([words, act]) => {
      const made = node("button", "quiet", words);
      made.type = "button";
      made.addEventListener("click", () => told(act()));
      return made;
    }));
  }

  drawWriter() {
    const label = this.root.querySelector(".writer");
    label.hidden = !this.group;
    const members = this.store.chats.get(this.chat)?.members ?? [];
    if (!members.includes(this.writer)) this.writer = members[0] ?? 0;
    label.querySelector("select").replaceChildren(...members.map((id) => {
      const option = node("option", "", this.store.people.get(id)?.first_name ?? String(id));
      option.value = id;
      option.selected = id === this.writer;
      return option;
    }));
  }

  drawMore() {
    if (this.group) return this.drawTopicTools();
    const person = this.store.people.get(this.chat);
    if (!person) return;
    const link = node("button", "quiet", word("deepLink"));
    link.addEventListener("click", () => document.getElementById("link-dialog").showModal());
    const block = node("button", "quiet", word(person.blocked ? "unblock" : "block"));
    block.addEventListener("click", () => this.do(person.blocked ? "unblock" : "block"));
    for (const one of [link, block]) one.type = "button";
    this.more.replaceChildren(link, block);
    this.typing.textContent = person.blocked ? word("blocked") : "";
  }

  shown() {
    const all = [...(this.store.messages.get(this.chat)?.values() ?? [])];
    return all.filter((one) => this.belongs(one));
  }

  drawMessages() {
    const shown = this.shown();
    const nodes = [];
    let before = null;
    for (const message of shown) {
      const today = day(message.date, this.store.zone);
      if (today !== (before && day(before.date, this.store.zone))) nodes.push(node("li", "service day", node("span", "", today)));
      nodes.push(this.item(message, before));
      before = message;
    }
    this.messages.replaceChildren(...nodes);
    this.empty.hidden = shown.length > 0;
    this.empty.querySelector("p").textContent = this.greeting();
    this.empty.querySelector(".begin").hidden = this.group;
  }

  // Before the first word a person sees what the bot says of itself, as in Telegram.
  greeting() {
    if (this.group) return word("emptyGroup");
    const said = this.store.profile.description ?? {};
    return said[this.store.people.get(this.chat)?.language_code] || said[""] || word("emptyPrivate");
  }

  item(message, before) {
    return draw(this, message, {
      mine: message.from.id === this.person, group: this.group, zone: this.store.zone,
      reactions: this.store.reactions.get(`${this.chat}/${message.message_id}`),
      topic: this.thread === ALL && message.is_topic_message ? this.topic(message.message_thread_id) : null,
      follows: before?.from?.id === message.from.id && before.message_thread_id === message.message_thread_id && message.date - before.date < 300 && !message.reply_to_message,
    });
  }

  // A change of the shown chat: only what changed is drawn, so that readers of the log hear only what is new.
  added(message) {
    this.typing.textContent = "";
    if (!this.belongs(message)) return;
    // What came while the page was loading was drawn with the rest, and is told of once more.
    if (document.getElementById(this.mark(message.message_id))) { this.edited(message); return; }
    const near = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 160;
    const shown = this.shown();
    const before = shown[shown.length - 2];
    if (!before || day(before.date, this.store.zone) !== day(message.date, this.store.zone))
      this.messages.append(node("li", "service day", node("span", "", day(message.date, this.store.zone))));
    this.messages.append(this.item(message, before));
    this.empty.hidden = true;
    // Who has just acted wants to see the answer; who reads further up is left in peace.
    if (near || message.from.id === this.person || performance.now() - (this.acted ?? -9e9) < 4000) this.follow();
  }

  follow() {
    const last = this.messages.lastElementChild;
    if (last.offsetHeight < this.scroll.clientHeight) this.toEnd();
    else this.scroll.scrollTop = last.offsetTop - this.scroll.offsetTop - 12;
  }

  edited(message) {
    const old = document.getElementById(this.mark(message.message_id));
    if (!old) return;
    const place = [...old.querySelectorAll("button")].indexOf(document.activeElement);
    const shown = this.shown();
    const before = shown[shown.findIndex((one) => one.message_id === message.message_id) - 1];
    const made = this.item(message, before);
    made.classList.toggle("fresh", true);
    old.replaceWith(made);
    if (place >= 0) made.querySelectorAll("button")[place]?.focus();
  }

  removed(id) { document.getElementById(this.mark(id))?.remove(); }

  acting(action) {
    this.typing.textContent = `Lots ${word(action.startsWith("upload") ? "uploading" : "typing")} …`;
    clearTimeout(this.calm);
    this.calm = setTimeout(() => { this.typing.textContent = ""; }, 5000);
  }

  toEnd() { this.scroll.scrollTop = this.scroll.scrollHeight; }

  show(id) {
    const found = document.getElementById(this.mark(id));
    found?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    found?.classList.add("found");
    setTimeout(() => found?.classList.remove("found"), 1600);
  }

  // What the person does.
  async do(name, body = {}) {
    this.acted = performance.now();
    try {
      return await this.store.api.act(this.person, name, body);
    } catch (problem) {
      this.notice(problem.message);
      return null;
    }
  }

  async say(text) { return this.do("write", { ...this.place, text }); }

  async submit() {
    const text = this.box.value.trim();
    if (!text) return;
    if (this.topic()?.closed) return this.notice(word("topicIsClosed"));
    const done = this.editing
      ? await this.do("edit", { chat: this.chat, message_id: this.editing.message_id, text })
      : await this.say(text);
    if (!done) return;
    this.box.value = "";
    this.grow();
    this.dropContext();
  }

  async press(message, one, button) {
    if (one.copy_text) {
      await navigator.clipboard?.writeText(one.copy_text.text).catch(() => {});
      return this.notice(word("copied"));
    }
    if (one.url) return window.open(one.url, "_blank", "noopener");
    const place = message.reply_markup.inline_keyboard.flat().indexOf(one);
    // What is written next belongs where the button stands.
    if (this.thread === ALL && message.is_topic_message) this.enter(message.message_thread_id);
    button.classList.add("waiting");
    await this.do("press", { chat: this.chat, message_id: message.message_id, button: place });
    setTimeout(() => button.classList.remove("waiting"), 600);
  }

  async sendFiles(files) {
    for (const file of files) {
      try {
        await this.store.api.sendFile(this.person, file, this.place);
      } catch (problem) {
        this.notice(problem.message);
      }
    }
    this.dropContext();
  }

  answer(message) { this.inContext(word("replyTo"), message); this.replyTo = message; }

  change(message) {
    this.inContext(word("editing"), message);
    this.editing = message;
    this.box.value = message.text ?? message.caption;
    this.grow();
  }

  inContext(what, message) {
    this.dropContext();
    this.context.querySelector(".what").textContent = `${what}: `;
    this.context.querySelector(".excerpt").textContent = excerpt(message);
    this.context.hidden = false;
    this.box.focus();
  }

  dropContext() {
    if (this.editing) { this.box.value = ""; this.grow(); }
    this.replyTo = this.editing = null;
    this.context.hidden = true;
  }

  grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 180)}px`;
  }

  // The two menus above the typing box.
  async offerCommands() {
    const found = await this.store.api.commands(this.person, this.chat).catch(() => []);
    const items = found.map((one) => {
      const made = node("button", "", node("b", "", `/${one.command}`), node("span", "", one.description));
      made.addEventListener("click", () => { this.closeMenu(); this.say(`/${one.command}`); });
      return made;
    });
    this.openMenu(".slash", items.length ? items : [node("p", "", word("noCommands"))], "list");
  }

  offerStickers() {
    this.openMenu(".sticker", stickers.map((emoji) => {
      const made = node("button", "", emoji);
      made.addEventListener("click", () => { this.closeMenu(); this.do("sticker", { ...this.place, emoji }); });
      return made;
    }), "grid");
  }

  openMenu(opener, items, shape) {
    const button = this.root.querySelector(opener);
    const open = button.getAttribute("aria-expanded") === "true";
    this.closeMenu();
    if (open) return;
    for (const one of items) if (one.matches("button")) { one.type = "button"; one.setAttribute("role", "menuitem"); }
    this.menu.replaceChildren(...items);
    this.menu.className = `menu ${shape}`;
    this.menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    this.menu.opener = button;
    this.menu.querySelector("button")?.focus();
  }

  closeMenu() {
    this.menu.hidden = true;
    for (const one of this.composer.querySelectorAll("[aria-expanded]")) one.setAttribute("aria-expanded", "false");
  }

  steer(event) {
    const items = [...this.menu.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
    }
    if (event.key === "Escape") { this.closeMenu(); this.menu.opener?.focus(); }
  }

  steerTabs(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const ids = this.choices().map((one) => one.id);
    this.open(ids[(ids.indexOf(this.chat) + step + ids.length) % ids.length]);
    this.tabs.querySelector("[aria-selected=true]")?.focus();
  }
}
