/** VS Code in a browser: code-server from npm, outside of the repository, started for one workspace. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const version = "4.100.3";

/** Its entry. @param folder where it is, or is to be; installing takes some minutes, a compiler of C++, and ripgrep on the PATH */
export function codeServer(folder) {
  const own = join(folder, "node_modules/code-server"), vscode = join(own, "lib/vscode"), entry = join(own, "out/node/entry.js");
  if (existsSync(join(vscode, "node_modules/node-pty/build/Release/pty.node"))) return entry;
  const npm = (cwd, ...args) => run("npm", [...args, "--no-audit", "--no-fund"], cwd);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  npm(folder, "install", `code-server@${version}`, "--ignore-scripts");
  for (const at of [vscode, join(vscode, "extensions")]) npm(at, "install", "--ignore-scripts", "--omit=dev", "--legacy-peer-deps");
  npm(vscode, "rebuild", "node-pty", "@vscode/spdlog", "native-watchdog");
  npm(folder, "rebuild", "argon2");
  symlinkSync("node_modules", join(vscode, "node_modules.asar"));
  const ripgrep = spawnSync("sh", ["-c", "command -v rg"], { encoding: "utf8" }).stdout.trim();
  const bin = join(vscode, "node_modules/@vscode/ripgrep/bin");
  mkdirSync(bin, { recursive: true });
  if (ripgrep !== "") symlinkSync(ripgrep, join(bin, "rg"));
  return entry;
}

function run(program, args, cwd) {
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, npm_config_yes: "true" } });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr.slice(-2000)}`);
}

/** @returns the address of the workspace, and how to stop */
export async function serve(entry, { home, workspace, vsix, settings }) {
  const data = join(home, "data"), extensions = join(home, "extensions");
  mkdirSync(join(data, "User"), { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify(settings));
  const folders = ["--user-data-dir", data, "--extensions-dir", extensions];
  // Nothing of whoever runs this.
  const env = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" };
  const installed = spawnSync(process.execPath, [entry, ...folders, "--install-extension", vsix], { encoding: "utf8", env });
  if (installed.status !== 0) throw new Error(`the extension cannot be installed: ${installed.stdout}${installed.stderr}`);
  const port = await freePort();
  const child = spawn(process.execPath, [
    entry, ...folders, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", workspace,
  ], { stdio: ["ignore", "pipe", "pipe"], env });
  await new Promise((done, failed) => {
    child.stdout.on("data", (text) => String(text).includes("HTTP server listening") && done());
    child.on("exit", (code) => failed(new Error(`code-server ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}`, stop: () => child.kill("SIGTERM") };
}

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
