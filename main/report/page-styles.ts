/**
 * The look of the page: that of the wall, quietly. Fonts are those of the reader's machine (the page loads nothing), the
 * wall's own first where they are installed. Contrast is 4.5:1 at least everywhere.
 */
export const PAGE_STYLES = `
:root{--paper:#fbf6ec;--card:#fffdf8;--ink:#14213d;--soft:#4c566b;--line:#e2d8c4;--green:#14784b;--blue:#1f47a8;--plum:#6d2a5c;--brick:#b23a22;--sun:#f2b134;
--text:"Atkinson Hyperlegible Next","Segoe UI Variable Text","Segoe UI",system-ui,-apple-system,"Helvetica Neue","Noto Sans","Liberation Sans","DejaVu Sans",sans-serif;
--title:"Bricolage Grotesque","Segoe UI Variable Display","Segoe UI",system-ui,-apple-system,"Helvetica Neue","Noto Sans","Liberation Sans","DejaVu Sans",sans-serif}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:17px/1.5 var(--text);-webkit-text-size-adjust:100%}
body{margin:0;border-top:.5rem solid var(--green)}
header,main,footer{max-width:66rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.25rem}
h1,h2,h3{font-family:var(--title);line-height:1.15;text-wrap:balance;letter-spacing:-.01em}
h1{font-size:2.4rem;font-weight:750;margin:.15rem 0 .35rem}
h2{font-size:1.5rem;font-weight:720;margin:2.75rem 0 .9rem}
h3{font-size:1.08rem;font-weight:700;margin:0}
p{margin:0}
a{color:inherit;text-decoration-color:var(--green);text-underline-offset:.18em;text-decoration-thickness:.08em}
a:hover{color:var(--green)}
a:focus-visible{outline:3px solid var(--green);outline-offset:2px;border-radius:2px}
.place{color:var(--green);font-weight:700}
.when{color:var(--soft)}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 2.25rem;list-style:none;margin:1.5rem 0 0;padding:1rem 0 0;border-top:1px solid var(--line)}
.counts b{font:750 1.9rem/1.1 var(--title);display:block}
.counts li{color:var(--soft)}
.figure-shown b{color:var(--green)}.figure-refused b{color:var(--brick)}.figure-later b,.figure-guessed b{color:var(--blue)}.figure-dropped b{color:var(--plum)}
.notice{margin-top:1.5rem;padding:.9rem 1.2rem;border-radius:.6rem;background:#e6f1e8;border-left:.4rem solid var(--green)}
.notice.alert{background:#fbe9e2;border-color:var(--brick)}
.notice b{display:block}
.tabs{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1.5rem}
.tabs a{padding:.35rem 1rem;border:1px solid var(--line);border-radius:1.2rem;background:var(--card);font-weight:600;text-decoration:none}
.tabs a:hover{border-color:var(--green)}
h2{scroll-margin-top:1rem}
.days{background:var(--card);border:1px solid var(--line);border-radius:.6rem;margin:.9rem 0 1.5rem}
.day{padding:.6rem 1.2rem;border-top:1px solid var(--line);break-inside:avoid}
.day:first-child{border-top:0}
.day summary{cursor:pointer}
.day summary:focus-visible{outline:3px solid var(--green);outline-offset:2px;border-radius:2px}
.day b{margin-right:.6rem}
.day{overflow-wrap:anywhere}
.day summary span,.day.empty span{color:var(--soft)}
.day.empty p{padding-left:1.05rem}
.day ul{margin:.35rem 0 .2rem;padding-left:2.2rem}
.day p.soft{padding-left:1.05rem;font-size:.92rem}
.walls{list-style:none;margin:.9rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.75rem}
.wall{padding:.9rem 1.2rem;background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--green);border-radius:.6rem;break-inside:avoid}
.wall.amber{border-left-color:var(--sun)}.wall.red{border-left-color:var(--brick)}
.wall .name{display:flex;justify-content:space-between;align-items:baseline;gap:.8rem}
.wall h3{overflow-wrap:anywhere}
.wall .in{color:var(--soft);font-size:.9rem}
.wall p{margin-top:.2rem;text-wrap:pretty}
.wall .do{font-weight:600}.wall .do::before{content:"→ ";color:var(--green)}
.light{white-space:nowrap;padding:.08rem .6rem;border-radius:1rem;font-size:.85rem;font-weight:700;line-height:1.5;background:var(--green);color:#fff}
.light.amber{background:var(--sun);color:var(--ink)}.light.red{background:var(--brick)}
.troubles{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.trouble{display:grid;grid-template-columns:5.5rem 1fr;gap:1.1rem;padding:1rem 1.2rem;background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--sun);border-radius:.6rem;break-inside:avoid}
.trouble.refused{border-left-color:var(--brick)}
.trouble .name{display:flex;flex-wrap:wrap;align-items:baseline;gap:.35rem .8rem}
.trouble .in{color:var(--soft);font-size:.9rem}
.trouble .what{margin-top:.35rem}
.trouble .do{margin-top:.2rem;font-weight:600}
.trouble .do::before{content:"→ ";color:var(--green)}
.which{font-weight:600}
.lead{color:var(--soft);text-wrap:pretty}
.remarks{list-style:none;margin:.9rem 0 0;padding:0;background:var(--card);border:1px solid var(--line);border-left:.4rem solid #b9a9c9;border-radius:.6rem}
.remarks.guessed{border-left-color:#9db2de}
.remark{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2.2fr);gap:.3rem 1.5rem;padding:.75rem 1.2rem;border-top:1px solid var(--line);break-inside:avoid}
.remark:first-child{border-top:0}
.remark h3{font:600 1rem/1.4 var(--text);letter-spacing:0;overflow-wrap:anywhere}
.remark .in{color:var(--soft);font-size:.9rem}
.remark .what+.do~.what{margin-top:.5rem}
.remark .do{color:var(--soft)}
.remark .do::before{content:"→ ";color:var(--green)}
.tile{width:5.5rem;height:4.125rem;border-radius:.35rem;display:flex;flex-direction:column;align-items:center;justify-content:center;background:#efe6d5;color:var(--soft);overflow:hidden}
.tile img{width:100%;height:100%;object-fit:contain;display:block}
.tile.picture{background:#e9dfcc}
.tile svg{width:1.9rem;height:1.9rem;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.tile b{font:780 1.9rem/1 var(--title);letter-spacing:-.03em}
.tile small{font:600 .74rem/1.2 var(--text)}
.tile.day{background:var(--green);color:#fff}.tile.day.later{background:var(--blue)}.tile.day.over{background:#efe6d5;color:var(--soft)}
.badge{display:inline-block;white-space:nowrap;padding:.08rem .6rem;border-radius:1rem;font-size:.85rem;font-weight:700;line-height:1.5;background:#efe6d5;color:var(--ink)}
.badge.shown{background:var(--green);color:#fff}.badge.later{background:var(--blue);color:#fff}.badge.refused{background:var(--brick);color:#fff}
.badge.hidden{background:var(--plum);color:#fff}.badge.warned{background:var(--sun);color:var(--ink)}.badge.dropped{background:#efe3ec;color:var(--plum)}.badge.guessed{background:#e3eaf7;color:var(--blue)}.badge.waiting{background:var(--ink);color:#fff}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);margin:0 0 1.5rem}
caption{text-align:left;padding:0 0 .55rem}
caption p{color:var(--soft);font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.7rem .9rem;border-top:1px solid var(--line);overflow-wrap:break-word}
tbody th,.fiches,.members{overflow-wrap:anywhere}
thead th{border-top:0;font-size:.82rem;font-weight:600;color:var(--soft);padding:.45rem .9rem;background:#f4ecdd;overflow-wrap:normal}
tbody th{font-weight:600}
tr{break-inside:avoid}
.file{display:grid;grid-template-columns:5.5rem 1fr;gap:1rem;align-items:start}
.order .file{align-items:center}
.file .title{display:block;font-weight:400;color:var(--soft);font-size:.92rem}
.files .col1{width:41%}.files .col2{width:15%}
.order .n{width:3.2rem;font:750 1.2rem/1.3 var(--title);color:var(--green)}
.order .hours{width:11rem}.order .time{width:7rem;white-space:nowrap}
.order .later .n{color:var(--blue)}
.order th,.order td{vertical-align:middle;padding-top:.5rem;padding-bottom:.5rem}
.order .file{grid-template-columns:3.75rem 1fr}.order .tile{width:3.75rem;height:2.8rem}
.status p{margin-top:.25rem;font-size:.94rem}
.fiches{margin:.55rem 0 0;padding:0;list-style:none;font-size:.92rem;columns:1}
.fiches li{padding:.4rem 0;border-top:1px dotted var(--line)}
.members{color:var(--soft)}
.soft{color:var(--soft)}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;color:var(--soft);font-size:.92rem}
footer p{border-top:1px solid var(--line);padding-top:1rem;max-width:46rem}
@media screen and (max-width:46rem){html{font-size:16px}.file,.trouble,.remark{grid-template-columns:1fr}.files thead,.order thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.files tr,.order tr{display:block;border-top:1px solid var(--line)}.files th,.files td,.order th,.order td{display:block;width:auto;border:0;padding:.35rem .9rem}
.order tr{display:grid;grid-template-columns:2.4rem 1fr auto;align-items:center;padding:.35rem 0}.order .n{grid-row:1/3;align-self:start;padding-right:0}.order th{grid-column:2/4;padding-left:.4rem}.order .hours{padding-left:.4rem;padding-top:0}.order .time{padding-top:0;text-align:right}}
@page{size:A4;margin:14mm 13mm}
@media print{html{background:#fff;font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}body{border-top-width:3pt}
header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:10pt}h1{font-size:20pt}h2{font-size:14pt;margin-top:18pt;break-after:avoid}caption,caption h3{break-after:avoid;break-inside:avoid}
table,.trouble,.remarks{background:#fff}thead{display:table-header-group}.tile{width:52pt;height:39pt}.file,.trouble{grid-template-columns:52pt 1fr}.order .tile{width:38pt;height:28.5pt}.order .file{grid-template-columns:38pt 1fr}
th,td{padding:4pt 6pt}a{text-decoration:none}footer{margin-top:14pt;padding-bottom:0}.again,.tabs{display:none}}
`.trim();
