/** The style sheet of a report: light, dark after the reader's setting, and paper. Figures bring their own colours. */
export const reportStyle = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--quiet:#57606a;--line:#d0d7de;--shade:#f4f6f8;--link:#0b5cad;
--computed:#0b5cad;--input:#5b6169;--closure:#8a3d72;--good:#0a6b4b;--bad:#b3400e;--warn:#fff3cd;--warn-line:#d39e00;
--alarm:#fde3d8;--alarm-line:#d55e00}
@media (prefers-color-scheme:dark){:root{--ground:#14181d;--ink:#e4e8ec;--quiet:#9aa4ae;--line:#38414b;--shade:#1d232a;
--link:#7ab8f5;--computed:#7ab8f5;--input:#aab3bc;--closure:#e3a3cc;--good:#5fd3a5;--bad:#ff9a66;--warn:#3a3010;
--warn-line:#d39e00;--alarm:#43210f;--alarm-line:#ff8a4c}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Helvetica,Arial,
'Liberation Sans','DejaVu Sans',sans-serif;display:grid;grid-template-columns:11.5rem minmax(0,1fr);overflow-wrap:break-word}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;background:var(--ground);padding:.3rem .6rem;z-index:3}
.bar,nav .close{display:none}
a{color:var(--link)}
nav{position:sticky;top:0;align-self:start;height:100vh;overflow:auto;padding:1.2rem .8rem;border-right:1px solid var(--line);
background:var(--shade);font-size:.92rem}
nav p{margin:1.2rem 0 .3rem;color:var(--quiet);font-size:.82rem}
nav ul{list-style:none;margin:0;padding:0}
nav ul ul{padding-left:.9rem;font-size:.92em}
nav li{margin:.28rem 0}
nav a{text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
nav .absent{color:var(--quiet)}
main,footer{grid-column:2;padding:0 1.2rem;max-width:80rem;min-width:0}
header{padding-top:1.4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0}
.subtitle{color:var(--quiet);margin:.3rem 0 0;font-size:1.05rem}
h2{font-size:1.3rem;margin:2.4rem 0 .6rem;padding-top:.7rem;border-top:1px solid var(--line)}
h2 .stage{display:inline-block;margin-left:.6rem;color:var(--quiet);font-size:.8rem;font-weight:normal}
h3{font-size:1.08rem;margin:1.7rem 0 .4rem}
p{margin:.5rem 0;max-width:52rem}
sup,sub{line-height:0;font-size:.72em}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}
.notice{margin:.7rem 0 0;padding:.5rem .8rem;border-left:.35rem solid var(--warn-line);background:var(--warn);max-width:none}
.notice.changed-after-unblinding{border-color:var(--alarm-line);background:var(--alarm)}
.notice.note{border-color:var(--line);background:var(--shade)}
.key{color:var(--quiet);font-size:.88rem;max-width:none}
.badge{display:inline-block;padding:0 .42em;border:1px solid;border-radius:.7em;font-size:.75rem;line-height:1.35;
vertical-align:.08em;white-space:nowrap}
.badge.computed{color:var(--computed)}
.badge.input{color:var(--input);border-style:dashed}
.badge.closure,.badge.given{color:var(--closure);border-style:dotted}
.badge.set{color:var(--input);border-style:double;border-width:3px}
.agrees{color:var(--good);white-space:nowrap}
.misses{color:var(--bad);white-space:nowrap;font-weight:600}
.unclear{color:var(--quiet);white-space:nowrap}
.table{overflow-x:auto;margin:.9rem 0 1.2rem}
table{border-collapse:collapse;font-size:.94rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.3rem;color:var(--quiet)}
th,td{padding:.26rem .8rem .26rem .3rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:baseline}
thead th{border-bottom:2px solid var(--line)}
tbody th{font-weight:normal}
tr.total th,tr.total td{font-weight:600}
.number{text-align:right;white-space:nowrap}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,32.4rem),1fr));gap:1.1rem;margin:1rem 0}
figure{margin:0;max-width:50rem;min-width:0}
figure.wide{grid-column:1/-1;max-width:62rem}
.drawing{overflow-x:auto}
figure svg{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:4px}
.drawing svg{min-width:var(--least)}
.for-telephone{display:none}
.answer{margin:1rem 0}
.answer figure{grid-column:auto;max-width:none}
.answer .drawing svg{min-width:0}
.answer>p{font-size:1.16rem;max-width:60rem}
.key-figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19.5rem),1fr));gap:1rem;margin:1.4rem 0}
.key-figure{color:inherit;text-decoration:none}
.key-figure:hover figcaption,.key-figure:focus figcaption{text-decoration:underline}
summary{cursor:pointer}
summary h2{display:inline-block;border:0;margin:1rem 0 .4rem;padding:0}
nav details{margin-bottom:.8rem}
nav [aria-current]{font-weight:600}
@media (min-width:75rem){.answer{display:grid;grid-template-columns:minmax(0,1.3fr) minmax(0,1fr);gap:0 1.1rem;align-items:start}
.answer>p{grid-column:1/-1}.answer>:nth-child(2):last-child{grid-column:1/-1}.answer .table{margin:0;max-height:34rem;overflow-y:auto}
.answer table{font-size:.86rem}.answer td,.answer th{padding-right:.5rem}.answer td.number{white-space:normal;min-width:6.2rem}}
@media (max-width:40rem){.for-page{display:none}.for-telephone{display:block}
.answer table{font-size:.86rem}.answer td,.answer th{padding-right:.4rem}.answer td.number{white-space:normal}}
figcaption{margin-top:.35rem;font-size:.9rem;color:var(--quiet)}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-bottom:3rem;font-size:.92rem}
footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem}
footer dt{color:var(--quiet)}
footer dd{margin:0}
@media (max-width:60rem){body{display:block}
.bar{display:flex;gap:.8rem;position:sticky;top:0;z-index:1;margin:0;padding:.45rem 1rem;max-width:none;background:var(--shade);
border-bottom:1px solid var(--line);white-space:nowrap}
.bar span{overflow:hidden;text-overflow:ellipsis;color:var(--quiet)}
nav{display:none;position:fixed;inset:0;z-index:2;height:100vh;border:0;padding:1rem 1.2rem 3rem}
nav:target{display:block}
nav .close{display:inline-block;margin-bottom:.6rem}
section,h2,h3{scroll-margin-top:3rem}
main,footer{padding-left:1rem;padding-right:1rem}}
@media print{:root{--ground:#fff;--ink:#000;--quiet:#444;--line:#bbb;--shade:#fff;--link:#000;--computed:#00407a;--input:#444;
--closure:#6b2a56;--good:#065;--bad:#a30;--warn:#fff;--alarm:#fff}
@page{margin:16mm}
html{font-size:10pt}
body{display:block;font-size:1rem}
nav,nav:target,.skip,.bar{display:none}
.for-telephone{display:none}.for-page{display:block}
.drawing{overflow:visible}.drawing svg{min-width:0}
.answer{display:block}.answer .table{max-height:none}
.key-figures{grid-template-columns:1fr 1fr 1fr}
main,footer{padding:0;max-width:none}
h2,h3{break-after:avoid}
figure,table,.notice{break-inside:avoid}
thead{display:table-header-group}
.table{overflow:visible}
.figures{display:block}
figure{margin-bottom:1rem;max-width:15cm}}
`;
