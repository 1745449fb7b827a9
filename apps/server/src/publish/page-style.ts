import { createHash } from 'node:crypto';

/** Of pages that come without the app: for readers without scripts, and inside frames. */
export const PAGE_STYLE = `
body{margin:0}
.tl-page{color-scheme:light dark;--ink:#1d1b1e;--quiet:#5f5a63;--line:#e2dfe4;--paper:#fff;--raised:#f6f5f7;--bar:#6d5ae6}
@media (prefers-color-scheme:dark){.tl-page{--ink:#ece9ee;--quiet:#a9a3ae;--line:#38343b;--paper:#161416;--raised:#211e22;--bar:#9d8fff}}
.tl-page *{box-sizing:border-box}
.tl-page{margin:0;min-height:100dvh;background:var(--paper);color:var(--ink);font:14px/1.45 Inter,system-ui,sans-serif;padding:20px 24px}
.tl-page h1{font-size:20px;margin:0 0 4px}
.tl-page h2{font-size:16px;margin:24px 0 8px}
.tl-page .quiet,.tl-page footer,.tl-page small,.tl-page dt{color:var(--quiet)}
.tl-page footer{margin-top:24px;font-size:12px}
.tl-page .scroll{overflow-x:auto}
.tl-page table{border-collapse:collapse;width:100%}
.tl-page th,.tl-page td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
.tl-page tbody th{font-weight:500;min-width:14rem}
.tl-page thead th{color:var(--quiet);font-size:12px;font-weight:500;white-space:nowrap}
.tl-page .group{background:var(--raised);padding-left:8px}
.tl-page .board{display:flex;gap:12px;align-items:flex-start}
.tl-page .column{flex:1 0 220px;max-width:340px;background:var(--raised);border-radius:8px;padding:10px}
.tl-page .column h3{font-size:13px;margin:0 0 8px}
.tl-page ul{list-style:none;margin:0;padding:0}
.tl-page li{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:8px 10px;margin-bottom:6px}
.tl-page li p{margin:0;font-weight:500}
.tl-page dl{margin:4px 0 0;font-size:12px}
.tl-page dl div{display:flex;gap:6px}
.tl-page dd{margin:0}
.tl-page .when{white-space:nowrap}
.tl-page .bar{width:50%}
.tl-page svg{display:block;width:100%;height:14px;fill:var(--bar)}
.tl-page form{display:flex;gap:8px;align-items:end;flex-wrap:wrap;margin-top:12px}
.tl-page label{display:grid;gap:4px}
.tl-page input,.tl-page button{font:inherit;padding:6px 10px;border:1px solid var(--quiet);border-radius:6px;background:var(--paper);color:var(--ink)}
.tl-page a{color:inherit}
`;

/** What a content security policy names it by. */
export const PAGE_STYLE_HASH = `sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`;
