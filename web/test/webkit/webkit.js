import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Builder, By, until } from 'selenium-webdriver';
import { PATIENCE } from '../browser/phone.js';
import { freePort } from '../browser/stack.js';

/**
 * The engine of every browser on an iPhone, as Debian has it: WebKitGTK's MiniBrowser by its own WebDriver, on a display
 * nobody sees. Not an iPhone: its Safari has other permissions, its own limits of storage and no WebKitGTK beneath.
 */
const DRIVER = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const BROWSER = process.env.WEBKIT_BROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** @returns open(width, height) → a window of its own; close() */
export async function webkit() {
  for (const part of [DRIVER, BROWSER]) assert.ok(existsSync(part), `No ${part}: apt-get install webkit2gtk-driver xvfb`);
  const children = [];
  const start = (command, args, options) => {
    const child = spawn(command, args, options);
    children.push(child);
    return child;
  };
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [display] = await once(createInterface({ input: screen.stdio[3] }), 'line');
  const port = await freePort();
  start(DRIVER, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${display}`, LANG: 'zh_CN.UTF-8' } });
  await answers(port);
  return {
    async open(width, height) {
      const browser = await new Builder().usingServer(`http://127.0.0.1:${port}`).forBrowser('MiniBrowser')
        .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } }).build();
      await browser.manage().window().setRect({ width, height });
      return new Page(browser);
    },
    close() {
      for (const child of children.reverse()) child.kill();
    },
  };
}

/** What a person does with one window, in the words that stand on the page. */
export class Page {
  constructor(browser) {
    this.browser = browser;
  }

  async goto(address) {
    await this.browser.get(address);
    await this.browser.executeScript('window.failures = []; addEventListener("error", (e) => failures.push(String(e.message))); addEventListener("unhandledrejection", (e) => failures.push(String(e.reason)));');
  }

  /** @param where CSS, or an XPath that begins with // */
  async seen(where) {
    const by = where.startsWith('//') ? By.xpath(where) : By.css(where);
    try {
      return await this.browser.wait(async () => {
        for (const found of await this.browser.findElements(by)) if (await found.isDisplayed()) return found;
        return null;
      }, PATIENCE);
    } catch (failure) {
      await this.picture(`failed-${Date.now()}`);
      throw new Error(`never seen: ${where}\n${await this.text()}`, { cause: failure });
    }
  }

  says(text) {
    return this.seen(`//*[contains(normalize-space(text()), "${text}")]`);
  }

  async type(label, text) {
    const field = await this.seen(`//label[contains(normalize-space(.), "${label}")]//*[self::input or self::textarea] | //*[@id = //label[contains(normalize-space(.), "${label}")]/@for]`);
    await field.clear();
    await field.sendKeys(text);
  }

  /** @param words that its name begins with */
  async press(words) {
    const button = await this.seen(`//*[self::button or self::a or self::label][starts-with(normalize-space(.), "${words}")]`);
    await this.browser.executeScript('arguments[0].scrollIntoView({ block: "center" })', button);
    await button.click();
  }

  /** The chooser of files is the browser's own window: the file goes in where the chooser would put it. */
  async choose(input, file) {
    const found = await this.browser.wait(until.elementLocated(By.css(input)), PATIENCE);
    await found.sendKeys(file);
  }

  /** WebDriver takes no canvas for something that is seen. */
  async mapIsDrawn() {
    await this.browser.wait(() => this.ask('return [...document.querySelectorAll("canvas")].some((one) => one.getContext("2d").getImageData(one.width / 2, one.height / 2, 1, 1).data[3] > 0)'), PATIENCE, 'no map is drawn');
  }

  ask(script, ...given) {
    return this.browser.executeScript(script, ...given);
  }

  async text() {
    return this.ask('return document.body.innerText');
  }

  /** What stands beside the window, and what failed on the page. */
  async isWhole(what) {
    assert.deepEqual(await this.ask('return window.failures'), [], what);
    assert.ok((await this.ask('return document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0, `${what}: something stands beside the window`);
  }

  async picture(name) {
    await mkdir('test-results', { recursive: true });
    await writeFile(`test-results/webkit-${name}.png`, Buffer.from(await this.browser.takeScreenshot(), 'base64'));
  }

  close() {
    return this.browser.quit();
  }
}

/** The way to the product, which can be cut: WebDriver cannot take a window off the network. */
export async function wayTo(address) {
  const { hostname, port } = new URL(address);
  const under = new Set();
  let open = true;
  const door = createServer((from) => {
    if (!open) return from.destroy();
    const to = connect(Number(port), hostname);
    for (const side of [from, to]) {
      under.add(side);
      side.on('error', () => {}).on('close', () => {
        under.delete(side);
        from.destroy();
        to.destroy();
      });
    }
    from.pipe(to).pipe(from);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const cut = () => {
    open = false;
    for (const side of under) side.destroy();
  };
  return {
    address: `http://127.0.0.1:${door.address().port}`,
    cut,
    mend: () => (open = true),
    close: () => {
      cut();
      door.close();
    },
  };
}

async function answers(port) {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false)) return;
    await setTimeout(100);
  }
  throw new Error('WebKitWebDriver does not answer');
}
