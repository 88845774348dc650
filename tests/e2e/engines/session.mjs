/** One engine that runs: its driver, a screen where it needs one, and a session of WebDriver. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Builder, Capabilities } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";

const PICTURES = fileURLToPath(new URL("../../../target/engines/", import.meta.url));

/** Tall enough that nothing has to be scrolled to before it is pressed. */
const WINDOW = { x: 0, y: 0, width: 1000, height: 1100 };

/** A browser that is driven. */
export class Session {
  #engine;
  #screen;
  #service;

  constructor(engine) {
    this.#engine = engine;
  }

  /** Starts everything; `programs` as `programsOf` has found them. */
  async start(programs) {
    const environment = { ...process.env };
    if (programs.screen) {
      this.#screen = await Screen.start(programs.screen);
      environment.DISPLAY = this.#screen.display;
      // It would draw on the person's own desktop else.
      delete environment.WAYLAND_DISPLAY;
    }
    this.#service = new DriverService.Builder(programs.driver)
      .setLoopback(true).setEnvironment(environment).build();
    const capabilities = new Capabilities(this.#engine.capabilities(programs));
    const address = await this.#service.start();
    this.driver = await new Builder().disableEnvironmentOverrides()
      .usingServer(address).withCapabilities(capabilities).build();
    await this.driver.manage().window().setRect(WINDOW);
  }

  async stop() {
    try {
      await this.driver?.quit();
    } finally {
      await this.#service?.kill();
      this.#screen?.stop();
    }
  }

  /** The name and version that the browser tells. */
  async version() {
    const capabilities = await this.driver.getCapabilities();
    return `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`;
  }

  /** Keeps what is on the screen under a name; answers the picture's path. */
  async picture(name) {
    const path = `${PICTURES}${`${this.#engine.name} ${name}`.replace(/\W+/g, "-")}.png`;
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(path, await this.driver.takeScreenshot(), "base64");
    return path;
  }
}

/** A screen in memory. */
class Screen {
  #server;

  static async start(program) {
    // The server itself finds a free number and tells it.
    const args = ["-displayfd", "1", "-screen", "0", "1280x1200x24", "-nolisten", "tcp"];
    const server = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"] });
    const failed = once(server, "exit").then(() => {
      throw new Error(`${program} ended before it had a screen`);
    });
    const lines = createInterface({ input: server.stdout });
    const [number] = await Promise.race([once(lines, "line"), failed]);
    // From now on it ends when it is stopped.
    failed.catch(() => {});
    const screen = new Screen();
    screen.#server = server;
    screen.display = `:${number}`;
    return screen;
  }

  stop() {
    this.#server.kill();
  }
}
