export function reset(thing: any): void {
  thing.holder = undefined; //~ mutation-outside may be
}
