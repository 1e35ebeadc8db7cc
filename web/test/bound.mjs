// The module as it would be on a machine with next to no memory.

import assert from "node:assert/strict";

/** A number as WebAssembly writes it, and how many bytes of it begin at a place. */
function leb(number) {
    const bytes = [];
    for (; number > 127; number >>>= 7) {
        bytes.push((number & 127) | 128);
    }
    return [...bytes, number];
}

function unleb(bytes, at) {
    let number = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
        number |= (bytes[at] & 127) << shift;
        if (bytes[at] < 128) {
            return [number, at + 1];
        }
    }
}

/** The module with a bound to its memory, so that it is exhausted soon. */
export function withBound(bytes, pages) {
    const MEMORIES = 5;
    const [UNBOUNDED, BOUNDED] = [0, 1];
    for (let at = 8; ; ) {
        const [length, start] = unleb(bytes, at + 1);
        if (bytes[at] === MEMORIES) {
            assert.deepEqual([...bytes.slice(start, start + 2)], [1, UNBOUNDED]);
            const [least] = unleb(bytes, start + 2);
            assert.ok(least < pages, `${least} pages at the beginning`);
            const section = [1, BOUNDED, ...leb(least), ...leb(pages)];
            const head = [MEMORIES, ...leb(section.length)];
            return Buffer.concat([bytes.slice(0, at), Buffer.from([...head, ...section]), bytes.slice(start + length)]);
        }
        at = start + length;
    }
}
