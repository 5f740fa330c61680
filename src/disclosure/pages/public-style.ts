/** Style of public pages: ink on paper, 4.5 : 1 and more, one column on a telephone. */
export const publicStyle = `
:root{color-scheme:light;--ink:#1b1e25;--soft:#4d535f;--line:#d5d8df;--accent:#2f3f8f;
--wash:#f3f4f8;--ground:#f7f7f5}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:anywhere;
font:16px/1.65 "Segoe UI",Inter,-apple-system,BlinkMacSystemFont,"Helvetica Neue","PingFang SC",
"Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
h1,h2,h3,h4{font-family:Georgia,"Noto Serif","Songti SC","Noto Serif CJK SC","Noto Serif SC",SimSun,
serif;font-weight:600;line-height:1.35;margin:0}
h1{font-size:1.625rem}
h2{font-size:1.25rem;margin:2rem 0 .7rem}
h3{font-size:1.125rem;margin:1.4rem 0 .4rem}
article h2,article h3,article h4{font-size:1.125rem;margin:0}
dl.firm{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.2rem 1.2rem;margin:0}
.firm dt{color:var(--soft)}.firm dd{margin:0}
p{margin:0 0 .7em;max-width:46rem}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
bdi{unicode-bidi:isolate}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset-inline-start:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:9}
header,main,footer{max-width:72rem;margin:0 auto;padding:1.1rem clamp(1rem,3vw,2.5rem)}
.top{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;align-items:baseline}
.top p{margin:0;margin-inline-end:auto;font-weight:600}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem .5rem;list-style:none;margin:.8rem 0 0;padding:0}
nav a{display:block;padding:.35rem .8rem;border:1px solid var(--line);border-radius:99px;
background:#fff;text-decoration:none}
nav a[aria-current]{background:var(--ink);border-color:var(--ink);color:#fff}
main{background:#fff;border:1px solid var(--line);border-radius:3px;padding-block:1.8rem 2.4rem}
.lead{color:var(--soft);margin:.6rem 0 1.4rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem;margin:0}
.figures div{border-top:3px solid var(--accent);background:var(--wash);padding:.8rem 1rem}
.figures dt{color:var(--soft);font-size:.875rem}
.figures dd{margin:0;font-size:1.75rem;line-height:1.3;font-variant-numeric:tabular-nums}
article{border-top:1px solid var(--line);padding:1.3rem 0}
article:first-of-type{border-top:0;padding-top:.4rem}
article dl{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.2rem 1rem;margin:.7rem 0 0}
article dt{color:var(--soft);font-size:.9375rem}
article dd{margin:0;white-space:pre-line}
.code{margin-top:.6rem;font-family:ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;
font-size:.8125rem;color:var(--soft)}
form{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:0 0 1.4rem}
label{flex:1 1 18rem;display:block}
label span{display:block;font-size:.9375rem;margin-bottom:.25rem}
input,button{font:inherit;min-height:2.75rem;border:1px solid #767c89;border-radius:4px;
padding:.4rem .7rem}
input{width:100%;background:#fff;color:inherit}
button{background:var(--accent);border-color:var(--accent);color:#fff;cursor:pointer}
ol.steps li{margin-bottom:.8rem;max-width:46rem}
footer{color:var(--soft);font-size:.875rem}
@media(max-width:40rem){article dl{grid-template-columns:minmax(0,1fr);gap:0}
article dd{margin-bottom:.5rem}main{border-inline:0;border-radius:0}h1{font-size:1.375rem}}
@media print{body,main{background:#fff;border:0}nav,form,.skip,.top a{display:none}
article{break-inside:avoid}a{color:inherit;text-decoration:none}}`;
