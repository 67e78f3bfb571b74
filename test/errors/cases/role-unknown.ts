import { action } from "tenet";

function logged(_method: () => boolean, _context: ClassMethodDecoratorContext) {}
export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @logged idle() { // error T3004 `@logged`: @logged is not a role
    return !this.busy;
  }
}
