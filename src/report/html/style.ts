/** Colours: ink on paper, three moments of the sale from one spectrum, three verdicts. */
const light = `
--paper:#fff;--ground:#f5f5f2;--ink:#1b1e25;--soft:#555b67;--line:#dcdee3;--hair:#ececee;
--accent:#36458f;--pre:#6246a8;--in:#136a9e;--after:#ab4f1e;--wash:#f2f3f8;
--breach:#a3231b;--breach-wash:#fbecea;--unknown:#755700;--unknown-wash:#fbf3dc;
--ok:#17664c;--ok-wash:#e5f2ec`;

const dark = `
--paper:#15181f;--ground:#0e1015;--ink:#e4e6eb;--soft:#a4abb8;--line:#333946;--hair:#232832;
--accent:#a9b6f5;--pre:#b5a0f2;--in:#6fb8e8;--after:#ec9c6c;--wash:#1c2029;
--breach:#f39186;--breach-wash:#371d1c;--unknown:#dfbd62;--unknown-wash:#332a13;
--ok:#72c9a8;--ok-wash:#142e26`;

const base = `
:root{color-scheme:light;${light}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${dark}}}
@media screen{:root[data-theme=light]{color-scheme:light;${light}}
:root[data-theme=dark]{color-scheme:dark;${dark}}}
:root[data-lang=zh] body [lang=en]:not(button),:root[data-lang=en] body [lang=zh-CN]:not(button){
display:none}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:anywhere;
font:16px/1.65 "Segoe UI",Inter,-apple-system,BlinkMacSystemFont,"Helvetica Neue","PingFang SC",
"Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",
"Source Han Sans SC",sans-serif}
h1,h2,h3,h4,.headline{font-family:Georgia,"Noto Serif","Songti SC","STSong","Noto Serif CJK SC",
"Noto Serif SC","Source Han Serif SC","SimSun",serif;font-weight:600;line-height:1.35;margin:0}
p{margin:0 0 .7em}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
small{font-size:.8125rem;color:var(--soft);font-weight:400}
code,.id{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",
"Noto Sans Mono CJK SC",
"Noto Sans CJK SC",monospace;font-size:.875em}
bdi{unicode-bidi:isolate}
i{color:var(--soft);font-style:normal}
ul,ol{margin:0;padding-inline-start:1.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h2:focus,h3:focus{outline:none}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset-inline-start:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
button{font:inherit;font-size:.8125rem;color:var(--ink);background:none;
border:1px solid var(--line);
border-radius:4px;padding:.25rem .65rem;cursor:pointer;min-height:1.9rem}
button:hover{border-color:var(--accent)}
button[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
input{font:inherit;font-size:.875rem;color:inherit;background:var(--paper);
border:1px solid var(--line);
border-radius:4px;padding:.3rem .6rem;width:16rem;max-width:100%}`;

const frame = `
body::before{content:"";display:block;height:4px;background:linear-gradient(90deg,var(--pre),
var(--in) 45%,#2a8f7a 62%,#c8992b 80%,var(--after))}
.top{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;align-items:center;max-width:82rem;margin:0 auto;
padding:1.6rem clamp(1rem,3vw,2.5rem) 1.4rem}
.brand{display:flex;gap:1rem;align-items:center;margin-inline-end:auto}
.brand p{margin:0;font-size:.8125rem;letter-spacing:.09em;color:var(--soft)}
h1{font-size:1.5rem}
.stamp{display:flex;gap:2rem;margin:0}
.stamp dt{font-size:.75rem;color:var(--soft)}
.stamp dd{margin:0;font-variant-numeric:tabular-nums}
.switches{display:flex;flex-wrap:wrap;gap:.6rem}
.switches span[role]{display:flex}
.switches span[role] button{border-radius:0;margin-inline-start:-1px}
.switches span[role] button:first-of-type{border-start-start-radius:4px;
border-end-start-radius:4px}
.switches span[role] button:last-of-type{border-start-end-radius:4px;border-end-end-radius:4px}
.page{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:0 clamp(1.5rem,3vw,3.5rem);
max-width:82rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
nav{position:sticky;top:0;align-self:start;padding:2.4rem 0;font-size:.9063rem;max-height:100vh;
overflow-y:auto}
nav p{font-size:.75rem;letter-spacing:.09em;color:var(--soft);margin:0 0 .5rem}
nav ol{list-style:none;padding:0;counter-reset:n}
nav li{counter-increment:n}
nav a{display:flex;gap:.7rem;padding:.32rem 0 .32rem .8rem;color:var(--soft);text-decoration:none;
border-inline-start:2px solid var(--line)}
nav a::before{content:counter(n);font-variant-numeric:tabular-nums;opacity:.65}
nav a:hover{color:var(--ink)}
nav a[aria-current]{color:var(--ink);border-color:var(--accent)}
main{background:var(--paper);border:1px solid var(--line);border-radius:3px;min-width:0;
padding:0 clamp(1rem,4vw,3.5rem)}
main>section{padding:2.8rem 0 3rem;border-top:1px solid var(--line)}
main>section:first-child{border-top:0}
h2{display:flex;align-items:baseline;gap:.8rem;font-size:1.5rem;margin-bottom:1.1rem}
h2 .no{font:400 .9375rem/1 ui-monospace,Menlo,Consolas,monospace;color:var(--soft)}
h3{font-size:1.1563rem;margin:2.2rem 0 .6rem}
h4{font-size:1rem;margin:1.8rem 0 .5rem}
.note{color:var(--soft);font-size:.9063rem;max-width:44rem}
footer{max-width:82rem;margin:0 auto;padding:1.5rem clamp(1rem,3vw,2.5rem) 3rem;color:var(--soft);
font-size:.8125rem}
@media(max-width:60rem){.page{grid-template-columns:minmax(0,1fr);padding:0}
main{border-inline:0;border-radius:0}
nav{position:static;padding:.2rem clamp(1rem,3vw,2.5rem) 1rem;overflow-x:auto}
nav p{display:none}
nav ol{display:flex;gap:.4rem;width:max-content}
nav a{border:1px solid var(--line);border-radius:99px;padding:.2rem .75rem;gap:.45rem;
background:var(--paper)}}
@media(max-width:40rem){body{font-size:15px}.top{padding-block:1.1rem}.stamp{gap:1.2rem}
h2{font-size:1.3125rem}main>section{padding:2rem 0 2.2rem}.wide-only{display:none!important}}`;

const pieces = `
.headline{font-size:clamp(1.375rem,1rem + 1.6vw,1.9375rem);margin:.2rem 0 1rem;max-width:48rem;
text-wrap:balance}
.lead{max-width:44rem}
.prism{display:grid;grid-template-columns:auto minmax(0,1fr);margin:1.6rem 0 .4rem;
align-items:end}
.prism table{border-collapse:collapse;width:100%;grid-column:2}
.prism th,.prism td{border:0;padding:0 .5rem;vertical-align:middle}
.prism thead th{height:36px;font-size:.8125rem;font-weight:400;vertical-align:bottom;
padding-bottom:.4rem;white-space:nowrap}
.prism tbody tr{height:70px}
.prism tbody tr+tr>*{border-top:1px solid var(--hair)}
.prism tbody th{width:11rem;border-inline-start:3px solid currentColor}
.prism th small{display:block;line-height:1.35}
.prism td.n{font:600 1.5rem/1 Georgia,"Noto Serif",serif;width:5.2rem}
.prism td.none{color:var(--line);font-weight:400}
.prism .verdicts{display:block}
tr.pre th,.stage.pre h3,.provision.pre .moment{color:var(--pre)}
tr.in th,.stage.in h3,.provision.in .moment{color:var(--in)}
tr.after th,.stage.after h3,.provision.after .moment{color:var(--after)}
@media(max-width:40rem){.prism{grid-template-columns:minmax(0,1fr)}.prism table{grid-column:1}
.prism thead th{white-space:normal;height:auto}.prism tbody th,.prism td.n{width:auto}
.prism th,.prism td{padding-inline:.35rem;min-width:0}.prism th:last-child,.prism td:last-child{
padding-inline-end:0}}
.breach{color:var(--breach)}.cannot_tell{color:var(--unknown)}.no_breach{color:var(--ok)}
rect.breach,rect.cannot_tell,rect.no_breach{fill:currentColor}
rect.no_breach{opacity:.55}rect.cannot_tell{opacity:.75}
.rays,.mark{fill:none;stroke-width:1.6;align-self:end}
.rays{height:246px;margin-inline-end:-1px}
.mark{stroke-width:2.2;flex:none}
.ray{stroke:var(--soft)}.body{stroke:var(--ink);fill:var(--wash)}
path.pre{stroke:var(--pre)}path.in{stroke:var(--in)}path.after{stroke:var(--after)}
.tiles{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));margin:2rem 0 .9rem;
border-top:1px solid var(--line)}
.tiles div{padding:.8rem .8rem .75rem 0;border-bottom:1px solid var(--hair)}
.tiles dt{font-size:.8125rem;color:var(--soft)}
.tiles dd{margin:0;font:600 1.25rem/1.4 Georgia,"Noto Serif","Noto Serif CJK SC",serif;
font-variant-numeric:tabular-nums lining-nums}
.tiles small{display:block;font:400 .78rem/1.4 inherit;font-family:"Segoe UI",Inter,"PingFang SC",
"Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.lines{border-inline-start:3px solid var(--ink);padding:.1rem 0 .1rem .8rem;margin:1.2rem 0 0;
max-width:46rem}
.block+.block{margin-top:1.6rem}
.tag{display:inline-block;font-size:.78rem;line-height:1.5;padding:.06rem .5rem;border-radius:3px;
background:var(--wash);color:var(--soft);max-width:100%;word-break:keep-all;
overflow-wrap:break-word}
.tag.breach,.tag.error{background:var(--breach-wash);color:var(--breach)}
.tag.cannot_tell,.tag.warning{background:var(--unknown-wash);color:var(--unknown)}
.tag.no_breach{background:var(--ok-wash);color:var(--ok)}
.facts{margin:1rem 0;display:grid;gap:.55rem}
.facts>div{display:grid;align-items:baseline;grid-template-columns:9.5rem minmax(0,1fr);
gap:0 1.2rem}
.facts dt{color:var(--soft);font-size:.875rem;padding-top:.08rem}
.facts dd{margin:0;max-width:44rem}
.facts dd p{margin:0 0 .35em}.facts dd p:last-child{margin:0}
.facts.tight{gap:.15rem}
@media(max-width:60rem){.tiles{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media(max-width:40rem){.facts>div{grid-template-columns:minmax(0,1fr)}}
details.fold{margin:.9rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.9063rem;width:fit-content;padding:.15rem 0}
summary::marker{color:var(--soft)}
.scroll{position:relative;overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5}
caption{text-align:start;font-size:.875rem;color:var(--soft);padding-bottom:.35rem}
th,td{text-align:start;vertical-align:top;padding:.42rem .8rem .42rem 0;
border-bottom:1px solid var(--hair);
min-width:3.2rem;overflow-wrap:break-word}
td{max-width:30rem}
td:last-child,th:last-child{padding-inline-end:0}
thead th{font-weight:600;border-bottom:1px solid var(--line);vertical-align:bottom;
font-size:.8125rem}
td small,th small{display:block}
h4 small,h3 small{font-family:"Segoe UI",Inter,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",
sans-serif}
.n{text-align:end;font-variant-numeric:tabular-nums lining-nums}
td.n{white-space:nowrap}
td .id{overflow-wrap:anywhere}
td:first-child{min-width:6.2rem}
time{font-variant-numeric:tabular-nums}
td time{white-space:nowrap}
button.sort{white-space:nowrap;border:0;padding:0;min-height:0;font-weight:600;text-align:inherit;
background:none}
button.sort::after{content:"↕";margin-inline-start:.3em;opacity:.35}
[aria-sort=descending] .sort::after{content:"↓";opacity:1}
[aria-sort=ascending] .sort::after{content:"↑";opacity:1}
.digest{display:inline-flex;gap:.5rem;align-items:start;min-width:13rem}
.spark{display:inline-block;vertical-align:middle;margin-inline-end:.9rem}
td .series{display:inline}
[id^=levels-table]{width:auto;min-width:min(100%,26rem)}
@media(max-width:40rem){.digest{min-width:9rem}}
.digest code{font-size:.75rem;line-height:1.5;word-break:break-all;overflow-wrap:anywhere}
button.copy{padding:0 .4rem;min-height:1.35rem;font-size:.72rem;color:var(--soft);flex:none}
button.copy.done{border-color:var(--ok);color:var(--ok)}
.tools{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;font-size:.875rem;margin:.8rem 0}
output{color:var(--soft);font-variant-numeric:tabular-nums}
pre{background:var(--wash);padding:.9rem 1.1rem;overflow-x:auto;border-radius:3px;
line-height:1.55}`;

const findings = `
.verdict-list{list-style:none;padding:0}
.verdict-list li{display:grid;grid-template-columns:7.2rem minmax(0,1fr) minmax(0,17rem);
gap:.2rem 1rem;
padding:.5rem 0;border-bottom:1px solid var(--hair);align-items:baseline}
.verdict-list small{display:block}
.verdict-list .tag{width:fit-content}
.verdict-list .what a{color:inherit}
.verdict-list .why{font-size:.875rem}
@media(max-width:48rem){.verdict-list li{grid-template-columns:minmax(0,1fr)}}
.stage h3::before{content:"";display:inline-block;width:.6em;height:.6em;border-radius:50%;
background:currentColor;margin-inline-end:.55em}
.provision{padding:2rem 0 1rem;border-top:1px solid var(--line)}
.provision h3{margin:.15rem 0 .45rem;font-size:1.25rem}
.over{font-size:.8125rem;color:var(--soft);margin:0}
.provision .moment{font-weight:600;margin-inline-end:.5em}
.tags{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 .8rem}
.cites{list-style:none;padding:0;font-size:.9063rem}
.cites b{font-weight:600}
ol.findings{list-style:none;padding:0}
.finding{padding:.75rem 0 .6rem;border-bottom:1px solid var(--hair)}
.finding .over b{color:var(--ink);font-weight:600}
.said{margin:.15rem 0 .2rem;max-width:46rem}
details.rows summary{font-size:.8125rem}
.seal{margin:.2rem 0;color:var(--soft);font-size:.8125rem}
p.seal{display:flex;gap:.7rem;align-items:start;flex-wrap:wrap}
.more{color:var(--soft);font-size:.875rem;margin:.7rem 0}
.callout{border-inline-start:3px solid var(--accent);background:var(--wash);padding:.9rem 1.2rem;
margin:0 0 1rem;max-width:46rem}
.callout p{margin:0}
.needs{list-style:none;padding:0}
.needs>li{padding:.9rem 0;border-bottom:1px solid var(--hair);display:grid;gap:.2rem 2rem;
grid-template-columns:minmax(0,1fr) minmax(0,1.2fr)}
.needs p{margin:0}.needs .could{color:var(--soft);font-size:.875rem}
.needs ul{list-style:none;padding:0;font-size:.9063rem}
@media(max-width:48rem){.needs>li{grid-template-columns:minmax(0,1fr)}}
.limits li{margin:.3rem 0;max-width:44rem}
.plan{border:1px solid var(--line);border-radius:3px;padding:.2rem 1.2rem 1rem;margin:1rem 0}
.plan h4{margin-top:1rem}`;

const drawings = `
figure{margin:1.4rem 0;min-width:0;overflow:clip;overflow-clip-margin:1rem}
figcaption{font-size:.9063rem;font-weight:600;margin-bottom:.5rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));
gap:0 2.5rem}
svg{display:block;overflow:visible}
svg text{font-size:11px;fill:var(--soft);font-variant-numeric:tabular-nums}
.columns .val,.columns .lab{text-anchor:middle}
.columns .val{fill:var(--ink)}
.columns .grid line{stroke:var(--hair)}
.columns .bar{fill:var(--accent)}
.columns.growth .bar{fill:var(--in)}
.columns .hit{fill:transparent}
.columns g:hover>.bar{opacity:.7}
.share{min-width:6rem;margin-top:.4rem}
.share .track{fill:var(--hair)}.share .fill{fill:var(--in)}.share.outgoing .fill{
fill:var(--after)}
.bands .band{fill:var(--accent)}.bands .whole .band{fill:var(--ink)}
.bands .lines line{stroke:var(--after);stroke-dasharray:4 3}.bands .lines text{fill:var(--after)}
.share .loss{fill:var(--after)}.share .win{fill:var(--ok)}
.pair.small{grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:0 2rem}
.marks .band{fill:var(--line)}.marks circle{fill:var(--ink)}.marks circle.out{fill:var(--after)}
.deepest .bar{opacity:.45}.deepest .more{fill:var(--accent)}
.growth-lines{font-size:.9063rem;max-width:46rem}
.spark rect{fill:var(--accent);opacity:.8}
.series{white-space:nowrap;font-variant-numeric:tabular-nums}
.icicle .rest{fill:var(--wash)}
.icicle .box{overflow:hidden}
.icicle .box rect{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
.icicle .d1 rect{fill-opacity:.86}.icicle .d2 rect{fill-opacity:.74}.icicle .d3 rect{
fill-opacity:.64}
.icicle .d4 rect{fill-opacity:.56}.icicle .d5 rect{fill-opacity:.5}
.icicle text{fill:var(--paper);font-size:12px}
.icicle .d3 text,.icicle .d4 text,.icicle .d5 text{fill:var(--ink)}
@media(max-width:40rem){.columns .val{display:none}.icicle .middle text{display:none}}
.chain{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 0;min-width:15rem}
.chain li{display:flex;align-items:baseline;gap:.35rem;overflow-wrap:anywhere}
.chain li+li::before{content:"›";color:var(--soft);margin:0 .15rem 0 .4rem}
.chain li:last-child bdi{font-weight:600}
.chain small{display:inline}
.chain .gap{color:var(--soft)}`;

export const pageStyle = base + frame + pieces + findings + drawings;
