/** Light and dark; the portal's colour comes in `--brand`. Set as a sheet, which no policy of the page forbids. */
export const WIDGET_STYLE = `
:host{all:initial;color-scheme:light dark}
.open,dialog{--ink:#1d1b1e;--quiet:#635e67;--line:#e4e1e6;--edge:#8c8690;--paper:#fff;--raised:#f7f6f8;--bad:#b42318;font:15px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--ink)}
@media (prefers-color-scheme:dark){.open,dialog{--ink:#ece9ee;--quiet:#a9a3ae;--line:#35313a;--paper:#151316;--raised:#1f1c21;--bad:#ff9c8f}}
*{box-sizing:border-box}
[hidden]{display:none!important}
.open{position:fixed;right:20px;bottom:20px;z-index:2147483000;min-height:44px;padding:10px 18px;border:0;border-radius:99px;background:var(--brand,#5b4fd6);color:var(--on-brand,#fff);font-weight:600;cursor:pointer;box-shadow:0 4px 16px #0003}
dialog{position:fixed;inset:auto 20px 20px auto;width:min(400px,calc(100vw - 24px));max-height:min(680px,calc(100vh - 40px));overflow:auto;margin:0;padding:0 20px 20px;border:1px solid var(--line);border-radius:16px;background:var(--paper);box-shadow:0 12px 48px #0005}
dialog::backdrop{background:#0000001f}
header{display:flex;align-items:center;gap:8px;position:sticky;top:0;background:var(--paper);padding:14px 0 6px}
h2{font-size:17px;margin:0;flex:1}
h3{font-size:14px;margin:4px 0}
.field{display:grid;gap:5px;margin:12px 0;font-weight:550}
small{font-weight:400;color:var(--quiet);font-size:13px}
input,textarea,button{font:inherit;color:inherit}
input:not([type=checkbox]),textarea{width:100%;background:var(--paper);border:1px solid var(--edge);border-radius:10px;padding:9px 12px;font-weight:400}
textarea{min-height:84px;resize:vertical}
.check{display:flex;gap:8px;align-items:flex-start;margin:8px 0;min-height:24px}
.check input{width:18px;height:18px;margin:2px 0 0;accent-color:var(--brand,#5b4fd6)}
dialog button,a.vote{min-height:36px;padding:6px 12px;border:1px solid var(--line);border-radius:10px;background:var(--paper);color:var(--ink);text-decoration:none;font-weight:550;cursor:pointer}
dialog button:hover,a.vote:hover{background:var(--raised)}
dialog button.primary{width:100%;min-height:44px;margin-top:8px;background:var(--brand,#5b4fd6);border-color:transparent;color:var(--on-brand,#fff)}
dialog button:disabled{opacity:.6;cursor:default}
:focus-visible{outline:3px solid var(--brand,#5b4fd6);outline-offset:2px}
ul{list-style:none;margin:0;padding:0}
li{display:flex;gap:12px;align-items:center;padding:8px 0;border-top:1px solid var(--line)}
li span{flex:1;overflow-wrap:anywhere}
.similar{background:var(--raised);border-radius:12px;padding:8px 12px}
canvas{width:100%;border:1px solid var(--line);border-radius:8px;display:block}
.problem{color:var(--bad);margin:8px 0;font-weight:500}
`;
