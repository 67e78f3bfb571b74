/** How the page of trade-offs looks, light and dark, on paper too. A run is shown where a link points at it, which needs no script. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #fff; --raised: #f6f8fa; --good: #1a7f37; --good-back: #e3f6e8; --bad: #b42318; --bad-back: #fdecea; --open: #9a6700; --open-back: #fff6d6; --link: #0969da; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9da7b3; --line: #30363d; --back: #0d1117; --raised: #161b22; --good: #3fb950; --good-back: #10271a; --bad: #ff7b72; --bad-back: #33161a; --open: #d29922; --open-back: #2b2111; --link: #58a6ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; } h2 { font-size: 1.3rem; margin: 3rem 0 .6rem; } h3 { font-size: 1rem; margin: 1.8rem 0 .2rem; }
p { margin: .4rem 0 .8rem; max-width: 46rem; } .soft { color: var(--soft); } code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em; }
a { color: var(--link); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; margin: 1.2rem 0; max-width: 52rem; } dt { font-weight: 600; } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0 1rem; font-variant-numeric: tabular-nums; } th, td { padding: .4rem .8rem; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
thead th { font-weight: 500; color: var(--soft); font-size: .875rem; } tbody th { font-weight: 600; }
td a { color: inherit; display: block; margin: -.4rem -.8rem; padding: .4rem .8rem; } td a::after { content: " →"; opacity: .6; }
.good { color: var(--good); } .bad { color: var(--bad); background: var(--bad-back); } .open { color: var(--open); background: var(--open-back); } .none { color: var(--soft); } .strong { background: var(--good-back); }
.badge { font-size: .75rem; font-weight: 500; color: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .55rem; margin-left: .5rem; }
.advice { margin: 0; padding: 0; list-style: none; max-width: 52rem; } .advice li { margin: .5rem 0; padding-left: 1.1rem; border-left: 3px solid var(--line); }
.pareto { display: block; width: 100%; max-width: 44rem; height: auto; margin: .5rem 0; }
details { margin: .6rem 0; } summary { cursor: pointer; }
.trace { display: none; } .trace:target { display: block; position: fixed; inset: 0 0 0 auto; width: min(56rem, 100vw); overflow: auto; background: var(--back); border-left: 1px solid var(--line); box-shadow: -1rem 0 3rem rgb(0 0 0 / .25); padding: 1.5rem 1.8rem 3rem; z-index: 1; }
.trace:focus { outline: none; } .trace pre { line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; } .trace .step { font-weight: 600; } .trace .fault { color: var(--open); font-weight: 600; } .trace .dim { color: var(--soft); } .trace .end { color: var(--bad); font-weight: 600; }
.close { float: right; font-size: .9rem; } footer { margin-top: 4rem; color: var(--soft); font-size: .875rem; }
@media (max-width: 40rem) { main { padding: 1.5rem 1rem 3rem; } th, td { padding: .35rem .5rem; } td a { margin: -.35rem -.5rem; padding: .35rem .5rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .6rem; } }
@media print { .trace { display: block; break-before: page; } .trace:target { position: static; width: auto; border: 0; box-shadow: none; } .close { display: none; } td a::after { content: ""; } }
`;
