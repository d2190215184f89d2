"use strict";
(() => {
  const STEP = 50; // findings added to the page at a time
  const PRINTED = 500; // maximum number of findings printed
  const FILTERS = ["level", "rule", "file", "body", "year", "fix"];
  const {files, rules, findings, bodies} = JSON.parse(document.getElementById("data").textContent);
  const byId = id => document.getElementById(id);
  const [words, list, more, rest, count, heading] = ["words", "list", "more", "rest", "count", "findings"].map(byId);
  const form = document.querySelector("form");
  const number = new Intl.NumberFormat("en");
  let chosen = [], shown = 0, haystacks;

  // The value of each finding for each filter.
  const facts = findings.map(([file, rule, level, , , , , , fix]) => ({
    level, rule: `${rule}`, file: `${file}`, body: files[file][1], year: files[file][2], fix: fix ? fix[0] : "none",
  }));
  const haystack = n => {
    const [file, rule, , , , message, place, text] = findings[n];
    return [files[file][0], rules[rule][0], rules[rule][1], message, place, ...text].join(" ").toLowerCase();
  };
  const put = (parent, tag, text, name) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (name) element.className = name;
    parent.append(element);
    return element;
  };
  const item = n => {
    const [file, rule, level, row, column, message, place, text, fix] = findings[n];
    const [code, name, why] = rules[rule];
    const li = document.createElement("li");
    li.className = level;
    const head = put(li, "p");
    put(head, "span", level, `level ${level}`);
    head.append(" ");
    put(head, "code", code);
    head.append(` ${name}`);
    put(li, "p", message, "said");
    const quote = put(li, "blockquote");
    quote.append(text[0]);
    put(quote, "mark", text[1]);
    quote.append(text[2]);
    if (fix) put(li, "p", `${fix[0] === "safe" ? "Fix" : `Fix (${fix[0]})`}: ${fix[1]}`, "fix");
    put(li, "p", `${files[file][0]}${row ? `:${row}:${column}` : ""}${place ? ` · ${place}` : ""}`, "faint");
    if (why) {
      const details = put(li, "details");
      put(details, "summary", "Why");
      put(details, "p", why);
    }
    return li;
  };
  const show = until => {
    const some = document.createDocumentFragment();
    for (until = Math.min(until, chosen.length); shown < until; shown++) some.append(item(chosen[shown]));
    list.append(some);
    more.hidden = shown >= chosen.length;
    count.textContent = `${number.format(chosen.length)} of ${number.format(findings.length)} findings`;
    rest.hidden = more.hidden;
    rest.textContent = `Showing the first ${number.format(shown)} of ${number.format(chosen.length)} findings.`;
  };
  const choose = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length) haystacks ??= findings.map((_, n) => haystack(n));
    const set = FILTERS.map(name => [name, byId(name).value]).filter(([, value]) => value !== "");
    chosen = [];
    for (let n = 0; n < findings.length; n++) {
      if (set.every(([name, value]) => facts[n][name] === value) && wanted.every(word => haystacks[n].includes(word)))
        chosen.push(n);
    }
    list.replaceChildren();
    shown = 0;
    show(STEP);
  };
  const fill = (name, options) => {
    const select = byId(name);
    for (const [value, label] of options) put(select, "option", label).value = value;
    select.parentElement.hidden = options.length < 2;
  };
  const present = name => [...new Set(facts.map(fact => fact[name]))];

  fill("level", ["error", "warning", "info"].filter(level => present("level").includes(level)).map(level => [level, level]));
  fill("rule", rules.map(([code, name], n) => [n, `${code} ${name}`]).sort((a, b) => a[1] < b[1] ? -1 : 1));
  fill("file", files.map(([name], n) => [n, name]));
  fill("body", present("body").map(body => [body, bodies[body] ?? body]));
  fill("year", present("year").sort().map(year => [year, year]));
  fill("fix", present("fix").sort().map(fix => [fix, fix]));

  let waiting;
  words.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(choose, 120); });
  for (const name of FILTERS) byId(name).addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  form.addEventListener("submit", event => event.preventDefault());
  more.addEventListener("click", () => {
    const next = shown;
    show(shown + STEP);
    list.children[next].tabIndex = -1;
    list.children[next].focus();
  });
  for (const button of document.querySelectorAll("button[data-filter]")) {
    button.addEventListener("click", () => {
      form.reset();
      byId(button.dataset.filter).value = button.dataset.value;
      setTimeout(() => { heading.scrollIntoView(); heading.focus({preventScroll: true}); });
    });
  }
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll(".card details")) folded.open = true;
    show(PRINTED);
  });
  form.hidden = false;
  choose();
})();
