/** Options on their way into the module: their names and types are judged here, their values there. */

import { describe, isWellFormed } from "./arguments.js";
import { read, requireModule, writeMarked } from "./module.js";
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

/** Bytes that stand before names and before values, as in ../src/options.rs. */
const [NAME, VALUE] = [0xfe, 0xff];

/** The options that the module has, as names and values. */
let known: string | undefined;

/** Sees to it that the module has these options; whether there are any. */
export function setOptions(options: unknown): boolean {
    if (options === undefined) {
        return false;
    }
    const list = toList(options);
    const key = JSON.stringify(list);
    if (key !== known) {
        known = undefined;
        read(requireModule().set_options(writeMarked(list)));
        known = key;
    }
    return true;
}

/** Options as a list of names, and of values behind each. */
function toList(options: unknown): [mark: number, text: string][] {
    if (Object.prototype.toString.call(options) !== "[object Object]") {
        throw new TypeError(`options must be an object, not ${describe(options)}`);
    }
    const given = Object.entries(options as object).filter(([, value]) => value !== undefined);
    for (const [name, value] of given) {
        refuseStrange(name, value);
    }
    const list: [mark: number, text: string][] = [];
    for (const [name, value] of given) {
        list.push([NAME, name]);
        for (const text of values(name, value)) {
            list.push([VALUE, text]);
        }
    }
    return list;
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
function values(name: string, given: unknown): readonly string[] {
    // What is no plain value is what it would be as JSON: a String object is a string.
    const value = typeof given === "object" ? asJson(given) : given;
    if (!Object.hasOwn(TYPES, name)) {
        throw new TypeError(`options.${name} is no option; there are ${Object.keys(TYPES).join(", ")}`);
    }
    const type = TYPES[name as keyof typeof TYPES];
    if (type === "a string" && typeof value === "string") {
        return [value];
    }
    if (type === "true or false" && typeof value === "boolean") {
        return [String(value)];
    }
    if (type === "a list of strings" && isStrings(value)) {
        return value;
    }
    throw new TypeError(`options.${name} must be ${type}, not ${typeOf(value)}`);
}

function asJson(value: unknown): unknown {
    try {
        return JSON.parse(JSON.stringify(value));
    } catch (error) {
        throw new TypeError("options must be values that JSON can hold", { cause: error });
    }
}

function isStrings(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** The type of a value that is of a wrong one, in words. */
function typeOf(value: unknown): string {
    if (Array.isArray(value)) {
        return isStrings(value) ? "a list" : "a list that holds other things than strings";
    }
    switch (typeof value) {
        case "boolean":
            return "true or false";
        case "object":
            return value === null ? "null" : "an object";
        default:
            return `a ${typeof value}`;
    }
}
