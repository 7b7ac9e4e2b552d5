import { launchBrowser } from '../browser.ts';
import { takePictures } from './take-pictures.ts';

// `npm run docs:pictures`: takes the pictures of the documentation anew, from the sandbox in a real browser.
const browser = await launchBrowser();
if ('reason' in browser) {
  process.stderr.write(
    `No browser runs here: ${browser.reason}\nInstall Chrome, or take the pictures on Linux on x64.\n`,
  );
  process.exitCode = 1;
} else {
  try {
    for (const path of await takePictures(browser)) process.stdout.write(`${path}\n`);
  } finally {
    await browser.close();
  }
}
