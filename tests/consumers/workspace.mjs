/**
 * Where the projects are built: copies of them beside the packed package, which is installed as anybody
 * installs it. The folder is below the tools' node_modules, so that each finds the others as in any project.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL("./", import.meta.url));
const WORK = join(HERE, "work");
const WEB = fileURLToPath(new URL("../../web/", import.meta.url));

/** A project that says nothing of itself. */
const MANIFEST = { private: true, type: "module" };

/** Installs the tarball `$PACKAGE`, else one of what is built in web/; what is installed is packed, and nothing else. */
export function install() {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  writeFileSync(join(WORK, "package.json"), JSON.stringify(MANIFEST));
  const tarball = process.env.PACKAGE ?? pack();
  npm(WORK, "install", tarball, "--offline", "--ignore-scripts", "--no-audit", "--no-fund");
  renameSync(join(WORK, "node_modules/invite-users"), join(WORK, "installed"));
  // It would make this folder look like the root of all projects.
  const lockFile = join(WORK, "package-lock.json");
  const lock = readFileSync(lockFile);
  rmSync(lockFile);
  return { installed: join(WORK, "installed"), lock };
}

/** Copies a project out of these folders, the later over the earlier, and the installed package into it. */
export function copy(name, folders, installed) {
  const project = join(WORK, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify(MANIFEST));
  for (const folder of folders) cpSync(join(HERE, folder), project, { recursive: true });
  cpSync(installed, join(project, "node_modules/invite-users"), { recursive: true });
  return project;
}

/** The folder with the tools' programs. */
export const PROGRAMS = join(HERE, "node_modules/.bin");

function pack() {
  const [{ filename }] = JSON.parse(npm(WEB, "pack", "--json", "--pack-destination", WORK));
  return join(WORK, filename);
}

function npm(folder, ...args) {
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${folder}\n${stderr}`);
  return stdout;
}
