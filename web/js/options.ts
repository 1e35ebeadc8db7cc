/** Options on their way into the module: their names and types are judged here, their values there. */

import { describe, isWellFormed } from "./arguments.js";
import { type Marked, ask, requireInstance, writeMarked } from "./module.js";
import type { Options } from "./types.js";

/** Of what type each option is. Messages list them in this order. */
const TYPES = {
    target: "a string",
    overflow: "a string",
    recipient: "a string",
    placeholder: "a string",
    merchantName: "a string",
    checkoutUrl: "a string",
    messagingType: "a string",
    tag: "a string",
    requestedUserInfo: "a list of strings",
    testPayment: "true or false",
} as const satisfies Record<keyof Options, string>;

const NAMES = Object.keys(TYPES) as (keyof Options)[];

/** Bytes that stand before names and before values, as in ../src/options.rs. */
const [NAME, VALUE] = [0xfe, 0xff];

/** Sees to it that the module has these options; whether there are any. `call` is what takes them. */
export function setOptions(call: string, options: unknown): boolean {
    if (options === undefined) {
        return false;
    }
    const list = toList(options);
    const instance = requireInstance();
    if (!isSame(list, instance.options)) {
        instance.options = undefined;
        ask(call, "options", (wasm) => wasm.set_options(writeMarked(list)));
        instance.options = list;
    }
    return true;
}

function isSame(list: readonly Marked[], known: readonly Marked[] | undefined): boolean {
    return (
        list.length === known?.length &&
        list.every(([mark, text], i) => mark === known[i]![0] && text === known[i]![1])
    );
}

/** Options as a list of names, and of values behind each. */
function toList(options: unknown): Marked[] {
    if (Object.prototype.toString.call(options) !== "[object Object]") {
        throw new TypeError(`options must be an object, not ${describe(options)}`);
    }
    refuseUnknown(options as object);
    const list: Marked[] = [];
    for (const name of NAMES) {
        // Once, because a getter may give something else the next time.
        const value: unknown = (options as Options)[name];
        if (value !== undefined) {
            refuseStrange(name, value);
            list.push([NAME, name]);
            for (const text of values(name, value)) {
                list.push([VALUE, text]);
            }
        }
    }
    return list;
}

/** Refuses names that are those of no option. What is inherited is none that anybody wrote here. */
function refuseUnknown(options: object): void {
    for (const name of Reflect.ownKeys(options)) {
        if (!Object.hasOwn(TYPES, name) && Object.prototype.propertyIsEnumerable.call(options, name)) {
            const place = typeof name === "symbol" ? `options[${String(name)}]` : `options.${name}`;
            throw new TypeError(`${place} is no option; there are ${NAMES.join(", ")}`);
        }
    }
}

/** Refuses what JSON has no words for: options may well be kept as JSON. */
function refuseStrange(name: string, value: unknown): void {
    if (value === null) {
        throw new TypeError(`options.${name} is null: leave it out for its default`);
    }
    if (typeof value === "string" && !isWellFormed(value)) {
        throw new TypeError(`options.${name} holds a lone surrogate: ${describe(value)}`);
    }
    const strange = ["function", "symbol", "bigint"].includes(typeof value);
    if (strange || (typeof value === "number" && !Number.isFinite(value))) {
        throw new TypeError(`options.${name} is ${describe(value)}, which is no value for it`);
    }
}

/** The values of an option, as strings; there are several where it is a list. */
function values(name: keyof Options, given: unknown): readonly string[] {
    const type = TYPES[name];
    if (type === "a string" && typeof given === "string") {
        return [given];
    }
    if (type === "true or false" && typeof given === "boolean") {
        return [String(given)];
    }
    const list = toStrings(given);
    if (type === "a list of strings" && list !== undefined) {
        return list;
    }
    throw new TypeError(`options.${name} must be ${type}, not ${typeOf(given, list)}`);
}

/** The strings of a list, each of them read once; undefined for what is no list of strings. */
function toStrings(value: unknown): readonly string[] | undefined {
    if (!Array.isArray(value)) {
        return undefined;
    }
    const list: string[] = [];
    const { length } = value;
    for (let i = 0; i < length; i++) {
        const entry: unknown = value[i];
        if (typeof entry !== "string") {
            return undefined;
        }
        list.push(entry);
    }
    return list;
}

/** The type of a value that is of a wrong one, in words; `list` are its strings. */
function typeOf(value: unknown, list: readonly string[] | undefined): string {
    if (Array.isArray(value)) {
        return list !== undefined ? "a list" : "a list that holds other things than strings";
    }
    switch (typeof value) {
        case "boolean":
            return "true or false";
        case "object":
            return "an object";
        default:
            return `a ${typeof value}`;
    }
}
