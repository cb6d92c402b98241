// Starts the real programs and takes each part's pictures; scripts/screenshots calls it.
import { launch, openPage } from '../../tests/browser/support/browser.mjs';
import { startStack, trialProcedure } from '../../tests/browser/support/stack.mjs';
import { camera } from './camera.mjs';
import { citizen } from './citizen.mjs';
import { desk } from './desk.mjs';
import { errors } from './errors.mjs';
import { kiosk } from './kiosk.mjs';
import { questions } from './questions.mjs';

const [folder, only] = process.argv.slice(2);
const PARTS = { citizen, questions, desk, errors, kiosk };

const atTheEnd = [];
const browser = await launch();
try {
  const start = (options) => startStack({ after: (end) => atTheEnd.push(end) }, options);
  const stack = await start({ trials: [trialProcedure('9.000001')] });
  const shoot = camera(folder);
  const open = async (path, options = {}) => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 }, ...options });
    if (path) await page.goto(stack.url + path);
    return page;
  };
  for (const [name, take] of Object.entries(PARTS)) {
    if (!name.includes(only)) continue;
    console.log(`   ${name}`);
    await take({ stack, start, open, shoot, folder });
  }
  console.log(`   the pictures are in ${folder}`);
} finally {
  await browser.close();
  for (const end of atTheEnd) await end();
}
