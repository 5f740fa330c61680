/** On paper: A4, everything unfolded, a running head that names the report by its digest. */
export function printStyle(runningHead: string): string {
  return `
@page{size:A4;margin:20mm 16mm 18mm;
@top-left{content:"${runningHead}";font:7pt ui-monospace,monospace;color:#555b67}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt Georgia,serif;color:#555b67}}
@media print{
html{font-size:9.5pt}
body{background:none;font-size:1rem;line-height:1.5;-webkit-print-color-adjust:exact;
print-color-adjust:exact}
body::before,nav,.switches,.tools,.skip,button.copy,button.sort::after{display:none!important}
.top,.page,footer{max-width:none;padding:0}
.page{display:block}
main{border:0;padding:0}
main>section{padding:6mm 0}
h2,h3,h4,caption,figcaption,.cites,summary{break-after:avoid}
.provision>header,.over{break-after:avoid}
.provision>header,tr,figure,.finding>.over,.tiles div,.needs>li,.callout,
.verdict-list li{break-inside:avoid}
.finding{break-inside:auto}
h4+.note,h3+.note{break-after:avoid}
thead{display:table-header-group}
details::details-content{content-visibility:visible!important;block-size:auto!important;
display:block!important}
summary{list-style:none;color:var(--soft)}
summary::-webkit-details-marker{display:none}
.scroll{overflow:visible}
table{font-size:.86rem}
.tiles{grid-template-columns:repeat(4,minmax(0,1fr))}
td.n{white-space:normal}
a{color:inherit;text-decoration:none}
.pair{grid-template-columns:1fr 1fr}
}`;
}
