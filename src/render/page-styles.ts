/** The look of a page: a column of text to read, exhibits as wide as they need, light and dark, and on paper. */
export const styles = `
:root {
  --paper: #fdfdfb; --card: #ffffff; --ink: #1f2328; --faint: #5a6068; --line: #d5d5cf; --tint: #f2f2ec; --link: #0b5394;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17191c; --card: #202327; --ink: #e6e6e1; --faint: #a8adb4; --line: #3d4248; --tint: #23272c; --link: #8ab8e6; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Source Serif 4", Georgia, serif; }
main { max-width: 70ch; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, nav, caption, figcaption, th, td, summary, .remarks, .label, .who { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol { margin: 0 0 1em; }
a[href] { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.88em; }
code { background: var(--tint); border-radius: 3px; padding: 0.1em 0.3em; }
pre { background: var(--tint); padding: 0.8rem 1rem; overflow-x: auto; border-radius: 4px; }
pre code { background: none; padding: 0; }
blockquote { margin: 1.2em 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--faint); }
.passages blockquote { color: inherit; }
.passages blockquote p { margin: 0.3em 0; }
.passages ul { margin: 0.6em 0; }
.passages em { font-style: normal; font-size: 0.85em; color: var(--faint); }
.passages strong em { font-size: 1.1em; color: inherit; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
img { max-width: 100%; }
nav { border-block: 1px solid var(--line); padding: 0.9rem 0; margin: 1.5rem 0 2rem; font-size: 0.95rem; }
nav p { margin: 0 0 0.3rem; font-weight: 600; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding: 0.15rem 0; }
figure, .table, .notes { margin: 2rem 0; }
.scroll { overflow-x: auto; }
.picture { background: #ffffff; border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem; }
.picture svg { display: block; width: 100%; min-width: 44rem; height: auto; }
figcaption, caption { font-size: 0.95rem; line-height: 1.4; text-align: left; }
figcaption { margin-top: 0.7rem; }
caption { padding-bottom: 0.6rem; }
.remarks { font-size: 0.85rem; font-weight: 400; color: var(--faint); margin-top: 0.5rem; line-height: 1.45; }
.remarks p { margin: 0 0 0.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
thead { border-block: 2px solid var(--ink) ; border-bottom-width: 1px; }
tbody { border-bottom: 2px solid var(--ink); }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; text-align: left; vertical-align: top; overflow-wrap: normal; }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 400; }
tbody tr + tr { border-top: 1px solid var(--line); }
.right, [align='right'] { text-align: right; }
[align='center'] { text-align: center; }
td.right, .missing { white-space: nowrap; }
.missing { color: var(--faint); }
details { margin-top: 0.8rem; }
summary { cursor: pointer; font-size: 0.9rem; color: var(--link); }
details .table { margin: 0.8rem 0 0; }
.notes { border-left: 3px solid var(--line); padding-left: 1rem; }
.notes .label { font-size: 0.85rem; color: var(--faint); margin: 0 0 0.5rem; }
.notes ul { list-style: none; margin: 0; padding: 0; }
.notes li { margin: 0 0 0.6em; }
.who { display: inline-block; font-size: 0.8rem; font-weight: 600; line-height: 1.5; background: var(--tint); border: 1px solid var(--line); border-radius: 3px; padding: 0 0.4em; }
.nobody { font-weight: 400; border-style: dashed; color: var(--faint); }
.place { color: var(--faint); font-size: 0.9em; }
.image { color: var(--faint); }
.footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.9rem; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* Pictures and wide tables reach beyond the text, as far as the window lets them. */
@media (min-width: 46rem) {
  .scroll { position: relative; left: 50%; transform: translateX(-50%); width: max-content; min-width: 100%; max-width: min(62rem, calc(100vw - 3rem)); }
  .picture { width: 56rem; }
  details .scroll { left: 0; transform: none; max-width: 100%; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --faint: #444444; --line: #bbbbbb; --tint: #f2f2ec; --link: #000000; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  nav, details { display: none; }
  figure, tr, .notes li { break-inside: avoid; }
  h1, h2, h3, h4, caption, .label, p:has(+ figure) { break-after: avoid; }
  .remarks { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
  .scroll { overflow: visible; position: static; transform: none; width: auto; max-width: none; }
  .picture { border: 0; padding: 0; margin: 0; }
  /* A picture of a whole page shrinks to it, with its caption. */
  .picture svg { min-width: 0; max-height: 24cm; }
  th, td { padding-right: 0.6rem; }
  tbody th { min-width: 10.5rem; }
  /* A short table stands on one page; a longer one goes on with its head and never leaves one row alone. */
  .table:not(:has(tbody tr:nth-child(16))) { break-inside: avoid; }
  thead { display: table-header-group; break-inside: avoid; }
  tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child { break-before: avoid; }
}
`;
