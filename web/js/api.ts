/** All that the package exports, but for `init`, which browsers and Node do each in their way. */

export { check, compile, compileMany, compileProfile, compileToJson } from "./compile.js";
export { complete, counters, origins, tokens } from "./editor.js";
export { codes, escapeLabel, escapeTarget, escapeText, explain, fix, limits, targets } from "./language.js";
export type { InitInput } from "./load.js";
export type * from "./messenger.js";
export type * from "./types.js";
