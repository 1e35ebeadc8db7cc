/** What callers hand over, held against what is expected: a wrong argument is a TypeError that names it. */

/** A value in a few words, for the end of "… must be …, not …"; of a string, so many characters at most. */
export function describe(value: unknown, most = 40): string {
    switch (typeof value) {
        case "string":
            return JSON.stringify(value.length > most ? `${value.slice(0, most)}…` : value);
        case "bigint":
            return `${value}n`;
        case "function":
            return "a function";
        case "symbol":
            return "a symbol";
        case "object": {
            if (value === null) {
                return "null";
            }
            // `[object Map]` and the like, in whichever realm it was made.
            const name = Object.prototype.toString.call(value).slice(8, -1);
            return `${/^[AEIO]/.test(name) ? "an" : "a"} ${name === "Object" || name === "Array" ? name.toLowerCase() : name}`;
        }
        default:
            return String(value);
    }
}

/** Refuses what is no string. */
export function requireString(name: string, value: unknown): asserts value is string {
    if (typeof value !== "string") {
        throw new TypeError(`${name} must be a string, not ${describe(value)}`);
    }
}

/** Refuses what is no array. */
export function requireArray(name: string, value: unknown): asserts value is readonly unknown[] {
    if (!Array.isArray(value)) {
        throw new TypeError(`${name} must be an array of strings, not ${describe(value)}`);
    }
}

/** Refuses what is no place in a text of that many UTF-16 units. */
export function requireOffset(name: string, value: unknown, length: number): asserts value is number {
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > length) {
        throw new TypeError(
            `${name} must be an integer between 0 and ${length}, not ${describe(value)}`,
        );
    }
}

/** Whether a string has no lone surrogate. Browsers from before 2023 lack the method. */
export function isWellFormed(text: string): boolean {
    const modern = text as string & { isWellFormed?: () => boolean };
    return modern.isWellFormed?.() ?? findLoneSurrogates(text).length === 0;
}

const NONE: readonly number[] = [];

/** The offsets of the lone surrogates of a string. */
export function loneSurrogates(text: string): readonly number[] {
    return isWellFormed(text) ? NONE : findLoneSurrogates(text);
}

/** By no regular expression: where there is no stack left to compile one, it is a SyntaxError. */
function findLoneSurrogates(text: string): number[] {
    const found = [];
    for (let offset = 0; offset < text.length; offset++) {
        const point = text.codePointAt(offset) as number;
        if (point > 0xffff) {
            offset++;
        } else if (point >= 0xd800 && point <= 0xdfff) {
            found.push(offset);
        }
    }
    return found;
}
