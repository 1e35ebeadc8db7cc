/** The one function of Node's that is used, so that its declarations need not be installed. */
declare module "node:fs/promises" {
    export function readFile(file: URL): Promise<Uint8Array<ArrayBuffer>>;
}
