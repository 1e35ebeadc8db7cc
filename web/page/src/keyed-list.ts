/** Lists on the screen that are drawn anew only where they have changed. */

/** What stays as it is as long as its key does. */
export interface Keyed {
    readonly key: string;
    draw(): HTMLElement;
}

/** A function that shows items in a box: those at both ends that were shown before stay where they are. */
export function keyedList(box: HTMLElement): (items: readonly Keyed[]) => readonly HTMLElement[] {
    const elements: HTMLElement[] = [];
    let old: readonly string[] = [];
    return (items) => {
        const keys = items.map(({ key }) => key);
        const shorter = Math.min(keys.length, old.length);
        let head = 0;
        while (head < shorter && keys[head] === old[head]) {
            head += 1;
        }
        let tail = 0;
        while (tail < shorter - head && keys.at(-1 - tail) === old.at(-1 - tail)) {
            tail += 1;
        }
        const added = items.slice(head, items.length - tail).map((item) => item.draw());
        for (const removed of elements.splice(head, old.length - tail - head, ...added)) {
            removed.remove();
        }
        const fragment = document.createDocumentFragment();
        fragment.append(...added);
        box.insertBefore(fragment, elements[head + added.length] ?? null);
        old = keys;
        return elements;
    };
}
