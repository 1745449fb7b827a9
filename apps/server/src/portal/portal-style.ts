import { createHash } from 'node:crypto';

/** Light and dark, phone and wide; the brand's colour comes in `--brand`. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1d1b1e;--quiet:#635e67;--line:#e4e1e6;--paper:#fff;--raised:#f7f6f8;--brand:#5b4fd6;--on-brand:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#ece9ee;--quiet:#a9a3ae;--line:#35313a;--paper:#151316;--raised:#1f1c21}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
a{color:inherit}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px 12px;z-index:1}
header,main,footer{max-width:760px;margin:0 auto;padding:0 20px}
header{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;padding-top:20px;padding-bottom:20px}
header .name{font-weight:650;font-size:18px;text-decoration:none;margin-right:auto}
header nav{display:flex;gap:4px;align-items:center;flex-wrap:wrap}
header nav a,.tabs a{padding:6px 10px;border-radius:8px;text-decoration:none;color:var(--quiet)}
header nav a:hover,.tabs a:hover{background:var(--raised);color:var(--ink)}
[aria-current]{color:var(--ink)!important;background:var(--raised);font-weight:550}
h1{font-size:26px;line-height:1.25;margin:8px 0 4px;letter-spacing:-.01em}
h2{font-size:17px;margin:28px 0 8px}
.quiet,small,footer{color:var(--quiet)}small{font-size:14px}
footer{padding-top:40px;padding-bottom:32px;font-size:14px;display:flex;gap:16px;flex-wrap:wrap}
form{margin:0}
.row{display:flex;gap:8px;align-items:center;flex-wrap:wrap}
.search{margin:20px 0 12px}.search input{flex:1 1 220px}
input,textarea,button,.button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:9px 12px;min-height:44px}
input,textarea{border-color:#8c8690;width:100%;font-weight:400}.row input{width:auto}
textarea{min-height:140px;resize:vertical}
button,.button{cursor:pointer;text-decoration:none;font-weight:550;display:inline-flex;align-items:center;gap:8px}
button:hover,.button:hover{background:var(--raised)}
.primary{background:var(--brand);border-color:var(--brand);color:var(--on-brand)}.primary:hover{background:var(--brand);filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
label,.field{display:grid;gap:6px;margin:16px 0;font-weight:550}label small{font-weight:400}
.problem{color:#b42318;font-weight:500}@media (prefers-color-scheme:dark){.problem{color:#ff9c8f}}
.tabs{display:flex;gap:2px;flex-wrap:wrap;margin:0 0 8px}
.tabs+.tabs{font-size:14px}
ul.posts{list-style:none;margin:0;padding:0}
.posts li{display:grid;grid-template-columns:64px 1fr;gap:16px;padding:16px 0;border-top:1px solid var(--line)}
.posts h3{margin:0;font-size:17px;line-height:1.35}.posts h3 a{text-decoration:none}.posts h3 a:hover{text-decoration:underline}
.posts p{margin:4px 0 0;color:var(--quiet);display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.vote{width:64px;min-height:58px;flex-direction:column;gap:0;justify-content:center;padding:4px;font-variant-numeric:tabular-nums}
.vote svg{width:14px;height:14px;fill:currentColor}
.vote[aria-pressed=true]{border-color:var(--brand);color:var(--brand)}
@media (prefers-color-scheme:dark){.vote[aria-pressed=true]{color:var(--ink);background:var(--raised)}}
.meta{display:flex;gap:6px 14px;flex-wrap:wrap;align-items:center;margin-top:8px;font-size:14px;color:var(--quiet)}
.stage{border:1px solid var(--line);border-radius:99px;padding:1px 10px;color:var(--ink);font-size:13px}
.stage::before{content:"";display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:6px;background:#8c8690}
.stage.planned::before{background:#3b82f6}.stage.active::before{background:#d97706}.stage.done::before{background:#16a34a}.stage.backlog::before{background:#8b5cf6}
.words{white-space:pre-wrap;margin:12px 0}
.note{background:var(--raised);border-radius:10px;padding:12px 16px;margin:16px 0}
.comments{list-style:none;margin:0;padding:0}.comments li{padding:12px 0;border-top:1px solid var(--line)}
.comments .words{margin:4px 0 0}
.team{color:var(--ink);font-weight:600}
.pages{display:flex;justify-content:space-between;padding:16px 0}
.gap{margin-left:auto}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
thead th{color:var(--quiet);font-size:14px}.group{font-weight:600}
.board{display:flex;gap:12px;align-items:flex-start}.column{flex:1 0 220px;background:var(--raised);border-radius:12px;padding:12px}.column h3{margin:0 0 8px;font-size:15px}
.column ul{list-style:none;margin:0;padding:0}.column li{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:8px 10px;margin-bottom:8px}.column li p{margin:0;font-weight:550}
dl{margin:4px 0 0;font-size:14px}dl div{display:flex;gap:6px}dd{margin:0}dt{color:var(--quiet)}
table .bar{width:50%}table svg{display:block;width:100%;height:14px;fill:var(--brand)}
.entry{padding:8px 0 20px;border-bottom:1px solid var(--line)}.entry h2{font-size:20px;margin:16px 0 0}.entry h2 a{text-decoration:none}.entry h2 a:hover{text-decoration:underline}
.text{margin-top:12px}.text h3{font-size:17px;margin:20px 0 4px}.text h4,.text h5,.text h6{font-size:16px;margin:16px 0 4px}.text p{margin:8px 0}.text li p{margin:2px 0}
.text pre{overflow-x:auto;background:var(--raised);border-radius:10px;padding:12px}.text blockquote{margin:12px 0;padding-left:14px;border-left:3px solid var(--line);color:var(--quiet)}.text hr{border:0;border-top:1px solid var(--line);margin:20px 0}
fieldset{border:0;padding:0;margin:20px 0;min-width:0}legend{padding:0;font-weight:550}.asked{font-size:20px;margin-bottom:8px}
.survey{padding-top:32px;padding-bottom:32px}.points{display:flex;flex-wrap:wrap;gap:6px}.points .choice{flex:1 0 44px}.ends{display:flex;justify-content:space-between;gap:16px;font-size:14px;margin-top:6px}
.choice{position:relative;display:flex;margin:0 0 6px;font-weight:500}.choice input{position:absolute;inset:0;width:100%;min-height:0;height:100%;margin:0;opacity:0;cursor:pointer}.choice span{flex:1;display:flex;align-items:center;min-height:44px;padding:8px 12px;border:1px solid #8c8690;border-radius:10px}.points .choice span{justify-content:center;font-variant-numeric:tabular-nums}
.choice input:checked+span{background:var(--brand);border-color:var(--brand);color:var(--on-brand)}.choice input:focus-visible+span{outline:3px solid var(--brand);outline-offset:2px}.choice:hover span{border-color:var(--brand)}
@media (max-width:520px){.posts li{grid-template-columns:56px 1fr;gap:12px}.vote{width:56px}h1{font-size:22px}}
`.trim();

const HASH = createHash('sha256').update(STYLE).digest('hex').slice(0, 16);

/** The same content has the same address: browsers keep it for good. */
export const PORTAL_STYLE = { path: `/portal-files/${HASH}.css`, text: STYLE } as const;

/** The colour of a portal's buttons, and black or white on it, whichever is easier to read. */
export function brandStyle(color: unknown): string {
  if (typeof color !== 'string') return '';
  return `:root{--brand:${color};--on-brand:${inkOn(color)}}`;
}

/** Black or white. */
export function inkOn(color: string): string {
  return luminance(color) > 0.179 ? '#000' : '#fff';
}

/** Relative luminance of `#rrggbb`: WCAG 2.2; above 0.179 black contrasts more than white. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
