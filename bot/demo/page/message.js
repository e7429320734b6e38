// One message as it stands in a chat: who, what it answers, text, file, buttons, time.
import { rich } from "./rich.js";
import { clock, size, word } from "./words.js";

export function node(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((one) => one !== null && one !== undefined));
  return made;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export const excerpt = (message) =>
  message.text ?? message.caption ?? message.document?.file_name ?? message.sticker?.emoji
  ?? (message.photo ? word("photo") : message.voice ? word("voice") : message.forum_topic_created?.name ?? word("someMessage"));

const services = [
  ["forum_topic_created", (m) => `${word("topicOpened")} “${m.forum_topic_created.name}”`],
  ["forum_topic_edited", (m) => `${word("topicRenamed")} “${m.forum_topic_edited.name}”`],
  ["forum_topic_closed", () => word("topicClosed")],
  ["forum_topic_reopened", () => word("topicReopened")],
  ["pinned_message", () => word("pinned")],
];

function service(message) {
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return word("movedGroup");
  const found = services.find(([name]) => name in message);
  return found ? `${message.from.first_name} ${found[1](message)}` : null;
}

function download(pane, file, kind) {
  const name = file.file_name ?? word(kind);
  const link = node("a", "file", node("span", "sheet", icon("file")),
    node("span", "about", node("span", "title", name), node("span", "size", size(file.file_size))), icon("down"));
  link.href = pane.store.api.file(file.file_id);
  link.download = file.file_name ?? "";
  link.setAttribute("aria-label", `${word("download")}: ${name}, ${size(file.file_size)}`);
  return link;
}

function media(pane, message) {
  if (message.sticker) return node("span", "big", message.sticker.emoji ?? "▢");
  if (message.photo) {
    const image = node("img", "photo");
    image.src = `${pane.store.api.file(message.photo[0].file_id)}?inline=1`;
    image.alt = message.caption ?? word("photo");
    const whole = node("a", "", image);
    whole.href = image.src;
    whole.target = "_blank";
    return whole;
  }
  const kind = ["document", "voice", "audio", "video", "animation", "video_note"].find((one) => one in message);
  return kind ? download(pane, message[kind], kind) : null;
}

function button(pane, message, one) {
  const made = node("button", `inline ${one.style ?? ""}`, node("span", "", one.text));
  made.type = "button";
  if (one.url) made.append(icon("link"));
  if (one.copy_text) made.append(icon("copy"));
  made.addEventListener("click", () => pane.press(message, one, made));
  return made;
}

function keyboard(pane, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return node("div", "keyboard", ...rows.map((row) => node("div", "keys", ...row.map((one) => button(pane, message, one)))));
}

function quote(pane, message) {
  const answered = message.reply_to_message;
  if (!answered || answered.forum_topic_created) return null;
  const made = node("button", "quote", node("b", "", answered.from.first_name), node("span", "", excerpt(answered)));
  made.type = "button";
  made.addEventListener("click", () => pane.show(answered.message_id));
  return made;
}

function tools(pane, message, mine) {
  const reply = node("button", "icon", icon("reply"));
  reply.type = "button";
  reply.title = word("reply");
  reply.setAttribute("aria-label", `${word("reply")}: ${excerpt(message).slice(0, 60)}`);
  reply.addEventListener("click", () => pane.answer(message));
  const made = node("span", "tools", reply);
  if (mine && (message.text || message.caption)) {
    const edit = node("button", "icon", icon("pen"));
    edit.type = "button";
    edit.title = word("edit");
    edit.setAttribute("aria-label", `${word("edit")}: ${excerpt(message).slice(0, 60)}`);
    edit.addEventListener("click", () => pane.change(message));
    made.append(edit);
  }
  return made;
}

const hue = (id) => `hue-${Math.abs(id) % 5}`;

export function draw(pane, message, { mine, group, zone, reactions, topic, follows }) {
  const told = service(message);
  const item = node("li", `message ${told ? "service" : mine ? "mine" : "theirs"} ${follows ? "follows" : ""}`);
  item.id = pane.mark(message.message_id);
  if (told) {
    item.append(node("span", "", told));
    return item;
  }
  const text = message.text ?? message.caption;
  const bubble = node("div", "bubble");
  const name = node("span", group || !mine ? `who ${message.from.is_bot ? "is-bot" : hue(message.from.id)}` : "unseen",
    message.from.first_name, message.from.is_bot ? node("small", "", word("bot")) : null);
  if (topic && !follows) {
    const where = node("button", "where", topic.name);
    where.type = "button";
    where.addEventListener("click", () => pane.enter(topic.message_thread_id));
    bubble.append(where);
  }
  if (!follows || mine) bubble.append(name);
  if (message.forward_origin) bubble.append(node("span", "origin", `${word("forwarded")}: ${message.forward_origin.sender_user?.first_name ?? ""}`));
  bubble.append(...[quote(pane, message), media(pane, message)].filter(Boolean));
  if (text) {
    const words = node("div", "words");
    words.append(rich(text, message.entities ?? message.caption_entities, (command) => pane.say(command)));
    bubble.append(words);
  }
  const time = node("time", "", clock(message.date, zone));
  time.dateTime = new Date(message.date * 1000).toISOString();
  bubble.append(node("span", "foot", reactions ? node("span", "reaction", reactions.join(" ")) : null,
    message.edit_date ? node("span", "", word("edited")) : null, time));
  item.append(node("div", "line", bubble, tools(pane, message, mine)), ...[keyboard(pane, message)].filter(Boolean));
  bubble.addEventListener("dblclick", () => pane.answer(message));
  return item;
}
