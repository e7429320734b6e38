// The page's own words in three languages; what the bot says comes from the bot.
const kept = await (await fetch("/page/texts.json")).json();
const guess = (navigator.language || "en").slice(0, 2);

export const tongue = { now: localStorage.getItem("lots.language") || (guess in kept ? guess : "en") };

export const word = (name) => kept[tongue.now][name] ?? kept.en[name] ?? name;

// Fills in every element that names its text: data-text, data-label (for ears), data-placeholder.
export function speak(root = document) {
  for (const one of root.querySelectorAll("[data-text]")) one.textContent = word(one.dataset.text);
  for (const one of root.querySelectorAll("[data-placeholder]")) one.placeholder = word(one.dataset.placeholder);
  for (const one of root.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", word(one.dataset.label));
    if (one.matches("button")) one.title = word(one.dataset.label);
  }
}

export function choose(language) {
  tongue.now = language;
  localStorage.setItem("lots.language", language);
  document.documentElement.lang = language;
}

export const clock = (unix, zone) =>
  new Intl.DateTimeFormat(tongue.now === "en" ? "en-GB" : tongue.now, { hour: "2-digit", minute: "2-digit", timeZone: zone })
    .format(new Date(unix * 1000));

export const day = (unix, zone) =>
  new Intl.DateTimeFormat(tongue.now === "en" ? "en-GB" : tongue.now, { weekday: "long", day: "numeric", month: "long", timeZone: zone })
    .format(new Date(unix * 1000));

export const moment = (date, zone) =>
  new Intl.DateTimeFormat(tongue.now === "en" ? "en-GB" : tongue.now, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: zone,
  }).format(date);

export function size(bytes) {
  const steps = [[1 << 20, "MB"], [1 << 10, "kB"], [1, "B"]];
  const [step, unit] = steps.find(([one]) => bytes >= one) ?? [1, "B"];
  const number = new Intl.NumberFormat(tongue.now, { maximumFractionDigits: step > 1 ? 1 : 0 }).format(bytes / step);
  return `${number} ${unit}`;
}
