// Text with Telegram's entities as DOM nodes. Everything is set as text, so nothing a bot or a person writes can
// become markup; only the kinds below become elements, and only safe addresses become links.
const tags = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const safe = /^(https?:|mailto:|tel:|tg:)/i;

function link(address, kind) {
  const a = document.createElement("a");
  if (!safe.test(address)) return document.createElement("span");
  a.href = address;
  if (kind !== "email") { a.target = "_blank"; a.rel = "noopener noreferrer"; }
  return a;
}

function element(entity, text, onCommand) {
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(text);
  if (entity.type === "email") return link(`mailto:${text}`, "email");
  if (entity.type === "spoiler") {
    const cover = document.createElement("button");
    cover.type = "button";
    cover.className = "spoiler";
    cover.addEventListener("click", () => cover.classList.add("open"));
    return cover;
  }
  if (entity.type === "bot_command") {
    const command = document.createElement("button");
    command.type = "button";
    command.className = "command";
    command.addEventListener("click", () => onCommand(text));
    return command;
  }
  return document.createElement(tags[entity.type] ?? "span");
}

// Entities nest or follow one another; offsets count UTF-16 units, as JavaScript strings do.
export function rich(text, entities, onCommand, from = 0, to = text.length) {
  const out = document.createDocumentFragment();
  const inner = (entities ?? []).filter((one) => one.offset >= from && one.offset + one.length <= to)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  let at = from;
  while (inner.length) {
    const one = inner.shift();
    const end = one.offset + one.length;
    if (one.offset < at) continue;
    out.append(text.slice(at, one.offset));
    const node = element(one, text.slice(one.offset, end), onCommand);
    const within = [];
    while (inner.length && inner[0].offset < end) within.push(inner.shift());
    node.append(rich(text, within, onCommand, one.offset, end));
    out.append(node);
    at = end;
  }
  out.append(text.slice(at, to));
  return out;
}
