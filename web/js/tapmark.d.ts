/** The glue that wasm-bindgen writes beside the module: what ../src/lib.rs exports, as it is. */

type Loadable = string | URL | Request | Response | BufferSource | WebAssembly.Module;

export default function start(input: { module_or_path: Loadable }): Promise<unknown>;

export function compile(source: string, options?: string, lone?: Uint32Array): string;
export function compileProfile(source: string, options?: string, lone?: Uint32Array): string;
export function compileMany(sources: readonly string[], options?: string): string;
export function check(source: string, options?: string, lone?: Uint32Array): string;
export function escapeText(text: string): string;
export function escapeLabel(label: string): string;
export function escapeTarget(target: string): string;
export function fix(source: string): string;
export function limits(target?: string): string;
export function explain(code: string): string;
export function tokens(source: string): string;
export function complete(source: string, offset: number): string;
export function codes(): string;
export function targets(): string;
