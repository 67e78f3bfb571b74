/** What a person does in VS Code, by keyboard, and sees. */
import { join } from "node:path";

const timeout = 60_000;

export class Workbench {
  constructor(page, screenshots) {
    this.page = page;
    this.screenshots = screenshots;
    page.setDefaultTimeout(timeout);
  }

  async ready() {
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 120_000 });
  }

  async step(name, work) {
    try {
      await work();
      console.log(`ok: ${name}`);
    } catch (error) {
      await this.shot("failed");
      throw new Error(`${name}: ${error.message}`, { cause: error });
    }
  }

  shot(name) {
    return this.page.screenshot({ path: join(this.screenshots, `${name}.png`) });
  }

  /** In the quick input box that is open. */
  async pick(text, label = text) {
    const rows = this.page.locator(".quick-input-widget:visible .monaco-list-row");
    await this.page.locator(".quick-input-widget:visible").waitFor();
    await this.page.keyboard.type(text);
    await rows.filter({ has: this.page.locator(".label-name").getByText(label, { exact: true }) }).first().click();
  }

  async command(name) {
    await this.page.keyboard.press("F1");
    await this.pick(name);
  }

  async open(path) {
    await this.page.keyboard.press("Control+P");
    await this.pick(path, path.split("/").at(-1));
    await this.page.locator(".editor-instance .view-line").first().waitFor();
  }

  async save() {
    await this.page.keyboard.press("Control+S");
  }

  async replace(find, replacement) {
    await this.page.locator(".editor-instance .view-lines").first().click();
    await this.page.keyboard.press("Control+H");
    const widget = this.page.locator(".find-widget.replaceToggled");
    await widget.locator(".find-part textarea").fill(find);
    await widget.locator(".replace-part textarea").fill(replacement);
    await this.page.waitForTimeout(300);
    await this.page.keyboard.press("Control+Alt+Enter");
    await this.page.keyboard.press("Escape");
  }

  lensAt(text) {
    return this.page.locator(".codelens-decoration a, .codelens-decoration span").filter({ hasText: text }).first();
  }

  async lens(text) {
    await this.lensAt(text).waitFor();
  }

  lenses() {
    return this.page.locator(".codelens-decoration").count();
  }

  /** In the status bar. */
  said(text) {
    return this.page.locator(".statusbar-item").filter({ hasText: text }).count();
  }

  /** What the workspace may do is said in the status bar. */
  async restricted() {
    await this.page.locator(".statusbar-item").filter({ hasText: "Restricted Mode" }).waitFor();
  }

  async clickLens(text) {
    await this.lensAt(text).click();
  }

  async problems() {
    await this.command("Problems: Focus on Problems View");
  }

  problemAt(text) {
    return this.page.locator(".markers-panel .monaco-list-row").filter({ hasText: text }).first();
  }

  async problem(text) {
    await this.problemAt(text).waitFor();
  }

  async goToProblem(text) {
    await this.problemAt(text).dblclick();
  }

  async noProblems() {
    await this.page.locator(".markers-panel").getByText("No problems have been detected").waitFor();
  }

  async task(label) {
    await this.command("Tasks: Run Task");
    await this.pick(label);
  }

  /** In the terminal; what it shows is drawn, and told to screen readers. */
  async printed(text) {
    await this.page.locator(".terminal-wrapper.active .xterm-rows, .terminal-wrapper.active .xterm-accessibility-tree").filter({ hasText: text }).first().waitFor();
  }

  async webview() {
    const outer = this.page.frameLocator("iframe.webview.ready").last();
    return outer.frameLocator("iframe#active-frame");
  }

  async cursor(text) {
    await this.page.locator(".statusbar-item").filter({ hasText: text }).waitFor();
  }
}
