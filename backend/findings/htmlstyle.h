// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gw {

/// The style sheet of the HTML report: the colours of the window, light and dark, and a plain page for paper.
inline QByteArray htmlReportStyle()
{
    return R"(
:root { color-scheme: light dark;
  --background:#F5F6F8; --surface:#FFFFFF; --raised:#FAFBFC; --border:#E2E6EC; --text:#18212D; --muted:#5F6B7C;
  --accent:#2563EB; --critical:#C2321F; --critical-ground:#FDECEA; --warning:#B26A00; --warning-ground:#FFF4E0;
  --info:#1D6FB8; --info-ground:#E7F2FB; --good:#12805C; --good-ground:#E4F6EE; }
@media screen and (prefers-color-scheme: dark) { :root {
  --background:#10141A; --surface:#181E26; --raised:#1E2530; --border:#2A3340; --text:#E4E9F0; --muted:#98A4B5;
  --accent:#6AA5FF; --critical:#FF7A66; --critical-ground:#3A1D1B; --warning:#F2B04A; --warning-ground:#372A14;
  --info:#6DB8F2; --info-ground:#14293A; --good:#4CC79A; --good-ground:#12302A; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--background); color:var(--text);
  font: 14px/1.5 Inter, system-ui, "Noto Sans CJK SC", sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 24px; margin: 0; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 32px 0 12px; }
h3 { font-size: 15px; margin: 0; overflow-wrap: anywhere; }
p { margin: 8px 0 0; }
code, pre { font: 12.5px/1.5 "JetBrains Mono", ui-monospace, monospace; }
.muted { color: var(--muted); }
.counts { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 16px; }
.badge { display: inline-block; padding: 2px 10px; border-radius: 999px; font-size: 12.5px; font-weight: 600;
  white-space: nowrap; }
.critical { color: var(--critical); background: var(--critical-ground); }
.high, .medium { color: var(--warning); background: var(--warning-ground); }
.low, .info { color: var(--info); background: var(--info-ground); }
.good { color: var(--good); background: var(--good-ground); }
.card { background: var(--surface); border: 1px solid var(--border); border-radius: 10px; padding: 16px;
  margin-bottom: 12px; break-inside: avoid; }
.head { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.place { margin-top: 4px; color: var(--muted); overflow-wrap: anywhere; }
pre { margin: 12px 0 0; padding: 12px; background: var(--raised); border: 1px solid var(--border); border-radius: 7px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.source { margin-top: 12px; font-size: 12.5px; color: var(--muted); }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--border); }
th, td { text-align: left; padding: 8px 12px; border-top: 1px solid var(--border); vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; color: var(--muted); border-top: 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
details > summary { cursor: pointer; font-weight: 600; margin: 32px 0 12px; }
@media screen and (max-width: 640px) {
  main { padding: 20px 12px 40px; }
  table, tbody, tr, td { display: block; } thead { display: none; }
  tr { padding: 8px 12px; border-top: 1px solid var(--border); } tr:first-child { border-top: 0; }
  td { padding: 0; border: 0; } td + td { margin-top: 4px; color: var(--muted); } td:empty { display: none; } }
@media print {
  :root { color-scheme: light; --background:#FFF; --surface:#FFF; --raised:#FFF; --border:#BBB; --text:#000;
    --muted:#444; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  h2, summary { break-after: avoid; } .card { break-inside: auto; } .head, .place { break-after: avoid; }
  .badge { border: 1px solid; } details::details-content { content-visibility: visible; display: block; } }
)";
}

} // namespace gw
