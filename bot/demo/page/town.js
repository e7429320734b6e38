// One bot with its people: loads its world, listens to its changes, and shows it in two panes.
import { door } from "./api.js";
import { Pane } from "./pane.js";
import { word } from "./words.js";

export class Town {
  // `about` says where the bot's door is and what it is called; `page` shows what belongs to no pane.
  constructor(about, page) {
    Object.assign(this, { about, page });
    this.store = {
      api: door(about.at), people: new Map(), chats: new Map(), messages: new Map(), unread: new Map(), reactions: new Map(),
      profile: {}, zone: "Europe/Helsinki",
      groups() { return [...this.chats.values()].filter((chat) => chat.type !== "private" && !chat.moved_to); },
    };
    this.panes = ["association", "municipality"].map((side) => new Pane(side, this.store, page.notice));
    this.root = document.createElement("div");
    this.root.className = "panes";
    this.root.append(...this.panes.map((pane) => pane.root));
  }

  get api() { return this.store.api; }

  showing(chat) { return this.panes.find((pane) => pane.chat === chat); }

  // How much stands unread in the chats of one side, or of both.
  unread(panes = this.panes) {
    const chats = panes.flatMap((pane) => pane.choices().map((one) => one.id));
    return chats.reduce((sum, id) => sum + (this.store.unread.get(id) ?? 0), 0);
  }

  async load() {
    const world = await this.take();
    await Promise.all(world.chats.map(async (chat) => {
      const found = await this.api.messages(chat.id);
      this.store.messages.set(chat.id, new Map(found.map((one) => [one.message_id, one])));
    }));
    this.page.setClock(await this.api.clock());
    if (world.running === false) this.page.banner(word("botDown"));
    this.seq = world.seq;
  }

  listen() {
    const { banner } = this.page;
    this.api.listen(this.seq, (change) => this.happened(change), () => banner(word("lost")), () => banner(null));
  }

  async take() {
    const world = await this.api.state();
    this.store.profile = world.profile;
    for (const person of world.people) this.store.people.set(person.id, person);
    for (const chat of world.chats) {
      this.store.chats.set(chat.id, chat);
      if (!this.store.messages.has(chat.id)) this.store.messages.set(chat.id, new Map());
      for (const [id, emoji] of Object.entries(chat.reactions)) this.store.reactions.set(`${chat.id}/${id}`, emoji);
    }
    return world;
  }

  async refresh() {
    await this.take();
    this.redraw();
  }

  redraw() { for (const pane of this.panes) pane.redraw(); }

  soon() {
    clearTimeout(this.coming);
    this.coming = setTimeout(() => this.refresh(), 60);
  }

  // On one side, or on both: what is shown has been read.
  open(panes = this.panes) { for (const pane of panes) pane.open(pane.chat); }

  happened(change) {
    const { store, page } = this;
    const told = {
      message: () => this.came(change),
      edit: () => {
        store.messages.get(change.chat_id)?.set(change.message.message_id, change.message);
        this.showing(change.chat_id)?.edited(change.message);
      },
      delete: () => {
        store.messages.get(change.chat_id)?.delete(change.message_id);
        this.showing(change.chat_id)?.removed(change.message_id);
      },
      reaction: () => {
        const { chat_id: chat, message_id: id, emoji } = change;
        store.reactions.set(`${chat}/${id}`, emoji.length ? emoji : null);
        const message = store.messages.get(chat)?.get(id);
        if (message) this.showing(chat)?.edited(message);
      },
      answer: () => { if (change.text && this.panes.some((pane) => pane.person === change.person)) page.answer(change.text, change.show_alert); },
      action: () => this.showing(change.chat_id)?.acting(change.action),
      clock: () => page.setClock(change.clock),
      running: () => page.banner(change.running ? null : word("botDown")),
    }[change.kind];
    if (told) told();
    else if (["person", "chat", "block", "profile"].includes(change.kind)) this.soon();
  }

  came({ chat_id: chat, message, keyboard }) {
    const { store } = this;
    if (!store.messages.has(chat)) store.messages.set(chat, new Map());
    store.messages.get(chat).set(message.message_id, message);
    const pane = this.showing(chat);
    pane?.added(message);
    if (keyboard?.force_reply && pane) pane.answer(message);
    if (Object.keys(message).some((name) => name.startsWith("forum_topic_"))) this.soon();
    if (!pane || pane.away) {
      store.unread.set(chat, (store.unread.get(chat) ?? 0) + 1);
      for (const one of this.panes) one.drawTabs(one.choices());
    }
    if (pane && !pane.belongs(message)) {
      const place = `${chat}/${pane.threadOf(message)}`;
      store.unread.set(place, (store.unread.get(place) ?? 0) + 1);
      pane.drawTopics();
    }
    this.page.drawUnread();
  }
}
