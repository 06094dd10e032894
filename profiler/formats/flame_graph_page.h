// SPDX-License-Identifier: Apache-2.0
// The page around the data of a flame graph.

#pragma once

#include <string_view>

namespace ppp::profiler {

inline constexpr std::string_view kFlameGraphHead = R"html(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Flame graph</title>
<style>
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fff; --edge: #fff;
  --python: #f2b26b; --native: #8fc78a; --wait: #8fb4e3; --found: #d65db1; }
@media (prefers-color-scheme: dark) { :root { --text: #eee; --page: #1b1b1b;
  --edge: #1b1b1b; --python: #9a642a; --native: #41773d; --wait: #3d628f; } }
body { font: 14px system-ui, sans-serif; margin: 1rem; color: var(--text);
  background: var(--page); }
h1 { font-size: 1.1rem; margin: 0 0 .4rem; }
.bar { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center;
  margin-bottom: .6rem; }
.key::before { content: ''; display: inline-block; width: .8em; height: .8em;
  margin-right: .3em; background: var(--colour); }
#graph { position: relative; }
#graph button { position: absolute; height: 20px; padding: 0 3px; border: 0;
  border-right: 1px solid var(--edge); font: 12px system-ui, sans-serif;
  color: inherit; text-align: left; overflow: hidden; white-space: nowrap;
  background: var(--colour); cursor: pointer; }
#graph button:focus-visible { outline: 2px solid currentColor; z-index: 1; }
#graph button.found { background: var(--found); color: #fff; }
#detail { min-height: 1.4em; margin: .6rem 0; font-variant-numeric: tabular-nums; }
</style></head><body>
<h1 id="title"></h1>
<div class="bar"><label>Search <input id="search" type="search"></label>
<button id="reset" type="button">Show all</button>
<span class="key" style="--colour:var(--python)">Python</span>
<span class="key" style="--colour:var(--native)">native code</span>
<span class="key" style="--colour:var(--wait)">waiting</span></div>
<div id="detail" aria-live="polite"></div>
<div id="graph"></div>
<script>
const data = )html";

inline constexpr std::string_view kFlameGraphTail = R"html(;
const [NAME, WALL, NATIVE, WAIT, INNER, FUNCTION] = [0, 1, 2, 3, 4, 5];
const graph = document.getElementById('graph');
const detail = document.getElementById('detail');
const search = document.getElementById('search');
const whole = data.tree[WALL];
let path = [data.tree];

document.getElementById('title').textContent =
  `${data.title || 'profile'} (Python ${data.python}, ${data.samples} samples)`;

function colour(node) {
  if (node[FUNCTION]) return 'var(--native)';
  if (node[WAIT] > node[WALL] / 2) return 'var(--wait)';
  if (node[NATIVE] > (node[WALL] - node[WAIT]) / 2) return 'var(--native)';
  return 'var(--python)';
}

function words(node) {
  const share = whole > 0 ? 100 * node[WALL] / whole : 0;
  const own = `${node[NAME]}: ${node[WALL].toFixed(3)} s, ${share.toFixed(1)} %`;
  if (node[FUNCTION]) return `${own}, a native function`;
  return `${own}, native ${node[NATIVE].toFixed(3)} s, waiting ${node[WAIT].toFixed(3)} s`;
}

function bar(node, left, width, row, trail) {
  const one = document.createElement('button');
  one.type = 'button';
  one.textContent = node[NAME];
  one.title = words(node);
  one.style.cssText = `left:${left}%;width:${width}%;top:${21 * row}px`;
  one.style.setProperty('--colour', colour(node));
  const wanted = search.value.toLowerCase();
  if (wanted && node[NAME].toLowerCase().includes(wanted)) {
    one.classList.add('found');
  }
  one.onclick = () => { path = trail; draw(); };
  one.onmouseenter = one.onfocus = () => { detail.textContent = words(node); };
  graph.append(one);
}

function inside(node, left, width, row, trail) {
  let at = left, deepest = row;
  for (const child of node[INNER]) {
    const part = node[WALL] > 0 ? width * child[WALL] / node[WALL] : 0;
    if (part > 0.05) {
      bar(child, at, part, row, trail.concat([child]));
      deepest = Math.max(deepest,
        inside(child, at, part, row + 1, trail.concat([child])));
    }
    at += part;
  }
  return deepest;
}

function draw() {
  graph.replaceChildren();
  path.forEach((node, row) => bar(node, 0, 100, row, path.slice(0, row + 1)));
  const rows = inside(path[path.length - 1], 0, 100, path.length, path);
  graph.style.height = `${21 * (rows + 1)}px`;
}

search.oninput = draw;
document.getElementById('reset').onclick = () => {
  path = [data.tree];
  search.value = '';
  draw();
};
draw();
</script></body></html>
)html";

}  // namespace ppp::profiler
