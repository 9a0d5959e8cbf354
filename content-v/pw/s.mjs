import { chromium } from 'playwright-core';
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const base='http://127.0.0.1:8917/';
const shots=[['why-advocacy/only-if-you-want.html','why-believe'],['say-who-you-are/where-to-put-it.html','dsc-first-word'],['account-safety/keep-your-account.html','sec-lost-steps'],['hard-moments/trolls-mistakes-incidents.html','cri-what-helps']];
const c=await b.newContext({viewport:{width:390,height:844}});
for (const [p,i] of shots){
  const pg=await c.newPage(); await pg.goto(base+p); await pg.waitForSelector(`#${i} form, #${i} button`,{timeout:20000}).catch(e=>console.log(i,'no form'));
  const el=await pg.$('#'+i); if(!el){console.log('none',i);continue}
  const sec=await pg.evaluateHandle(e=>e.closest('section')||e,el);
  await sec.asElement().screenshot({path:`${i}.png`});
  await pg.close();
}
// wrong answers, then retry of the match
const pg=await c.newPage(); await pg.goto(base+'hard-moments/trolls-mistakes-incidents.html');
const sec=pg.locator('section',{has:pg.locator('#cri-what-helps')}).last();
const target=await pg.$('#cri-what-helps'); const root=(await pg.evaluateHandle(e=>e.closest('section')||e,target)).asElement();
const selects=await root.$$('select'); console.log('selects',selects.length);
for(const s of selects){ await s.selectOption({index:1}); }
await (await root.$('button:has-text("Check")')).click(); await pg.waitForTimeout(600);
await root.screenshot({path:'match-answered.png'});
const again=await root.$('button:has-text("again")'); if(again){await again.click(); await pg.waitForTimeout(600); await root.screenshot({path:'match-again.png'});} else console.log(await root.innerText());
await b.close();
