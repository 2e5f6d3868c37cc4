import { chromium } from 'playwright-core';
import { cpSync, readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import http from 'node:http';
const root='/tmp/big-search/dist';
for (const d of readdirSync('dist')) if (!['pagefind','cards','pictures','briefs'].includes(d)) cpSync('dist/'+d, root+'/'+d, {recursive:true});
const dirs = readdirSync(root+'/pagefind').filter(d=>/-\d{4}$/.test(d));
const langs={en:['Latn'],ar:['Arab'],'zh-Hans':['Hani']};
const settings={base:'/pagefind/',languages:Object.entries(langs).map(([lang,scripts])=>({lang,name:lang,scripts,briefs:lang==='en'?8000:1000,years:dirs.filter(d=>d.startsWith(lang)).sort().reverse().map(folder=>({year:folder.slice(-4),folder,tag:'t'}))}))};
let html=readFileSync('dist/search/index.html','utf8');
html=html.replace(/data-settings="[^"]*"/, ()=>`data-settings="${JSON.stringify(settings).replaceAll('"','&#34;')}"`).replace(/data-result="es"/,'data-result="xx"');
writeFileSync(root+'/search/index.html',html);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const q of process.argv.slice(2)) {
 const page = await browser.newPage(); let raw=0, gz=0, n=0; const by={};
 page.on('response', async r => { if (!/pagefind\//.test(r.url())) return; const b = await r.body(); raw+=b.length; gz += /\.js|json/.test(r.url()) ? gzipSync(b).length : b.length; n++; const k=r.url().replace(/.*\.(\w+)(\?.*)?$/,'$1'); by[k]=[(by[k]?.[0]??0)+1,(by[k]?.[1]??0)+b.length]; });
 page.on('console', m=>console.log(m.text()));
 const t=Date.now();
 await page.goto('http://localhost:8134/search/?'+q); await page.waitForFunction(()=>document.querySelector('#search-status').textContent && !/Searching/.test(document.querySelector('#search-status').textContent)); const ms=Date.now()-t;
 await page.waitForTimeout(200);
 console.log(q, '|', await page.locator('#search-status').textContent(), await page.locator('#search-aside').textContent(), 'raw', raw, 'gz', gz, 'requests', n, ms+'ms', JSON.stringify(by));
 await page.close();
}
await browser.close();
