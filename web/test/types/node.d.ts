// The little of Node that program.ts uses.
declare module "node:fs" {
    export function readFileSync(file: string, encoding: "utf8"): string;
}
declare const process: { argv: string[] };
declare const console: { log(...values: unknown[]): void };
