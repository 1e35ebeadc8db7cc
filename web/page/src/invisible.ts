/** Characters that cannot be seen, or turn a line around, written out so that they are seen. */

/** All but line breaks, tabs, and the joiners that emoji and scripts are made with. */
export const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text for people. */
export function visible(text: string): string {
    return text.replace(INVISIBLE, (c) => `\\u{${c.codePointAt(0)?.toString(16).toUpperCase()}}`);
}

/** JSON that says the same; a character of two UTF-16 units has two escapes. */
export function escapeInvisible(json: string): string {
    const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return json.replace(INVISIBLE, (c) => c.replace(/[^]/g, escape));
}
